import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askToken, codeFor, tokenParameters } from './fixtures/browser-of-tests.ts'
import { anna, bram, contoso, desktop, directory, fabrikam, tracker } from './fixtures/directory.ts'
import { type RunningIdentityPlatform, startIdentityPlatform } from './start.ts'

const minute = 60_000
let now: number
let platform: RunningIdentityPlatform

beforeEach(async () => {
  now = Date.parse('2026-11-21T09:00:00Z')
  platform = await startIdentityPlatform({ ...directory, clock: { now: () => new Date(now) } })
})

afterEach(() => platform.stop())

async function signIn(account = anna) {
  const code = await codeFor(platform.url, account)
  return (await askToken(platform.url, tokenParameters({ code, client_info: '1' }))).json
}

function verified(idToken: unknown, tenantId = contoso.tenantId) {
  const keys = createRemoteJWKSet(new URL(`${platform.url}/${tenantId}/discovery/v2.0/keys`))
  return jwtVerify(String(idToken), keys, {
    algorithms: ['RS256'],
    issuer: `${platform.url}/${tenantId}/v2.0`,
    audience: tracker.clientId,
    currentDate: new Date(now),
  })
}

test('jose believes the id_token, which says what Entra’s says', async () => {
  const json = await signIn()
  expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 3599, scope: 'openid profile offline_access' })
  const info = Buffer.from(String(json.client_info), 'base64url').toString()
  expect(JSON.parse(info)).toEqual({ uid: anna.objectId, utid: contoso.tenantId })
  const { payload } = await verified(json.id_token)
  expect(payload).toEqual({
    aud: tracker.clientId,
    iss: `${platform.url}/${contoso.tenantId}/v2.0`,
    iat: now / 1000,
    nbf: now / 1000,
    exp: now / 1000 + 3600,
    name: 'Anna de Vries',
    nonce: 'the-nonce',
    oid: anna.objectId,
    preferred_username: 'anna@contoso.example',
    roles: ['reviewer'],
    sid: expect.stringMatching(/^[\da-f-]{36}$/),
    sub: expect.stringMatching(/^[\w-]{43}$/),
    tid: contoso.tenantId,
    uti: expect.any(String),
    ver: '2.0',
  })
  const other = await verified((await signIn(bram)).id_token, fabrikam.tenantId)
  expect(other.payload.roles).toBeUndefined()
  expect(other.payload.sub).not.toBe(payload.sub)
})

test('the same person has another subject in another application', async () => {
  const own = await verified((await signIn()).id_token)
  const uri = desktop.redirectUris[0]
  const code = await codeFor(platform.url, anna, { client_id: desktop.clientId, redirect_uri: uri }, contoso.tenantId)
  const body = tokenParameters({ code, client_id: desktop.clientId, client_secret: undefined, redirect_uri: uri })
  const { json } = await askToken(platform.url, body, contoso.tenantId)
  const claims = JSON.parse(Buffer.from(String(json.id_token).split('.')[1] ?? '', 'base64url').toString())
  expect(claims.oid).toBe(own.payload.oid)
  expect(claims.sub).not.toBe(own.payload.sub)
})

test('discovery leads to every endpoint', async () => {
  const one = await (await fetch(`${platform.url}/${contoso.domain}/v2.0/.well-known/openid-configuration`)).json()
  expect(one).toMatchObject({
    issuer: `${platform.url}/${contoso.tenantId}/v2.0`,
    authorization_endpoint: `${platform.url}/${contoso.tenantId}/oauth2/v2.0/authorize`,
    token_endpoint: `${platform.url}/${contoso.tenantId}/oauth2/v2.0/token`,
    jwks_uri: `${platform.url}/${contoso.tenantId}/discovery/v2.0/keys`,
    end_session_endpoint: `${platform.url}/${contoso.tenantId}/oauth2/v2.0/logout`,
  })
  const any = await (await fetch(`${platform.url}/organizations/v2.0/.well-known/openid-configuration`)).json()
  expect(any).toMatchObject({
    issuer: `${platform.url}/{tenantid}/v2.0`,
    jwks_uri: `${platform.url}/organizations/discovery/v2.0/keys`,
  })
})

test('after a rotation both keys are published, and only the new one once the old is retired', async () => {
  const old = (await signIn()).id_token
  await platform.rotateKeys()
  const fresh = (await signIn()).id_token
  expect(decodeProtectedHeader(String(fresh)).kid).not.toBe(decodeProtectedHeader(String(old)).kid)
  await verified(old)
  await verified(fresh)
  await platform.rotateKeys({ retireOld: true })
  await expect(verified(fresh)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' })
})

test.each([
  ['issuer', { issuer: 'https://evil.example/' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
  ['audience', { audience: 'another' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
  ['a foreign key', { signature: 'foreign-key' }, 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
  ['HMAC with the public key', { signature: 'hmac' }, 'ERR_JOSE_ALG_NOT_ALLOWED'],
  ['no signature', { signature: 'none' }, 'ERR_JOSE_ALG_NOT_ALLOWED'],
  ['expired', { expired: true }, 'ERR_JWT_EXPIRED'],
] as const)('a fault that jose sees: %s', async (_, faults, code) => {
  platform.faults = faults
  const json = await signIn()
  await expect(verified(json.id_token)).rejects.toMatchObject({ code })
  platform.faults = {}
  await verified((await signIn()).id_token)
})

test('a nonce can be put in place of the right one', async () => {
  platform.faults = { nonce: 'another' }
  expect((await verified((await signIn()).id_token)).payload.nonce).toBe('another')
})

test.each([
  ['no grant type', { grant_type: undefined }, 400, 'invalid_request', 900144],
  ['an unknown grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
  ['an unknown client', { client_id: 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa' }, 400, 'unauthorized_client', 700016],
  ['no secret', { client_secret: undefined }, 401, 'invalid_client', 7000218],
  ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client', 7000215],
  ['a secret of a public client', { client_id: desktop.clientId }, 401, 'invalid_client', 700025],
  ['no code', { code: undefined }, 400, 'invalid_request', 900144],
  ['an invented code', { code: '1.invented' }, 400, 'invalid_grant', 70000],
  ['another redirect URI', { redirect_uri: 'http://localhost:3999/' }, 400, 'invalid_grant', 500112],
  ['no verifier', { code_verifier: undefined }, 400, 'invalid_request', 900144],
  ['a wrong verifier', { code_verifier: 'wrong' }, 400, 'invalid_grant', 501481],
  [
    'the challenge as verifier',
    { code_verifier: 'RkMr5V1JMX9Hgj1dO7RvJOFrTeyKGLbXhLtRhVfhJ1Q' },
    400,
    'invalid_grant',
    501481,
  ],
])('refused with Entra’s envelope: %s', async (_, changed, status, error, number) => {
  const code = await codeFor(platform.url, anna)
  const answer = await askToken(platform.url, tokenParameters({ code, ...changed }))
  expect(answer.status).toBe(status)
  expect(answer.json).toEqual({
    error,
    error_description: expect.stringMatching(
      new RegExp(`^AADSTS${number}: .+ Trace ID: .+ Correlation ID: .+ Timestamp: `),
    ),
    error_codes: [number],
    timestamp: '2026-11-21 09:00:00Z',
    trace_id: expect.stringMatching(/^[\da-f-]{36}$/),
    correlation_id: expect.stringMatching(/^[\da-f-]{36}$/),
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
  })
})

test('a code works once; the second time takes the refresh token away', async () => {
  const code = await codeFor(platform.url, anna)
  const first = await askToken(platform.url, tokenParameters({ code }))
  const refresh = tokenParameters({ grant_type: 'refresh_token', refresh_token: String(first.json.refresh_token) })
  expect((await askToken(platform.url, refresh)).status).toBe(200)
  expect((await askToken(platform.url, tokenParameters({ code }))).json.error_codes).toEqual([54005])
  expect((await askToken(platform.url, refresh)).json.error_codes).toEqual([70000])
})

test('of requests that race with one code, one wins', async () => {
  const code = await codeFor(platform.url, anna)
  const answers = await Promise.all(Array.from({ length: 8 }, () => askToken(platform.url, tokenParameters({ code }))))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('codes last ten minutes, refresh tokens ninety days', async () => {
  const code = await codeFor(platform.url, anna)
  const other = await codeFor(platform.url, anna)
  now += 10 * minute - 1
  const { status, json } = await askToken(platform.url, tokenParameters({ code }))
  expect(status).toBe(200)
  now += 1
  expect((await askToken(platform.url, tokenParameters({ code: other }))).json.error_codes).toEqual([70008])
  const refresh = tokenParameters({ grant_type: 'refresh_token', refresh_token: String(json.refresh_token) })
  now += 90 * 24 * 60 * minute - 2
  expect((await askToken(platform.url, refresh)).status).toBe(200)
  now += 2
  expect((await askToken(platform.url, refresh)).json.error_codes).toEqual([70008])
})

test('a code belongs to its application and its tenant', async () => {
  const code = await codeFor(platform.url, bram)
  expect((await askToken(platform.url, tokenParameters({ code }), contoso.tenantId)).json.error_codes).toEqual([700005])
  const other = await codeFor(platform.url, anna)
  const stolen = tokenParameters({ code: other, client_id: desktop.clientId, client_secret: undefined })
  expect((await askToken(platform.url, stolen)).json.error_codes).toEqual([70000])
})

test('a secret may come in a Basic header', async () => {
  const code = await codeFor(platform.url, anna)
  const pair = `${tracker.clientId}:${encodeURIComponent(tracker.clientSecret ?? '')}`
  const response = await fetch(`${platform.url}/organizations/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
    body: tokenParameters({ code, client_id: undefined, client_secret: undefined }),
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('a Basic header that cannot be read is refused, not failed on', async () => {
  const response = await fetch(`${platform.url}/organizations/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from('%:%').toString('base64')}` },
    body: tokenParameters({}),
  })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: 'invalid_request', error_codes: [90100] })
})

test('a body of megabytes is not read', async () => {
  const body = tokenParameters({ code: 'x'.repeat(2_000_000) })
  const response = await fetch(`${platform.url}/common/oauth2/v2.0/token`, { method: 'POST', body })
  expect(response.status).toBe(413)
})

test('without offline_access there is no refresh token, without client_info none either', async () => {
  const code = await codeFor(platform.url, anna, { scope: 'openid' })
  const { json } = await askToken(platform.url, tokenParameters({ code }))
  expect(Object.keys(json).sort()).toEqual([
    'access_token',
    'expires_in',
    'ext_expires_in',
    'id_token',
    'scope',
    'token_type',
  ])
})
