import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether the authority that users are sent to is there. */
export const authority = defineRuleFamily({
  id: 'authority',
  group: 'Consent',
  rules: {
    'authority-resolves': {
      title: 'The authority’s OpenID configuration can be read.',
      setting: 'error',
      sources: ['admin-consent'],
      messages: {
        found: {
          what: '{address} does not answer as an authority: {problem}',
          why: 'Sign-ins that begin there end at once, for every user of that tenant.',
          fix: 'Check the tenant’s id or domain, and the cloud it belongs to.',
        },
      },
    },
  },
  check({ subject: { registration, facts }, report, notChecked }) {
    const answer = facts.authority
    if (answer === undefined) notChecked('authority-resolves', 'Nothing was looked up in a tenant.')
    else if (answer.problem !== undefined) {
      const { address, problem } = answer
      report('authority-resolves', registration.member('appId') ?? registration.root, { data: { address, problem } })
    }
  },
})
