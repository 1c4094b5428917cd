import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { anna, contoso, desktop, directory, redirectUri, tracker } from './fixtures/directory.ts'
import { createIdentityPlatform, type IdentityPlatform } from './platform.ts'

const url = 'http://localhost:4310'
let platform: IdentityPlatform

beforeAll(async () => {
  platform = await createIdentityPlatform({ ...directory, url })
})

const registered = [...tracker.redirectUris, ...desktop.redirectUris]
const hostile = fc.oneof(
  fc.constantFrom(
    '',
    '%',
    '%00',
    '"><script>',
    '__proto__',
    'https://evil.example',
    '\r\nset-cookie: a=b',
    'none',
    'openid',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
/** Mostly what is right, so that requests get far enough to go wrong late. */
const nearly = (right: string) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: hostile })
const tenant = fc.oneof(
  fc.constantFrom('organizations', 'common', contoso.tenantId, contoso.domain),
  hostile.map(encodeURIComponent),
)

const authorizeQuery = fc.record(
  {
    client_id: nearly(tracker.clientId),
    redirect_uri: nearly(redirectUri),
    response_type: nearly('code'),
    response_mode: nearly('query'),
    scope: nearly('openid'),
    state: hostile,
    nonce: hostile,
    prompt: nearly('none'),
    code_challenge: nearly('a'.repeat(43)),
    code_challenge_method: nearly('S256'),
    ui_locales: hostile,
    login_hint: hostile,
  },
  { requiredKeys: ['client_id', 'redirect_uri'] },
)

test('whatever an authorization request says, it is answered, and never to an address nobody registered', async () => {
  await fc.assert(
    fc.asyncProperty(tenant, authorizeQuery, nearly(anna.objectId), async (segment, query, account) => {
      const address = `${url}/${segment}/oauth2/v2.0`
      const shown = await platform.app.request(`${address}/authorize?${new URLSearchParams(query)}`, {
        headers: { accept: 'text/html' },
      })
      const chosen = await platform.app.request(`${address}/login?${new URLSearchParams(query)}`, {
        method: 'POST',
        headers: { origin: url },
        body: new URLSearchParams({ account }),
      })
      for (const response of [shown, chosen]) {
        expect([200, 303, 400, 404]).toContain(response.status)
        const to = response.headers.get('location')
        if (to !== null) {
          const { origin, pathname, searchParams } = new URL(to)
          expect(registered).toContain(`${origin}${pathname}`)
          expect(searchParams.get('state') ?? '').toBe(query.state ?? '')
        }
        const page = response.headers.get('content-type')?.startsWith('text/html') === true
        if (page) expect(await response.text()).not.toContain('<script')
      }
    }),
    { numRuns: 400 },
  )
})

const tokenBody = fc.record(
  {
    client_id: nearly(tracker.clientId),
    client_secret: nearly(tracker.clientSecret ?? ''),
    client_assertion: hostile,
    client_assertion_type: nearly('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
    grant_type: nearly('authorization_code'),
    code: hostile,
    refresh_token: hostile,
    redirect_uri: nearly(redirectUri),
    code_verifier: hostile,
  },
  { requiredKeys: [] },
)

test('whatever a token request says, without a code it gets an envelope and no token', async () => {
  await fc.assert(
    fc.asyncProperty(tenant, tokenBody, fc.option(hostile), async (segment, body, basic) => {
      const response = await platform.app.request(`${url}/${segment}/oauth2/v2.0/token`, {
        method: 'POST',
        headers: basic === null ? {} : { authorization: `Basic ${Buffer.from(basic).toString('base64')}` },
        body: new URLSearchParams(body),
      })
      if (response.status === 404) return
      expect([400, 401]).toContain(response.status)
      const envelope = await response.json()
      expect(envelope.error_codes).toHaveLength(1)
      expect(envelope.access_token).toBeUndefined()
    }),
    { numRuns: 400 },
  )
})
