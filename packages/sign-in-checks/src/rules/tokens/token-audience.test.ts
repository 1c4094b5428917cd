import { testTokenFamily } from '../../testing/token-room.ts'
import { tokenAudience } from './token-audience.ts'

const rule = 'token-audience'
const aud = (audience: unknown) => ({ claims: { aud: audience } })

testTokenFamily(tokenAudience, import.meta.url, {
  passes: [
    { name: 'with the slash', given: aud('https://service.flow.microsoft.com/') },
    { name: 'without the slash', given: aud('https://service.flow.microsoft.com') },
    { name: 'by its id', given: aud('7df0a125-d3be-4c96-aa54-591f83ff541c') },
    { name: 'in capitals', given: aud('https://Service.Flow.Microsoft.com/') },
    {
      name: 'an environment of Dataverse',
      given: {
        ...aud('https://contoso.crm4.dynamics.com'),
        expected: { api: 'dataverse', environment: 'https://contoso.crm4.dynamics.com/' },
      },
    },
    {
      name: 'an ID token for the application',
      given: { ...aud('0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11'), expected: { api: 'sign-in' } },
    },
    {
      name: 'Dataverse without an environment',
      given: { ...aud('https://a.example'), expected: { api: 'dataverse' } },
    },
  ],
  fails: [
    {
      name: 'Microsoft Graph',
      given: aud('https://graph.microsoft.com'),
      finds: [
        {
          rule,
          what: 'The token is for Microsoft Graph (https://graph.microsoft.com), not for Power Automate (Flow Service).',
        },
      ],
    },
    {
      name: 'a host that begins alike',
      given: aud('https://service.flow.microsoft.com.evil.example/'),
      finds: [{ rule }],
    },
    { name: 'none', given: aud(undefined), finds: [{ rule, what: 'The token names no audience.' }] },
    {
      name: 'an ID token of another application',
      given: { ...aud('11111111-2222-4333-8444-555555555555'), expected: { api: 'sign-in' } },
      finds: [{ rule }],
    },
  ],
})
