import { noteLacking } from '../../engine/lacking.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'

/** What the errors of assignments mean, in our words. */
const meanings: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  CountViolation: [
    'No seat of the product was left.',
    'Buy a seat or take one back, then have the assignment repeated.',
  ],
  MutuallyExclusiveViolation: [
    'The product has a plan that excludes one of another licence.',
    'Take the other licence away, or leave the plan out of this one.',
  ],
  DependencyViolation: [
    'A plan of the product needs another plan that is not assigned.',
    'Assign what it needs, or leave the plan out.',
  ],
  ProhibitedInUsageLocationViolation: [
    'The product is not offered in the account’s usage location.',
    'Check the usage location; if it is right, choose another product.',
  ],
  UniquenessViolation: [
    'The account has a value that another account has too.',
    'Find the doubled value, usually an address.',
  ],
}

/** Whether licences that were assigned have arrived. */
export const assignmentSound = defineRuleFamily({
  id: 'assignment-sound',
  group: 'Assignment',
  rules: {
    'licence-assignment-sound': {
      title: 'No assignment of a licence has an error.',
      setting: 'error',
      sources: ['graph-assignment'],
      messages: {
        found: {
          what: 'The assignment of {product} to {name} has the state {state} and the error {error}.',
          why: '{meaning} An assignment with an error gives no right.',
          fix: '{advice}',
        },
      },
    },
  },
  check(context) {
    const { users, catalogue } = context.subject
    const { report, notChecked } = context
    if (!noteLacking(context, ['licence-assignment-sound'], 'users')) {
      const holders = users.filter(({ licences }) => licences.length > 0)
      if (holders.length === 0) {
        const handIn = 'Hand in those to whom licences were assigned.'
        notChecked('licence-assignment-sound', 'Nobody of the list holds a licence.', handIn)
      } else if (holders.some(({ saysAssignments }) => !saysAssignments)) {
        const lacking = 'The lists do not say of everybody how the assignment of licences went.'
        const handIn =
          'Hand in licenseAssignmentStates too: GET /v1.0/users?$select=userPrincipalName,licenseAssignmentStates.'
        notChecked('licence-assignment-sound', lacking, handIn)
      }
    }
    for (const { name, assignmentErrors } of users) {
      for (const { skuId, error, state, at } of assignmentErrors) {
        const known = Object.hasOwn(meanings, error) ? meanings[error] : undefined
        const [meaning, advice] = known ?? [
          'Microsoft gives no closer reason.',
          'Repeat the assignment, and ask Microsoft if it stays.',
        ]
        const product = catalogue.skus.get(skuId)?.displayName ?? (skuId || 'a product')
        report('licence-assignment-sound', at, {
          data: { product, name, state: state || 'unknown', error, meaning, advice },
        })
      }
    }
  },
})
