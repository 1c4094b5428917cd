import { noteLacking } from '../../engine/lacking.ts'
import { wholeOf } from '../../engine/places-of.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether people sign in with the accounts that hold the licences. */
export const sameIdentity = defineRuleFamily({
  id: 'same-identity',
  group: 'Assignment',
  rules: {
    'licence-same-identity': {
      title: 'The account that signs in is the one that holds the licence.',
      setting: 'error',
      sources: ['developer-introduction'],
      messages: {
        found: {
          what: '{name} signs in to the product, and the list of licences does not have this account.',
          why: 'A licence counts for the account it is assigned to; one on another account of the same person covers nothing.',
          fix: 'Have this person sign in with the work account that holds the licence, or assign one to this account.',
        },
        twin: {
          what: '{name} signs in to the product; the list has {twin} instead.',
          why: 'A licence counts for the account it is assigned to; one on another account of the same person covers nothing.',
          fix: 'Have this person sign in with the work account that holds the licence, or assign one to this account.',
        },
      },
    },
  },
  check(context) {
    const { subject, report, notChecked } = context
    const { users, facts } = subject
    if (noteLacking(context, ['licence-same-identity'], 'users')) return
    if (facts.signIns === undefined || facts.signIns.length === 0) {
      const handIn = 'Hand in the user names with which people sign in to the product, as facts ("signIns").'
      notChecked('licence-same-identity', 'Nobody said with which accounts people sign in.', handIn)
      return
    }
    const known = new Set(users.flatMap(({ id, name }) => [id, name.toLowerCase()]))
    const byAlias = new Map(users.map((user) => [aliasOf(user.name), user]))
    for (const name of new Set(facts.signIns)) {
      if (known.has(name.toLowerCase())) continue
      const twin = byAlias.get(aliasOf(name))
      if (twin === undefined) report('licence-same-identity', wholeOf(subject), { data: { name } })
      else report('licence-same-identity', twin.at, { message: 'twin', data: { name, twin: twin.name } })
    }
  },
})

/** What stands before the @: people tend to have the same on all their accounts. */
function aliasOf(name: string): string {
  return name.toLowerCase().split('@')[0] ?? ''
}
