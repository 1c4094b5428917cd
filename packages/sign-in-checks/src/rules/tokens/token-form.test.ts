import { testTokenFamily } from '../../testing/token-room.ts'
import { tokenForm } from './token-form.ts'

const rule = 'token-readable'

testTokenFamily(tokenForm, import.meta.url, {
  passes: [{ name: 'claims', given: { claims: {} } }],
  fails: [
    { name: 'nothing', given: { claims: ' \n' }, finds: [{ rule, file: 'token', what: 'There is no token.' }] },
    { name: 'the word alone', given: { claims: 'Bearer ' }, finds: [{ rule }] },
    { name: 'five parts', given: { claims: 'a.b.c.d.e' }, finds: [{ rule, what: 'The token is encrypted.' }] },
    {
      name: 'a refresh token',
      given: { claims: '0.AXoA-not-a-real-token' },
      finds: [{ rule, what: 'This is no token with readable claims.' }],
    },
    {
      name: 'a token that was cut short',
      given: { claims: 'eyJhbGciOiJub25lIn0.eyJhdWQiOiJo.x' },
      finds: [{ rule, what: 'The claims of the token cannot be read.' }],
    },
    { name: 'a whole file', given: { claims: 'a'.repeat(100_001) }, finds: [{ rule }] },
  ],
})
