import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ConsentRequest, consentAddress, judgeConsentAddress, newState } from './consent-address.ts'

const request: ConsentRequest = {
  tenant: 'organizations',
  clientId: '0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11',
  redirectUri: 'https://fleetdesk.example/signed-in',
  scopes: [
    'https://service.flow.microsoft.com//Flows.Read.All',
    'https://service.flow.microsoft.com//Flows.Manage.All',
  ],
  state: 'a1b2',
}

const addressFrom = (changes: Partial<ConsentRequest> = {}): string => {
  const made = consentAddress({ ...request, ...changes })
  return made.ok ? made.address : made.faults.map(({ part }) => part).join(' ')
}

describe('consentAddress', () => {
  test('names everything, with both slashes of the service', () => {
    expect(addressFrom()).toBe(
      'https://login.microsoftonline.com/organizations/v2.0/adminconsent?client_id=0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11' +
        '&scope=https%3A%2F%2Fservice.flow.microsoft.com%2F%2FFlows.Read.All+https%3A%2F%2Fservice.flow.microsoft.com%2F%2FFlows.Manage.All' +
        '&redirect_uri=https%3A%2F%2Ffleetdesk.example%2Fsigned-in&state=a1b2',
    )
  })

  test.each<[string, Partial<ConsentRequest>, string]>([
    ['common', { tenant: 'common' }, 'tenant'],
    ['consumers', { tenant: 'consumers' }, 'tenant'],
    ['a path', { tenant: '../evil' }, 'tenant'],
    ['a name instead of an id', { clientId: 'fleet-desk' }, 'client'],
    ['no redirect', { redirectUri: '/signed-in' }, 'redirect'],
    ['no scopes', { scopes: [] }, 'scopes'],
    ['no state', { state: '' }, 'state'],
    ['an open connection', { authority: 'http://login.example' }, 'address'],
    [
      'everything at once',
      { tenant: '', clientId: '', redirectUri: '', scopes: [], state: '' },
      'tenant client redirect scopes state',
    ],
  ])('refuses %s', (_, changes, parts) => {
    expect(addressFrom(changes)).toBe(parts)
  })

  test.each(['contoso.example', '72f988bf-86f1-41af-91ab-2d7cd011db47'])('takes the tenant %s', (tenant) => {
    expect(addressFrom({ tenant })).toContain(`/${tenant}/v2.0/adminconsent`)
  })

  test('what it makes, it finds nothing wrong with', () => {
    fc.assert(
      fc.property(
        fc.webUrl(),
        fc.array(fc.webUrl(), { minLength: 1 }),
        fc.string({ minLength: 1 }),
        (redirect, scopes, state) => {
          const redirectUri = new URL(redirect).href
          const made = consentAddress({ ...request, redirectUri, scopes, state })
          expect(
            made.ok && judgeConsentAddress(made.address, { clientId: request.clientId, redirectUris: [redirectUri] }),
          ).toEqual([])
        },
      ),
    )
  })
})

test.each<[string, string, string[]]>([
  ['no address', 'adminconsent', ['address']],
  ['another page', 'https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize', ['address']],
  [
    'the older form',
    'https://login.microsoftonline.com/organizations/adminconsent?client_id=0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11&state=1',
    [],
  ],
  [
    'nothing but the page',
    'https://login.microsoftonline.com/common/v2.0/adminconsent',
    ['tenant', 'client', 'redirect', 'scopes', 'state'],
  ],
])('judges %s', (_, address, parts) => {
  expect(judgeConsentAddress(address).map(({ part }) => part)).toEqual(parts)
})

test('an address for another application or redirect is told', () => {
  const faults = judgeConsentAddress(addressFrom(), {
    clientId: '11111111-2222-4333-8444-555555555555',
    redirectUris: ['https://fleetdesk.example/Signed-In'],
  })
  expect(faults.map(({ part }) => part)).toEqual(['client', 'redirect'])
})

test('nothing that is given makes the judging throw', () => {
  const path = fc.string().map((text) => `https://login.microsoftonline.com/${text}/v2.0/adminconsent?client_id=%zz`)
  fc.assert(fc.property(fc.oneof(fc.string(), path), (address) => void judgeConsentAddress(address)))
})

test('states do not repeat', () => {
  const states = new Set(Array.from({ length: 100 }, newState))
  expect(states.size).toBe(100)
  expect([...states].every((state) => /^[0-9a-f]{32}$/.test(state))).toBe(true)
})
