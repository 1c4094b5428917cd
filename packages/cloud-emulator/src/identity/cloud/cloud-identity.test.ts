import { createRemoteJWKSet, jwtVerify } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { emulatorOfTests } from '../../fixtures/emulator-of-tests.ts'
import { defaultEntrance, defaultSeed } from '../../seed/default-seed.ts'
import type { Seed } from '../../seed/seed.ts'
import type { RunningEmulator } from '../../start-emulator.ts'

const { tenant, clientId, clientSecret, user, password } = defaultEntrance
const adatum = '0c0c0c0c-3333-4c4c-8c8c-000000000003'
/** Registered with the vendor, let in by nobody. */
const reporter = '0f0f0f0f-6666-4f4f-8f8f-000000000006'
const redirectUri = 'https://reporter.example/answer'

const seed: Seed = {
  tenants: defaultSeed.tenants.map((each, place) =>
    place > 0
      ? each
      : {
          ...each,
          applications: [
            ...(each.applications ?? []),
            {
              id: reporter,
              name: 'Reporter',
              audience: 'AzureADMultipleOrgs',
              secret: 'not-the-secret-of-the-reporter',
              allowPublicClient: true,
              redirectUris: [redirectUri],
              permissions: [
                { api: 'Microsoft Graph', delegated: ['User.Read', 'Mail.Read'], application: ['User.Read.All'] },
                { api: 'PowerApps Service', delegated: ['User'] },
              ],
            },
          ],
        },
  ),
}

let emulator: RunningEmulator
let login: string

beforeAll(async () => {
  emulator = await emulatorOfTests({ seed })
  login = `${emulator.url}/https/login.microsoftonline.com`
})

type Words = Readonly<Record<string, string | undefined>>

async function token(changed: Words, place = `${tenant}/oauth2/v2.0`): Promise<Record<string, unknown>> {
  const all: Words = {
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: 'client_credentials',
    scope: 'https://service.powerapps.com//.default',
    ...changed,
  }
  const body = new URLSearchParams(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  const response = await fetch(`${login}/${place}/token`, { method: 'POST', body })
  return { status: response.status, ...Object(await response.json()) }
}

const byPassword = { grant_type: 'password', username: user, password }

test.each<[string, Words, string | undefined, number, number]>([
  ['a tenant that is not there', {}, 'nobody.example/oauth2/v2.0', 400, 90002],
  ['an application nobody registered', { client_id: 'ffffffff-0000-4000-8000-000000000000' }, undefined, 400, 700016],
  [
    'an application the tenant did not let in',
    { client_id: reporter, client_secret: 'not-the-secret-of-the-reporter' },
    undefined,
    400,
    700016,
  ],
  ['a wrong secret', { client_secret: 'wrong' }, undefined, 401, 7000215],
  ['an application without its secret', { client_secret: undefined }, undefined, 401, 7000218],
  ['an application at no tenant', {}, 'common/oauth2/v2.0', 400, 50059],
  ['a scope that is not .default', { scope: 'https://service.powerapps.com//User' }, undefined, 400, 1002012],
  ['an API that is not here', { scope: 'https://nowhere.example/.default' }, undefined, 400, 500011],
  ['an organisation that is not here', { scope: 'https://nowhere.crm4.dynamics.com/.default' }, undefined, 400, 500011],
  ['a wrong password', { ...byPassword, password: 'wrong' }, undefined, 400, 50126],
  ['a person who is not there', { ...byPassword, username: 'nobody@fabrikam.example' }, undefined, 400, 50034],
  ['a password at common', byPassword, 'common/oauth2/v2.0', 400, 9001023],
  [
    'two APIs at once',
    { ...byPassword, scope: 'https://service.powerapps.com//User https://graph.microsoft.com/User.Read' },
    undefined,
    400,
    28000,
  ],
  [
    'a scope the API does not have',
    { ...byPassword, scope: 'https://service.powerapps.com//Everything' },
    undefined,
    400,
    650053,
  ],
  ['consent that nobody gave', { ...byPassword, client_id: reporter, client_secret: undefined }, undefined, 400, 65001],
  [
    'an API the registration never mentions',
    {
      ...byPassword,
      client_id: reporter,
      client_secret: undefined,
      scope: 'https://service.flow.microsoft.com//.default',
    },
    undefined,
    400,
    650057,
  ],
  ['a person of another tenant', { ...byPassword }, `${adatum}/oauth2/v2.0`, 400, 50034],
  [
    'an assertion that is no token',
    {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: 'abc',
      requested_token_use: 'on_behalf_of',
    },
    undefined,
    400,
    50027,
  ],
  [
    'a device code nobody gave',
    { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: 'x' },
    undefined,
    400,
    70018,
  ],
  ['a grant there is not', { grant_type: 'telepathy' }, undefined, 400, 70003],
])('AADSTS: %s', async (_, changed, place, status, number) => {
  const answer = await token(changed, place)
  expect(answer).toMatchObject({ status, error_codes: [number] })
  expect(answer.error_description).toMatch(new RegExp(`^AADSTS${number}: .* Trace ID: `))
})

test('a secret that ran out and an account that was disabled are refused as such', async () => {
  const own = await emulatorOfTests({ seed })
  const before = login
  login = `${own.url}/https/login.microsoftonline.com`
  const [secret] =
    own.store.state.tenants['0a0a0a0a-1111-4a4a-8a8a-000000000001']?.applications[clientId]?.secrets ?? []
  if (secret !== undefined) secret.endDateTime = '2020-01-01T00:00:00Z'
  expect(await token({})).toMatchObject({ status: 401, error_codes: [7000222] })
  for (const account of Object.values(own.store.state.tenants[tenant]?.accounts ?? {})) account.enabled = false
  expect(await token({ ...byPassword, client_secret: undefined })).toMatchObject({ status: 400, error_codes: [50057] })
  login = before
})

test('tokens of the older endpoint name a resource, count in text, and verify with the published keys', async () => {
  const answer = await token({ scope: undefined, resource: 'https://service.powerapps.com/' }, `${tenant}/oauth2`)
  expect(answer).toMatchObject({
    token_type: 'Bearer',
    expires_in: '3599',
    resource: 'https://service.powerapps.com/',
    expires_on: expect.stringMatching(/^\d{10}$/),
  })
  const keys = createRemoteJWKSet(new URL(`${login}/${tenant}/discovery/keys`))
  const { payload } = await jwtVerify(String(answer.access_token), keys, { algorithms: ['RS256'] })
  expect(payload).toMatchObject({
    aud: 'https://service.powerapps.com/',
    iss: `https://sts.windows.net/${tenant}/`,
    appid: clientId,
    idtyp: 'app',
  })
})

test('one refresh token serves every API that was agreed to', async () => {
  const first = await token({ ...byPassword, scope: 'https://service.powerapps.com//.default offline_access' })
  for (const scope of [
    'https://service.flow.microsoft.com//.default',
    'https://graph.microsoft.com/.default',
    'https://orgfabrikam.crm4.dynamics.com/.default',
  ]) {
    const next = await token({ grant_type: 'refresh_token', refresh_token: String(first.refresh_token), scope })
    expect(next.status).toBe(200)
    const claims = JSON.parse(Buffer.from(String(next.access_token).split('.')[1] ?? '', 'base64url').toString())
    expect(`${claims.aud}/.default`).toBe(scope)
  }
})

const authorize = (changed: Words = {}) =>
  `${login}/${tenant}/oauth2/v2.0/authorize?${new URLSearchParams({
    client_id: reporter,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid User.Read Mail.Read',
    ...Object.fromEntries(Object.entries(changed).map(([name, value]) => [name, value ?? ''])),
  })}`

async function press(page: Response, form: Words): Promise<Response> {
  const text = await page.text()
  const action = /<form[^>]* method="post" action="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  if (action === undefined) throw new Error(`no form: ${text}`)
  const body = new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  return fetch(new URL(action, page.url), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: emulator.url },
    body,
  })
}

const account = (name: string) => {
  const found = Object.values(emulator.store.state.tenants[tenant]?.accounts ?? {}).find(
    ({ userPrincipalName }) => userPrincipalName === name,
  )
  return found?.objectId ?? ''
}

const answered = (response: Response) => new URL(response.headers.get('location') ?? 'about:blank').searchParams

test('a person is asked for consent once, may decline, and an administrator may accept for everybody', async () => {
  const member = account('member@fabrikam.example')
  const asked = await press(await fetch(authorize()), { account: member })
  expect(await asked.clone().text()).toContain('Microsoft Graph: User.Read, Mail.Read')
  expect(await asked.clone().text()).not.toContain('accept-for-all')
  const again = await press(await fetch(authorize()), { account: member, decision: 'decline' })
  expect(answered(again).get('error')).toBe('access_denied')
  expect(answered(again).get('error_description')).toMatch(/^AADSTS65004/)
  const accepted = await press(await fetch(authorize()), { account: member, decision: 'accept' })
  expect(answered(accepted).get('code')).toMatch(/^1\./)
  const next = await press(await fetch(authorize()), { account: member })
  expect(answered(next).get('code')).toMatch(/^1\./)
  const tooMuch = await press(await fetch(authorize({ scope: 'openid User.ReadWrite.All' })), { account: member })
  expect(answered(tooMuch).get('error_description')).toMatch(/^AADSTS90094/)
  const admin = await press(await fetch(authorize()), { account: account(user), decision: 'accept-for-all' })
  expect(answered(admin).get('code')).toMatch(/^1\./)
  const maker = await press(await fetch(authorize()), { account: account('maker@fabrikam.example') })
  expect(answered(maker).get('code')).toMatch(/^1\./)
})

test('an administrator accepts for the tenant, and the application can sign in there', async () => {
  const address = `${login}/${adatum}/adminconsent?${new URLSearchParams({ client_id: reporter, redirect_uri: redirectUri, state: 'mine' })}`
  const cancelled = answered(await press(await fetch(address), {}))
  expect(Object.fromEntries(cancelled)).toMatchObject({ error: 'access_denied', state: 'mine' })
  const accounts = Object.values(emulator.store.state.tenants[adatum]?.accounts ?? {})
  const [admin, maker] = [
    accounts.find(({ directoryRoles }) => directoryRoles.length > 0),
    accounts.find(({ directoryRoles }) => directoryRoles.length === 0),
  ]
  const notAllowed = answered(await press(await fetch(address), { account: maker?.objectId }))
  expect(notAllowed.get('error_description')).toMatch(/^AADSTS90093/)
  const accepted = answered(await press(await fetch(address), { account: admin?.objectId }))
  expect(Object.fromEntries(accepted)).toEqual({ admin_consent: 'True', tenant: adatum, state: 'mine' })
  const answer = await token(
    {
      client_id: reporter,
      client_secret: 'not-the-secret-of-the-reporter',
      scope: 'https://graph.microsoft.com/.default',
    },
    `${adatum}/oauth2/v2.0`,
  )
  const claims = JSON.parse(Buffer.from(String(answer.access_token).split('.')[1] ?? '', 'base64url').toString())
  expect(claims).toMatchObject({ idtyp: 'app', roles: ['User.Read.All'], tid: adatum })
})

test('a device code is pending, too hurried, declined, used once, and runs out', async () => {
  const begin = async () => {
    const body = new URLSearchParams({ client_id: clientId, scope: 'https://service.powerapps.com//.default' })
    return Object(await (await fetch(`${login}/organizations/oauth2/v2.0/devicecode`, { method: 'POST', body })).json())
  }
  const poll = (code: { device_code: string }) =>
    token(
      {
        client_secret: undefined,
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: code.device_code,
        scope: undefined,
      },
      'organizations/oauth2/v2.0',
    )
  emulator.clock.setMode('held')
  const code = await begin()
  expect(code).toMatchObject({ expires_in: 900, interval: 5, verification_uri: `${emulator.url}/devicelogin` })
  expect(await poll(code)).toMatchObject({ status: 400, error: 'authorization_pending' })
  emulator.clock.advance(1000)
  expect(await poll(code)).toMatchObject({ status: 400, error: 'slow_down' })
  const entered = `${code.verification_uri}?user_code=${String(code.user_code).toLowerCase()}`
  expect(await (await fetch(entered)).text()).toContain('Femke Bakker')
  const page = await fetch(entered)
  await press(page, { account: account(user) })
  emulator.clock.advance(5000)
  expect(await poll(code)).toMatchObject({ status: 200, token_type: 'Bearer' })
  expect(await poll(code)).toMatchObject({ status: 400, error: 'bad_verification_code' })
  const other = await begin()
  await press(await fetch(`${other.verification_uri}?user_code=${other.user_code}`), {})
  expect(await poll(other)).toMatchObject({ status: 400, error: 'authorization_declined' })
  const late = await begin()
  emulator.clock.advance(900_000)
  expect(await poll(late)).toMatchObject({ status: 400, error: 'expired_token' })
  expect((await fetch(`${late.verification_uri}?user_code=${late.user_code}`)).status).toBe(400)
  emulator.clock.setMode('machine')
})

test('instance discovery leads to the tenant', async () => {
  const asked = `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize`
  const response = await fetch(`${login}/common/discovery/instance?api-version=1.1&authorization_endpoint=${asked}`)
  expect(await response.json()).toMatchObject({
    tenant_discovery_endpoint: `${login}/${tenant}/v2.0/.well-known/openid-configuration`,
    metadata: [{ aliases: expect.arrayContaining(['login.windows.net']) }],
  })
})
