import { testTokenFamily } from '../../testing/token-room.ts'
import { tokenTenant } from './token-tenant.ts'

const of = 'token-tenant'
const by = 'token-issuer'
const tenant = '72f988bf-86f1-41af-91ab-2d7cd011db47'
const personal = '9188040d-6c67-4c5b-b112-36a304b66dad'
const iss = (issuer: unknown) => ({ claims: { iss: issuer } })

testTokenFamily(tokenTenant, import.meta.url, {
  passes: [
    { name: 'version 1', given: { claims: {} } },
    { name: 'version 2', given: iss(`https://login.microsoftonline.com/${tenant}/v2.0`) },
    { name: 'another cloud', given: iss(`https://login.microsoftonline.us/${tenant}/v2.0`) },
    { name: 'an emulator', given: iss(`http://127.0.0.1:4000/${tenant}/v2.0`) },
    { name: 'any tenant', given: { claims: {}, expected: { tenant: undefined } } },
    {
      name: 'a buyer with a personal account',
      given: {
        claims: { tid: personal, iss: `https://login.microsoftonline.com/${personal}/v2.0` },
        expected: { api: 'sign-in', tenant: undefined },
      },
    },
  ],
  fails: [
    {
      name: 'another tenant',
      given: { claims: {}, expected: { tenant: '11111111-2222-4333-8444-555555555555' } },
      finds: [{ rule: of }],
    },
    { name: 'no tenant', given: { claims: { tid: undefined } }, finds: [{ rule: of }] },
    {
      name: 'a personal account',
      given: {
        claims: { tid: personal, iss: `https://login.microsoftonline.com/${personal}/v2.0` },
        expected: { tenant: undefined },
      },
      finds: [{ rule: of, what: 'The token is of a personal account.' }],
    },
    { name: 'no issuer', given: iss(undefined), finds: [{ rule: by }] },
    { name: 'an issuer that is not Entra', given: iss(`https://idp.example/${tenant}`), finds: [{ rule: by }] },
    {
      name: 'the issuer of another tenant',
      given: iss('https://sts.windows.net/11111111-2222-4333-8444-555555555555/'),
      finds: [{ rule: by }],
    },
  ],
})
