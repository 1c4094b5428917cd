import { defineRuleFamily } from '../../engine/rule-family.ts'
import { admitsPersonalAccounts } from '../../registration/app-registration.ts'

/** Whether every address names one place. */
export const redirectWildcard = defineRuleFamily({
  id: 'redirect-wildcard',
  group: 'Redirect addresses',
  rules: {
    'redirect-no-wildcard': {
      title: 'No redirect address holds a wildcard.',
      setting: 'error',
      severityByMessage: { found: 'warning' },
      sources: ['reply-url'],
      messages: {
        found: {
          what: '"{address}" holds a wildcard.',
          why: 'Whoever gets hold of one page below it, by an old subdomain for one, receives your users’ codes.',
          fix: 'List the addresses one by one, or return to one and go on from there by the state parameter.',
        },
        refused: {
          what: '"{address}" holds a wildcard, and personal accounts may sign in.',
          why: 'Wildcards are not supported for this audience; the manifest is refused.',
          fix: 'List the addresses one by one, or return to one and go on from there by the state parameter.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    const message = admitsPersonalAccounts(registration) ? 'refused' : 'found'
    for (const { node, value: address } of registration.redirects) {
      if (address.includes('*')) report('redirect-no-wildcard', node, { message, data: { address } })
    }
  },
})
