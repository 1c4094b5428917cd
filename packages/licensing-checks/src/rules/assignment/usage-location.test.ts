import { userWith } from '../../testing/given-list.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { usageLocation } from './usage-location.ts'

const rule = 'licence-usage-location'

testRuleFamily(usageLocation, import.meta.url, {
  passes: [
    { name: 'the faultless list', given: { list: {} } },
    {
      name: 'an account that cannot sign in',
      given: { list: { users: [userWith([], { usageLocation: null, accountEnabled: false })] } },
    },
    {
      name: 'one of two lists says it',
      given: { list: { users: [userWith([]), { userPrincipalName: 'b@contoso.example', licenseDetails: [] }] } },
    },
  ],
  fails: [
    {
      name: 'empty, and null',
      given: {
        list: {
          users: [
            userWith([], { usageLocation: '' }),
            userWith([], { userPrincipalName: 'bo@contoso.example', usageLocation: null }),
          ],
        },
      },
      finds: [
        { rule, at: '/users/0' },
        { rule, at: '/users/1', what: 'bo@contoso.example has no usage location.' },
      ],
    },
    {
      name: 'a table with an empty cell',
      given: { list: 'User principal name;Licenses;Usage location\r\nada@contoso.example;Power Automate Premium;\r\n' },
      finds: [{ rule, line: 2 }],
    },
    {
      name: 'the name of a country',
      given: { list: { users: [userWith([], { usageLocation: 'Netherlands' })] } },
      finds: [
        {
          rule,
          at: '/users/0',
          what: 'The usage location of ada@contoso.example is "Netherlands", which is no code of a country.',
        },
      ],
    },
    {
      name: 'no such field at all',
      given: { list: { users: [{ userPrincipalName: 'b@contoso.example', licenseDetails: [] }] } },
      finds: [{ rule, at: '/users/0', what: 'The list does not say the usage location of anybody.' }],
    },
  ],
})
