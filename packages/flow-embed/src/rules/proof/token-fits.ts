import { defineRuleFamily } from '../../engine/rule-family.ts'

/** What the check of a token said. */
export const tokenFits = defineRuleFamily({
  id: 'token-fits',
  group: 'Tokens',
  rules: {
    'embed-token-fits': {
      title:
        'The token that the page hands out is one that widgets take: for the Power Automate service, with scopes, of a person, not run out.',
      setting: 'error',
      sources: ['embed'],
      severityByMessage: { warning: 'warning' },
      messages: {
        found: {
          what: 'The token does not fit ({rule}): {what}',
          why: 'The widget calls the service with it, and is refused.',
          fix: '{fix}',
        },
        warning: {
          what: 'The token may not fit ({rule}): {what}',
          why: 'The widget calls the service with it, and may be refused.',
          fix: '{fix}',
        },
      },
    },
  },
  check({ subject: { facts }, report, notChecked }) {
    if (facts.tokenFindings === undefined)
      return notChecked(
        'embed-token-fits',
        'No token of the page was checked.',
        'Hand in what its check found as a fact named tokenFindings.',
      )
    for (const { ruleId, severity, message } of facts.tokenFindings) {
      if (severity === 'info') continue
      report(
        'embed-token-fits',
        { path: 'token' },
        {
          message: severity === 'error' ? 'found' : 'warning',
          data: { rule: ruleId, what: message.what, fix: message.fix },
        },
      )
    }
  },
})
