import { testTokenFamily } from '../../testing/token-room.ts'
import { tokenScopes } from './token-scopes.ts'

const rule = 'token-scopes'

testTokenFamily(tokenScopes, import.meta.url, {
  passes: [
    { name: 'what is needed and more', given: { claims: {} } },
    { name: 'nothing needed', given: { claims: { scp: undefined }, expected: { scopes: [] } } },
    { name: 'an ID token', given: { claims: { scp: undefined }, expected: { api: 'sign-in' } } },
  ],
  fails: [
    {
      name: 'one of two',
      given: { claims: { scp: 'Flows.Read.All' }, expected: { scopes: ['Flows.Read.All', 'Flows.Manage.All'] } },
      finds: [{ rule, what: 'The token lacks Flows.Manage.All; it holds Flows.Read.All.' }],
    },
    {
      name: 'none',
      given: { claims: { scp: undefined } },
      finds: [{ rule, what: 'The token lacks Flows.Read.All; it holds no scopes.' }],
    },
    { name: 'a scope that only begins alike', given: { claims: { scp: 'Flows.Read.AllButThese' } }, finds: [{ rule }] },
  ],
})
