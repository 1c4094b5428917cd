import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether a list carries what nobody should see. */
export const secretsOut = defineRuleFamily({
  id: 'secrets-out',
  group: 'Lists',
  rules: {
    'licence-list-without-secret': {
      title: 'Lists of licences hold neither passwords nor tokens.',
      setting: 'error',
      isSecret: true,
      sources: ['partner-center'],
      messages: {
        found: {
          what: 'A password or token stands in this list.',
          why: 'Partner Center’s answer to a new customer holds the first password of its administrator; whoever gets the list can sign in.',
          fix: 'Change the password or withdraw the token now, keep it in a vault, and take it out of the list.',
        },
      },
    },
  },
  check({ subject: { files }, report }) {
    for (const place of files.flatMap(({ secrets }) => secrets)) report('licence-list-without-secret', place)
  },
})
