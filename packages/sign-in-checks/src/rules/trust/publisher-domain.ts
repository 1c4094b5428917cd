import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether the publisher is named by a domain of its own. */
export const publisherDomain = defineRuleFamily({
  id: 'publisher-domain',
  group: 'Trust',
  rules: {
    'publisher-domain-own': {
      title: 'The publisher domain is one’s own.',
      setting: 'warning',
      exceptions: [{ profiles: ['development'], setting: 'info', because: 'customers do not see it' }],
      sources: ['publisher-verification'],
      messages: {
        found: {
          what: 'The publisher domain is {domain}.',
          why: 'The publisher cannot be verified with it, and the consent page shows a name that nobody knows.',
          fix: 'Add your domain to the directory, verify it, and choose it as the publisher domain.',
        },
        missing: {
          what: 'The registration has no publisher domain.',
          why: 'The publisher cannot be verified without one, and the consent page says that the application is unverified.',
          fix: 'Choose a domain of yours that the directory has verified as the publisher domain.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    const node = registration.member('publisherDomain')
    const domain = String(node?.value ?? '').toLowerCase()
    if (node === undefined || domain === '')
      report('publisher-domain-own', node ?? registration.root, { message: 'missing' })
    else if (domain.endsWith('.onmicrosoft.com')) report('publisher-domain-own', node, { data: { domain } })
  },
})
