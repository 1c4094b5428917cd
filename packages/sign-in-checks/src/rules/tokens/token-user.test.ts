import { testTokenFamily } from '../../testing/token-room.ts'
import { tokenUser } from './token-user.ts'

const rule = 'token-for-user'

testTokenFamily(tokenUser, import.meta.url, {
  passes: [
    { name: 'a user', given: { claims: { idtyp: 'user' } } },
    { name: 'scopes alone', given: { claims: {} } },
    { name: 'a user with roles', given: { claims: { roles: ['Admin'] } } },
  ],
  fails: [
    { name: 'an application', given: { claims: { idtyp: 'app', scp: undefined } }, finds: [{ rule }] },
    { name: 'roles and no scopes', given: { claims: { scp: undefined, roles: ['Flows.Read'] } }, finds: [{ rule }] },
    {
      name: 'an application, for Dataverse',
      given: { claims: { idtyp: 'app' }, expected: { api: 'dataverse' } },
      finds: [{ rule, what: 'The token is the application’s own: no user signed in for it.' }],
    },
  ],
})
