import { testTokenFamily } from '../../testing/token-room.ts'
import { tokenClient } from './token-client.ts'

const rule = 'token-client'
const clientId = '0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11'

testTokenFamily(tokenClient, import.meta.url, {
  passes: [
    { name: 'version 1', given: { claims: { appid: clientId.toUpperCase() } } },
    { name: 'version 2', given: { claims: { appid: undefined, azp: clientId } } },
    { name: 'nobody said which', given: { claims: { appid: 'x' }, expected: { clientId: undefined } } },
  ],
  fails: [
    {
      name: 'a command line tool',
      given: { claims: { appid: '04b07795-8ddb-461a-bbee-02f9e1bf7b46' } },
      finds: [{ rule }],
    },
    { name: 'none', given: { claims: { appid: undefined } }, finds: [{ rule }] },
  ],
})
