import { expect, test } from 'vitest'
import { identityPlatform } from '../fixtures/identity-platform.ts'
import { serveCloud } from '../fixtures/loopback-server.ts'
import { failureOf } from '../fixtures/sample-client.ts'
import { type BrowserSignInOptions, createBrowserCredential } from './browser-sign-in.ts'
import { createDeviceCodeCredential, type DeviceCodePrompt } from './device-code.ts'

const tenant = '11111111-2222-3333-4444-555555555555'
const clientId = 'aaaaaaaa-0000-0000-0000-000000000001'
const powerApps = 'https://service.powerapps.com//.default'
const flow = 'https://service.flow.microsoft.com//.default'

async function platform() {
  const identity = identityPlatform()
  const { cloud } = await serveCloud(identity.app)
  return { ...identity, common: { cloud, tenant, clientId } }
}

test('a device code is shown once, whoever asks for how many audiences at the same time', async () => {
  const { common, seen, refusals } = await platform()
  refusals.push({ error: 'authorization_pending' }, { error: 'authorization_pending' })
  const shown: DeviceCodePrompt[] = []
  const credential = createDeviceCodeCredential({ ...common, show: (prompt) => shown.push(prompt) })
  expect(credential.kind).toBe('delegated')
  const [first, second] = await Promise.all([credential.getToken(powerApps), credential.getToken(flow)])
  expect(first?.token).not.toBe(second?.token)
  expect(shown).toEqual([
    {
      code: 'ABCD-EFGH',
      address: 'https://login.example/device',
      expiresInSeconds: 900,
      message: 'Open the page and enter ABCD-EFGH.',
    },
  ])
  expect(seen.map(({ form }) => form.grant_type)).toEqual(
    ['device_code', 'device_code', 'device_code', 'refresh_token'].map((grant) =>
      grant === 'device_code' ? expect.stringContaining('device_code') : grant,
    ),
  )
  expect(seen[3]?.form.refresh_token).toBe('fake-refresh-token')
})

test.each([
  ['authorization_declined', 'code-declined'],
  ['expired_token', 'code-expired'],
  ['bad_verification_code', 'sign-in-failed'],
])('a device code that ends with %s is explained', async (error, code) => {
  const { common, refusals } = await platform()
  refusals.push({ error })
  const failure = await failureOf(createDeviceCodeCredential({ ...common, show: () => undefined }).getToken(powerApps))
  expect(failure).toMatchObject({ code, service: 'sign-in' })
})

test('waiting for a device code is cancelled', async () => {
  const { common, refusals } = await platform()
  refusals.push(...Array.from({ length: 1000 }, () => ({ error: 'authorization_pending' })))
  const cancelling = new AbortController()
  const credential = createDeviceCodeCredential({ ...common, show: () => cancelling.abort() })
  const failure = await failureOf(credential.getToken(powerApps, { abortSignal: cancelling.signal }))
  expect(failure).toMatchObject({ code: 'cancelled', service: 'sign-in' })
  refusals.length = 0
})

test('a sign-in that ended asks the person again', async () => {
  const { common, refusals } = await platform()
  let shown = 0
  const credential = createDeviceCodeCredential({
    ...common,
    show: () => {
      shown += 1
    },
  })
  await credential.getToken(powerApps)
  refusals.push(
    { error: 'invalid_grant', description: 'AADSTS700082: The refresh token has expired.' },
    // A call that waited its turn looks once more.
    { error: 'invalid_grant', description: 'AADSTS700082: The refresh token has expired.' },
  )
  await credential.getToken(flow)
  expect(shown).toBe(2)
})

/** Opens the page as a browser would and sends the person back with what `answer` makes of it. */
function browser(
  challenges: Map<string, { challenge: string; nonce: string }>,
  answer: (page: URL) => string | undefined = (page) => `code=c1&state=${page.searchParams.get('state')}`,
) {
  const opened: URL[] = []
  const responses: Promise<Response>[] = []
  const show = (address: string): void => {
    const page = new URL(address)
    opened.push(page)
    challenges.set('c1', {
      challenge: page.searchParams.get('code_challenge') ?? '',
      nonce: page.searchParams.get('nonce') ?? '',
    })
    const query = answer(page)
    if (query !== undefined)
      responses.push(fetch(`${page.searchParams.get('redirect_uri')?.replace('localhost', '127.0.0.1')}/?${query}`))
  }
  return { show, opened, responses }
}

test('a person signs in with the browser: PKCE, state and nonce are used, and the listener closes', async () => {
  const { common, challenges, seen } = await platform()
  const { show, opened, responses } = browser(challenges)
  const credential = createBrowserCredential({ ...common, show, account: 'ada@contoso.example' })
  const { token } = await credential.getToken(powerApps)
  expect(token).toBeTruthy()
  const page = opened[0]
  expect(page?.origin).toBe('https://login.microsoftonline.com')
  expect(Object.fromEntries(page?.searchParams ?? [])).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    login_hint: 'ada@contoso.example',
    redirect_uri: expect.stringMatching(/^http:\/\/localhost:\d+$/),
  })
  expect(page?.searchParams.get('state')?.length).toBeGreaterThan(20)
  expect(seen[0]?.form).toMatchObject({
    grant_type: 'authorization_code',
    code: 'c1',
    code_verifier: expect.any(String),
  })
  const response = await responses[0]
  expect(response?.headers.get('cache-control')).toBe('no-store')
  await expect(response?.text()).resolves.toContain('Signed in')
  const listener = page?.searchParams.get('redirect_uri')?.replace('localhost', '127.0.0.1') ?? ''
  await expect(fetch(listener)).rejects.toThrow()
  await credential.getToken(flow)
  expect(opened).toHaveLength(1)
})

type Answer = Parameters<typeof browser>[1]

test.each<[string, Answer, Partial<BrowserSignInOptions>, code: string]>([
  ['another state', () => 'code=c1&state=forged', { longestMs: 60 }, 'sign-in-forged'],
  ['no state', () => 'code=c1', { longestMs: 60 }, 'sign-in-forged'],
  ['no answer', () => undefined, { longestMs: 60 }, 'sign-in-unfinished'],
  [
    'a person who declines',
    (page) => `error=access_denied&error_description=AADSTS65004%3A+declined&state=${page.searchParams.get('state')}`,
    {},
    'consent-declined',
  ],
  [
    'an error that is not known',
    (page) => `error=temporarily_unavailable&state=${page.searchParams.get('state')}`,
    {},
    'sign-in-failed',
  ],
])('a browser sign-in with %s fails as what it is', async (_, answer, options, code) => {
  const { common, challenges, seen } = await platform()
  const { show, responses } = browser(challenges, answer)
  const failure = await failureOf(createBrowserCredential({ ...common, show, ...options }).getToken(powerApps))
  expect(failure).toMatchObject({ code, service: 'sign-in' })
  expect(seen).toEqual([])
  await Promise.allSettled(responses)
})

test('a forged answer does not keep the true one from counting', async () => {
  const { common, challenges } = await platform()
  const { show, opened } = browser(challenges, () => 'code=evil&state=forged')
  const credential = createBrowserCredential({
    ...common,
    show: (address) => {
      show(address)
      const page = new URL(address)
      const back = `${page.searchParams.get('redirect_uri')?.replace('localhost', '127.0.0.1')}`
      setTimeout(() => void fetch(`${back}/?code=c1&state=${page.searchParams.get('state')}`), 20)
    },
  })
  await expect(credential.getToken(powerApps)).resolves.toHaveProperty('token')
  expect(opened).toHaveLength(1)
})

test('a code that was taken by somebody else is worth nothing without the verifier', async () => {
  const { common, challenges } = await platform()
  const { show } = browser(challenges)
  const credential = createBrowserCredential({
    ...common,
    show: (address) => {
      show(address)
      challenges.set('c1', { challenge: 'another', nonce: 'x' })
    },
  })
  expect((await failureOf(credential.getToken(powerApps))).code).toBe('session-ended')
})

test('the listener answers nothing but its own names', async () => {
  const { common, challenges } = await platform()
  const { request } = await import('node:http')
  const statuses: (number | undefined)[] = []
  const { show } = browser(challenges, () => undefined)
  const credential = createBrowserCredential({
    ...common,
    longestMs: 200,
    show: (address) => {
      show(address)
      const page = new URL(address)
      const { port } = new URL(page.searchParams.get('redirect_uri') ?? '')
      const state = page.searchParams.get('state')
      for (const [host, path, method] of [
        [`evil.example:${port}`, `/?code=c1&state=${state}`, 'GET'],
        [`localhost:${port}`, '/favicon.ico', 'GET'],
        [`localhost:${port}`, `/?code=c1&state=${state}`, 'POST'],
      ] as const)
        request({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
          statuses.push(response.statusCode)
          response.resume()
        }).end()
    },
  })
  expect((await failureOf(credential.getToken(powerApps))).code).toBe('sign-in-forged')
  expect(statuses.toSorted()).toEqual([400, 404, 404])
})
