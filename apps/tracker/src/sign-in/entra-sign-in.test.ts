import { type IdentityFaults, type RunningIdentityPlatform, startIdentityPlatform } from '@sevenstep/cloud-emulator'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SignInAttempt } from './attempt.ts'
import { attemptLifetime, createEntraSignIn, type EntraSignIn, type EntraSignInOptions } from './entra-sign-in.ts'
import { failureWords } from './failure-words.ts'
import { SignInFailure, SignInSettingsError } from './sign-in-failure.ts'

const contoso = { tenantId: 'aaaabbbb-0000-cccc-1111-dddd2222eeee', name: 'Contoso', domain: 'contoso.example' }
const foreign = { tenantId: 'bbbbcccc-1111-dddd-2222-eeee3333ffff', name: 'Foreign', domain: 'foreign.example' }
const redirectUri = 'http://localhost:3999/sign-in/callback'
const clientId = '00001111-aaaa-2222-bbbb-3333cccc4444'
const anna = {
  objectId: 'AAAAAAAA-0000-1111-2222-BBBBBBBBBBBB',
  tenantId: contoso.tenantId,
  name: 'Anna de Vries',
  username: 'anna@contoso.example',
  role: { en: 'Reviewer', nl: 'Beoordelaar' },
  appRoles: ['reviewer'],
}
const eve = { ...anna, objectId: 'cccccccc-0000-1111-2222-bbbbbbbbbbbb', tenantId: foreign.tenantId, appRoles: [] }

let platform: RunningIdentityPlatform
let options: EntraSignInOptions
let signIn: EntraSignIn

beforeAll(async () => {
  const application = {
    clientId,
    name: 'Tracker',
    tenantId: contoso.tenantId,
    redirectUris: [redirectUri],
    clientSecret: 'right',
  }
  platform = await startIdentityPlatform({
    tenants: [contoso, foreign],
    applications: [{ ...application, signInAudience: 'AzureADMultipleOrgs' }],
    accounts: [anna, eve],
  })
  options = {
    tenantId: 'organizations',
    clientId,
    clientSecret: 'right',
    redirectUri,
    allowedTenants: [contoso.tenantId.toUpperCase()],
    authorityMapping: { to: platform.url },
    timeout: 60_000,
  }
})

afterAll(() => platform.stop())

beforeEach(() => {
  platform.faults = {}
  signIn = createEntraSignIn(options)
})

/** Goes to the sign-in page, chooses, and returns what the browser comes back with. */
async function choose(url: string, objectId: string | undefined): Promise<URLSearchParams> {
  const page = await (await fetch(url)).text()
  const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const answer = await fetch(new URL(action, url), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: platform.url },
    body: new URLSearchParams(objectId === undefined ? {} : { account: objectId }),
  })
  return new URL(answer.headers.get('location') ?? '').searchParams
}

async function started(by: EntraSignIn = signIn, who: { objectId: string } | undefined = anna) {
  const { url, attempt } = await by.begin('/products')
  return { attempt, answer: await choose(url, who?.objectId) }
}

async function codeOfFailure(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof SignInFailure)) throw new Error(`not refused as it should be: ${error}`)
  expect(Object.keys(error)).toEqual(expect.arrayContaining(['code', 'what', 'why', 'fix']))
  return error.code
}

describe('signing in', () => {
  test('proves who somebody is', async () => {
    const { attempt, answer } = await started()
    expect(attempt.returnTo).toBe('/products')
    expect(await signIn.complete(attempt, answer)).toEqual({
      tenantId: contoso.tenantId,
      objectId: 'aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb',
      name: 'Anna de Vries',
      username: 'anna@contoso.example',
      roles: ['reviewer'],
    })
  })

  test('through one tenant instead of any', async () => {
    const one = createEntraSignIn({ ...options, tenantId: contoso.tenantId })
    const { attempt, answer } = await started(one)
    expect((await one.complete(attempt, answer)).objectId).toBe('aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb')
  })

  test('sends the browser to the mapped address, in its language, with everything the protocol needs', async () => {
    const { url, attempt } = await signIn.begin('//evil.example', 'nl')
    const { origin, searchParams } = new URL(url)
    expect(origin).toBe(platform.url)
    expect(signIn.formTargets).toEqual([platform.url])
    expect(attempt.returnTo).toBe('/')
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      code_challenge_method: 'S256',
      state: attempt.state,
      nonce: attempt.nonce,
      ui_locales: 'nl',
    })
    expect(Buffer.from(attempt.state, 'base64url')).toHaveLength(32)
  })

  test('goes to Microsoft where nothing is mapped', async () => {
    const real = createEntraSignIn({ ...options, authorityMapping: undefined })
    const { url } = await real.begin('/')
    expect(url).toMatch(/^https:\/\/login\.microsoftonline\.com\/organizations\/oauth2\/v2\.0\/authorize\?/)
    expect(real.formTargets).toEqual(['https://login.microsoftonline.com'])
  })

  test('goes on after the keys were changed', async () => {
    const before = await started()
    await signIn.complete(before.attempt, before.answer)
    await platform.rotateKeys({ retireOld: true })
    // Within half a minute of the last fetch the keys are not fetched again, so a fresh verifier stands in for waiting.
    const later = createEntraSignIn(options)
    const { attempt, answer } = await started(later)
    expect((await later.complete(attempt, answer)).name).toBe('Anna de Vries')
  })
})

describe('a provider that lies or is down is not believed', () => {
  const elsewhere = 'https://login.microsoftonline.com/aaaabbbb-0000-cccc-1111-dddd2222eeee/v2.0'
  test.each<[string, IdentityFaults, string]>([
    ['another issuer', { issuer: elsewhere }, 'issuer'],
    ['another audience', { audience: '99999999-aaaa-2222-bbbb-3333cccc4444' }, 'audience'],
    ['another nonce', { nonce: 'replayed' }, 'nonce-mismatch'],
    ['a key nobody published', { signature: 'foreign-key' }, 'signature'],
    ['the public key as a secret', { signature: 'hmac' }, 'signature'],
    ['no signature', { signature: 'none' }, 'signature'],
    ['a token of yesterday', { expired: true }, 'expired'],
    ['503', { down: 'unavailable' }, 'provider-unreachable'],
    ['cut off', { down: 'disconnected' }, 'provider-unreachable'],
    ['no answer', { down: 'silent' }, 'provider-unreachable'],
  ])('%s', async (_, faults, code) => {
    const { attempt, answer } = await started()
    platform.faults = faults
    // Only where no answer is to come may an answer not be waited for.
    const waiting = faults.down === 'silent' ? createEntraSignIn({ ...options, timeout: 200 }) : signIn
    expect(await codeOfFailure(waiting.complete(attempt, answer))).toBe(code)
    platform.faults = {}
    const again = await started()
    expect((await signIn.complete(again.attempt, again.answer)).name).toBe('Anna de Vries')
  })

  test('the issuer of another tenant, even one that is allowed', async () => {
    const both = createEntraSignIn({ ...options, allowedTenants: [contoso.tenantId, foreign.tenantId] })
    const { attempt, answer } = await started(both, eve)
    platform.faults = { issuer: `${platform.url}/${contoso.tenantId}/v2.0` }
    expect(await codeOfFailure(both.complete(attempt, answer))).toBe('issuer')
  })

  test('nobody listens there any more', async () => {
    const gone = await startIdentityPlatform({ tenants: [contoso], applications: [], accounts: [] })
    await gone.stop()
    const { attempt, answer } = await started()
    const lost = createEntraSignIn({ ...options, authorityMapping: { to: gone.url } })
    expect(await codeOfFailure(lost.complete(attempt, answer))).toBe('provider-unreachable')
  })
})

describe('an answer that does not fit is refused', () => {
  test('somebody of a foreign tenant', async () => {
    const { attempt, answer } = await started(signIn, eve)
    expect(await codeOfFailure(signIn.complete(attempt, answer))).toBe('tenant-not-allowed')
  })

  test('a code used twice', async () => {
    const { attempt, answer } = await started()
    await signIn.complete(attempt, answer)
    expect(await codeOfFailure(signIn.complete(attempt, answer))).toBe('code-rejected')
  })

  test('a code of another attempt', async () => {
    const one = await started()
    const other = await started()
    other.answer.set('code', one.answer.get('code') ?? '')
    expect(await codeOfFailure(signIn.complete(other.attempt, other.answer))).toBe('code-rejected')
  })

  test('a cancelled sign-in', async () => {
    const { attempt, answer } = await started(signIn, { objectId: '' })
    expect(await codeOfFailure(signIn.complete(attempt, answer))).toBe('provider-refused')
    const { url, attempt: next } = await signIn.begin('/')
    expect(await codeOfFailure(signIn.complete(next, await choose(url, undefined)))).toBe('denied')
  })

  test('a wrong client secret', async () => {
    const wrong = createEntraSignIn({ ...options, clientSecret: 'wrong' })
    const { attempt, answer } = await started(wrong)
    const refused = await wrong.complete(attempt, answer).catch((error: unknown) => error)
    expect(refused).toMatchObject({
      code: 'client-rejected',
      status: 502,
      reference: expect.stringMatching(/^[\da-f-]{36}$/),
    })
  })

  const attempt: SignInAttempt = { state: 's', nonce: 'n', codeVerifier: 'v', returnTo: '/', createdAt: new Date() }
  const old = { ...attempt, createdAt: new Date(Date.now() - attemptLifetime - 1000) }
  test.each([
    ['no attempt', undefined, 'state=s&code=c', 'attempt-missing'],
    ['an attempt of long ago', old, 'state=s&code=c', 'attempt-expired'],
    ['another state', attempt, 'state=t&code=c', 'state-mismatch'],
    ['another state with an error', attempt, 'state=t&error=access_denied', 'state-mismatch'],
    ['no state', attempt, 'code=c', 'state-mismatch'],
    ['two states', attempt, 'state=s&state=t&code=c', 'answer-malformed'],
    ['two codes', attempt, 'state=s&code=c&code=d', 'answer-malformed'],
    ['no code', attempt, 'state=s', 'answer-malformed'],
    ['denied', attempt, 'state=s&error=access_denied', 'denied'],
    ['another error', attempt, 'state=s&error=server_error', 'provider-refused'],
  ])('%s', async (_, given, answer, code) => {
    expect(await codeOfFailure(signIn.complete(given, new URLSearchParams(answer)))).toBe(code)
  })
})

describe('settings that would let anybody in, or nobody', () => {
  test.each<[string, Partial<EntraSignInOptions>]>([
    ['no tenant on the list', { allowedTenants: [] }],
    ['a name on the list', { allowedTenants: [contoso.tenantId, 'organizations'] }],
    ['personal accounts too', { tenantId: 'common' }],
    ['a domain name', { tenantId: 'contoso.example' }],
    ['a path in the tenant', { tenantId: '../evil' }],
    ['mapped to another machine', { authorityMapping: { to: 'http://login.example' } }],
    ['mapped to what looks like this machine', { authorityMapping: { to: 'http://localhost.evil.example' } }],
    ['mapped to https elsewhere', { authorityMapping: { to: 'https://login.example' } }],
    ['mapped to nothing', { authorityMapping: { to: '' } }],
  ])('%s', (_, changed) => {
    expect(() => createEntraSignIn({ ...options, ...changed })).toThrow(SignInSettingsError)
  })
})

test('every failure is told in both languages, and the languages differ', () => {
  for (const [code, words] of Object.entries(failureWords)) {
    for (const text of [words.what, words.why, words.fix]) {
      expect(text.en, code).toMatch(/\.$/)
      expect(text.nl, code).toMatch(/\.$/)
      expect(text.nl, code).not.toBe(text.en)
    }
  }
})
