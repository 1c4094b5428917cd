import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { sameIdentity } from './same-identity.ts'

const rule = 'licence-same-identity'

testRuleFamily(sameIdentity, import.meta.url, {
  passes: [
    { name: 'nobody said', given: { list: {} } },
    { name: 'the same, in another case', given: { list: {}, facts: { signIns: ['Ada@Contoso.example'] } } },
    { name: 'no users in the list', given: { list: { users: [] }, facts: { signIns: ['bo@contoso.example'] } } },
  ],
  fails: [
    {
      name: 'a private account of the same name, and somebody unknown',
      given: { list: {}, facts: { signIns: ['ada@outlook.example', 'bo@contoso.example'] } },
      finds: [
        {
          rule,
          at: '/users/0',
          what: 'ada@outlook.example signs in to the product; the list has ada@contoso.example instead.',
        },
        { rule, at: '' },
      ],
    },
  ],
})
