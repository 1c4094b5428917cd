import { decodeJwt, decodeProtectedHeader } from 'jose'
import { expect, test } from 'vitest'
import { identityPlatform } from '../fixtures/identity-platform.ts'
import { serveCloud } from '../fixtures/loopback-server.ts'
import { failureOf } from '../fixtures/sample-client.ts'
import { selfSigned } from '../fixtures/test-certificates.ts'
import { createApplicationCredential, createOnBehalfOfCredential } from './application-credentials.ts'

const tenant = '11111111-2222-3333-4444-555555555555'
const clientId = 'aaaaaaaa-0000-0000-0000-000000000001'
const scope = 'https://service.powerapps.com//.default'
const clientSecret = 'not-a-real-secret'

async function platform() {
  const identity = identityPlatform()
  const { cloud } = await serveCloud(identity.app)
  return { ...identity, common: { cloud, tenant, clientId } }
}

test('a client secret gets a token for each audience, once', async () => {
  const { common, seen } = await platform()
  const credential = createApplicationCredential({ ...common, clientSecret })
  expect(credential.kind).toBe('application')
  const first = await credential.getToken(scope)
  expect(decodeJwt(first.token)).toMatchObject({ aud: 'https://service.powerapps.com/', idtyp: 'app' })
  expect(first.expiresOnTimestamp - Date.now()).toBeGreaterThan(3_500_000)
  expect((await credential.getToken([scope])).token).toBe(first.token)
  await credential.getToken('https://graph.microsoft.com/.default')
  expect(seen.map(({ form }) => form.scope)).toEqual([scope, 'https://graph.microsoft.com/.default'])
  expect(seen[0]).toMatchObject({
    host: 'login.microsoftonline.com',
    tenant,
    form: { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret },
  })
})

test('a refused token and a claims challenge each bring a fresh one', async () => {
  const { common, seen } = await platform()
  const credential = createApplicationCredential({ ...common, clientSecret })
  const first = await credential.getToken(scope)
  const renewed = await credential.getToken(scope, { forceRefresh: true })
  expect(renewed.token).not.toBe(first.token)
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}'
  await credential.getToken(scope, { claims })
  expect(JSON.parse(seen[2]?.form.claims ?? '{}')).toMatchObject({
    access_token: { nbf: { essential: true, value: '1' }, xms_cc: { values: ['CP1'] } },
  })
})

test('one application serves the tenants of many customers', async () => {
  const { common, seen } = await platform()
  const credential = createApplicationCredential({ ...common, clientSecret })
  await credential.getToken(scope, { tenantId: 'fabrikam.example' })
  await credential.getToken(scope)
  expect(seen.map((request) => request.tenant)).toEqual(['fabrikam.example', tenant])
})

test('a certificate signs the proof; neither secret nor key is sent', async () => {
  const { common, seen } = await platform()
  const certificate = await selfSigned(['application.example'])
  await createApplicationCredential({ ...common, ...certificate }).getToken(scope)
  const form: Readonly<Record<string, string>> = seen[0]?.form ?? {}
  const assertion = form.client_assertion ?? ''
  expect(decodeProtectedHeader(assertion)).toMatchObject({
    alg: 'PS256',
    'x5t#S256': expect.any(String),
    x5c: [expect.any(String)],
  })
  expect(decodeJwt(assertion)).toMatchObject({ iss: clientId, sub: clientId })
  expect(JSON.stringify(form)).not.toContain('PRIVATE KEY')
  expect(form).not.toHaveProperty('client_secret')
})

test('what is no certificate is refused at once', async () => {
  const { common } = await platform()
  const failure = await failureOf(
    Promise.resolve().then(() => createApplicationCredential({ ...common, certificate: 'x', privateKey: 'y' })),
  )
  expect(failure).toMatchObject({ code: 'input-invalid' })
})

test('a user’s token is exchanged for one of another service', async () => {
  const { common, seen } = await platform()
  let asked = 0
  const credential = createOnBehalfOfCredential({
    ...common,
    clientSecret,
    userToken: async () => {
      asked += 1
      return 'fake-user-token'
    },
  })
  expect(credential.kind).toBe('delegated')
  const { token } = await credential.getToken(scope)
  expect(decodeJwt(token)).toMatchObject({ scp: 'User' })
  expect(seen[0]?.form).toMatchObject({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    assertion: 'fake-user-token',
  })
  await credential.getToken(scope)
  expect(seen).toHaveLength(1)
  expect(asked).toBe(2)
})

test.each<[string, string, code: string, cloudCode: string]>([
  [
    'invalid_client',
    'AADSTS7000215: Invalid client secret provided. Trace ID: 1234-ab Correlation ID: c Timestamp: t',
    'client-secret-wrong',
    'AADSTS7000215',
  ],
  [
    'invalid_client',
    'AADSTS7000222: The provided client secret keys are expired.',
    'client-secret-expired',
    'AADSTS7000222',
  ],
  [
    'unauthorized_client',
    'AADSTS700016: Application was not found in the directory.',
    'application-unknown',
    'AADSTS700016',
  ],
  ['invalid_request', 'AADSTS90002: Tenant not found.', 'tenant-unknown', 'AADSTS90002'],
  ['invalid_resource', 'AADSTS650057: Invalid resource.', 'resource-not-requested', 'AADSTS650057'],
  ['invalid_grant', 'AADSTS65001: The user or administrator has not consented.', 'consent-missing', 'AADSTS65001'],
  ['server_error', 'AADSTS9999999: Something new.', 'sign-in-failed', 'AADSTS9999999'],
])('%s with %s is explained', async (error, description, code, cloudCode) => {
  const { common, refusals } = await platform()
  refusals.push({ error, description })
  const failure = await failureOf(createApplicationCredential({ ...common, clientSecret }).getToken(scope))
  expect(failure).toMatchObject({ code, cloudCode, service: 'sign-in' })
  expect(failure.cloudMessage).toContain(description.slice(0, 30))
  expect(failure.message).not.toContain(clientSecret)
  expect(failure.requestIds).toHaveProperty('correlation-id')
})

test('an identity platform that cannot be reached is a failure of the connection', async () => {
  const { cloud } = await serveCloud(identityPlatform().app)
  const unreachable = { ...cloud, through: { value: 'http://127.0.0.1:9/https', sources: cloud.login.sources } }
  const credential = createApplicationCredential({
    cloud: unreachable,
    tenant: 'unknown.example',
    clientId,
    clientSecret,
  })
  expect(await failureOf(credential.getToken(scope))).toMatchObject({ code: 'connection-failed', service: 'sign-in' })
})
