import { skuIds, userWith } from '../../testing/given-list.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { assignmentSound } from './assignment-sound.ts'

const rule = 'licence-assignment-sound'
const users = (...licenseAssignmentStates: readonly object[]) => ({
  list: { users: [userWith([], { licenseAssignmentStates })] },
})

testRuleFamily(assignmentSound, import.meta.url, {
  passes: [
    { name: 'the faultless list', given: { list: {} } },
    { name: 'fine', given: users({ skuId: skuIds.premium, state: 'Active', error: 'None' }) },
  ],
  fails: [
    {
      name: 'no seat left, and an error nobody knows',
      given: users(
        { skuId: skuIds.premium, state: 'Error', error: 'CountViolation' },
        { skuId: 'x', state: 'ActiveWithError', error: 'toString' },
      ),
      finds: [
        {
          rule,
          at: '/users/0/licenseAssignmentStates/0',
          what: 'The assignment of Power Automate Premium to ada@contoso.example has the state Error and the error CountViolation.',
        },
        { rule, at: '/users/0/licenseAssignmentStates/1' },
      ],
    },
  ],
})
