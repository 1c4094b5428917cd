import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type CryptoKey, exportJWK, importPKCS8, type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authorityOf } from './authority.ts'
import { SignInFailure } from './sign-in-failure.ts'
import { createIdTokenVerifier } from './verify-id-token.ts'

const tenantId = 'aaaabbbb-0000-cccc-1111-dddd2222eeee'
const otherTenant = 'bbbbcccc-1111-dddd-2222-eeee3333ffff'
const clientId = '00001111-aaaa-2222-bbbb-3333cccc4444'
const now = Date.parse('2026-11-21T09:00:00Z') / 1000
const good = {
  aud: clientId,
  iat: now - 10,
  nbf: now - 10,
  exp: now + 3600,
  nonce: 'the-nonce',
  oid: 'aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb',
  tid: tenantId,
  name: 'Anna de Vries',
  preferred_username: 'anna@contoso.example',
}

/** Published without `alg`, as Microsoft does, so that only the verifier decides which algorithms may be used. */
const keyPair = generateKeyPairSync('rsa', { modulusLength: 2048 })

let server: Server
let url: string
let keyIssuer: string | undefined
let answer: 'keys' | 'error' | 'nonsense' = 'keys'
let privateKey: CryptoKey

beforeAll(async () => {
  privateKey = await importPKCS8(keyPair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 'RS256')
  const jwk = await exportJWK(keyPair.publicKey)
  server = createServer((_, response) => {
    if (answer === 'error') return response.writeHead(500).end()
    const keys = [{ ...jwk, kid: 'k1', use: 'sig', ...(keyIssuer === undefined ? {} : { issuer: keyIssuer }) }]
    return response.end(answer === 'keys' ? JSON.stringify({ keys }) : '<html>')
  }).listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  url = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
})

afterAll(() => server.close())

function sign(changed: Readonly<Record<string, unknown>>): Promise<string> {
  const tenant = 'tid' in changed ? changed.tid : tenantId
  // Through JSON, so that what is undefined is left out.
  const claims: JWTPayload = JSON.parse(JSON.stringify({ ...good, iss: `${url}/${tenant}/v2.0`, ...changed }))
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(privateKey)
}

function verify(idToken: string, tenant = 'organizations') {
  return createIdTokenVerifier({
    authority: authorityOf(tenant, { to: url }),
    clientId,
    allowedTenants: [tenantId],
    clock: { now: () => new Date(now * 1000) },
    timeout: 60_000,
  })(idToken, 'the-nonce')
}

async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'believed'
  } catch (error) {
    if (error instanceof SignInFailure) return error.code
    throw error
  }
}

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ['as it should be', {}, 'believed'],
  ['over, within the leeway', { exp: now - 59 }, 'believed'],
  ['over, at the leeway', { exp: now - 60 }, 'expired'],
  ['not yet, within the leeway', { nbf: now + 60 }, 'believed'],
  ['not yet', { nbf: now + 61 }, 'expired'],
  ['no end', { exp: undefined }, 'expired'],
  ['no audience', { aud: undefined }, 'audience'],
  ['another audience', { aud: 'another' }, 'audience'],
  ['no issuer', { iss: undefined }, 'issuer'],
  ['the issuer of another tenant', { iss: 'https://login.microsoftonline.com/common/v2.0' }, 'issuer'],
  ['the template itself', { tid: '{tenantid}' }, 'issuer'],
  ['no tenant', { tid: undefined }, 'issuer'],
  ['no nonce', { nonce: undefined }, 'nonce-mismatch'],
  ['an empty nonce', { nonce: '' }, 'nonce-mismatch'],
  ['no object id', { oid: undefined }, 'claims-missing'],
  ['an object id that is none', { oid: 'anna@contoso.example' }, 'claims-missing'],
  ['no username', { preferred_username: undefined }, 'claims-missing'],
  ['another tenant', { tid: otherTenant }, 'tenant-not-allowed'],
])('%s', async (_, changed, expected) => {
  expect(await outcome(verify(await sign(changed)))).toBe(expected)
})

test('names and roles are taken with care', async () => {
  const identity = await verify(await sign({ name: 7, roles: ['reviewer', 1, null] }))
  expect(identity).toMatchObject({ name: 'anna@contoso.example', roles: ['reviewer'] })
})

test('where one tenant is asked, another tenant’s issuer is wrong before the list is looked at', async () => {
  expect(await outcome(verify(await sign({ tid: otherTenant }), tenantId))).toBe('issuer')
})

test.each([
  ['for any tenant', () => `${url}/{tenantid}/v2.0`, 'believed'],
  ['for this tenant', () => `${url}/${tenantId}/v2.0`, 'believed'],
  ['for another tenant', () => `${url}/${otherTenant}/v2.0`, 'issuer'],
])('a key that signs %s', async (_, issuer, expected) => {
  keyIssuer = issuer()
  expect(await outcome(verify(await sign({})))).toBe(expected)
  keyIssuer = undefined
})

test('an algorithm that is not RS256, though the signature is right and the key is published', async () => {
  const { privateKey: same } = keyPair
  const pss = await importPKCS8(same.export({ type: 'pkcs8', format: 'pem' }).toString(), 'PS256')
  const token = (alg: string, key: CryptoKey) =>
    new SignJWT({ ...good, iss: `${url}/${tenantId}/v2.0` }).setProtectedHeader({ alg, kid: 'k1' }).sign(key)
  expect(await outcome(verify(await token('PS256', pss)))).toBe('signature')
  expect(await outcome(verify(await token('RS256', privateKey)))).toBe('believed')
})

test('a key that is not published', async () => {
  const [, payload, signature] = (await sign({})).split('.')
  const header = Buffer.from(JSON.stringify({ alg: 'RS256', kid: 'k2' })).toString('base64url')
  expect(await outcome(verify(`${header}.${payload}.${signature}`))).toBe('signature')
})

test.each(['', 'a', 'a.b.c', '..', 'eyJhbGciOiJub25lIn0.e30.'])('%j is no token', async (text) => {
  expect(await outcome(verify(text))).toBe('signature')
})

test.each(['error', 'nonsense'] as const)('keys that cannot be had: %s', async (how) => {
  answer = how
  expect(await outcome(verify(await sign({})))).toBe('provider-unreachable')
  answer = 'keys'
})
