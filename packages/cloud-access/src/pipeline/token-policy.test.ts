import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { fakeCredential, fakeToken } from '../fixtures/fake-tokens.ts'
import { failureOf, sampleClient } from '../fixtures/sample-client.ts'
import { applicationOnly, download, personOnly, read, readConnection, readRow } from '../fixtures/sample-operations.ts'

const tenant = '11111111-2222-3333-4444-555555555555'
const reading = { path: { id: 'a' } }

/** Answers `id: a` and keeps the tokens it was sent. */
function keeping() {
  const tokens: (string | undefined)[] = []
  const app = new Hono()
  app.all('*', (c) => {
    tokens.push(c.req.header('authorization'))
    return c.json({ id: 'a' })
  })
  return { app, tokens }
}

test('each audience has a token of its own, got once, with the double slash where the audience ends in one', async () => {
  const { app } = keeping()
  const credential = fakeCredential()
  const { client } = await sampleClient(app, { credential })
  await Promise.all([client.call(read, reading), client.call(read, reading)])
  await client.call(
    readRow,
    { path: { id: '1' }, headers: {} },
    { at: { organization: 'https://contoso.crm4.dynamics.com/' } },
  )
  await client.call(readConnection, {}, { at: { environment: '0a1b2c3d' } })
  await client.call(personOnly, {})
  await client.call(read, reading)
  expect(credential.asked.map(({ scopes }) => scopes)).toEqual([
    'https://service.powerapps.com//.default',
    'https://contoso.crm4.dynamics.com/.default',
    'https://api.powerplatform.com/.default',
    'https://service.flow.microsoft.com//.default',
  ])
  expect(credential.asked[0]?.options).toMatchObject({ tenantId: 'contoso.example', enableCae: true })
})

test('no token goes to an address that carries its own signature', async () => {
  const { app, tokens } = keeping()
  const { client } = await sampleClient(app)
  await client.call(download, { query: {} }, { at: { address: 'https://account.blob.core.windows.net/c/b?sig=x' } })
  expect(tokens).toEqual([undefined])
})

test.each<[string, string, Record<string, unknown>, code: string | undefined]>([
  ['the tenant asked for', tenant, { tid: tenant.toUpperCase() }, undefined],
  ['another tenant', tenant, { tid: '99999999-2222-3333-4444-555555555555' }, 'token-of-other-tenant'],
  ['a tenant that is asked for by its domain', 'contoso.example', { tid: tenant }, undefined],
  ['the audience without its slash', tenant, { aud: 'https://service.powerapps.com' }, undefined],
  ['another audience', tenant, { aud: 'https://graph.microsoft.com' }, 'token-of-other-audience'],
  ['an application’s id as audience', tenant, { aud: '475226c6-020e-4fb2-8a90-7a972cbfc1d4' }, undefined],
])('a token of %s', async (_, asked, claims, code) => {
  const { app, tokens } = keeping()
  const { client } = await sampleClient(app, { tenant: asked, credential: fakeCredential(() => fakeToken(claims)) })
  if (code === undefined) await client.call(read, reading)
  else expect(await failureOf(client.call(read, reading))).toMatchObject({ code, operation: 'samples.read' })
  expect(tokens).toHaveLength(code === undefined ? 1 : 0)
})

test('the Flow service takes tokens for Azure management as well', async () => {
  const { app, tokens } = keeping()
  const { client } = await sampleClient(app, {
    credential: fakeCredential(() => fakeToken({ aud: 'https://management.core.windows.net/' })),
  })
  await client.call(personOnly, {})
  expect(tokens).toHaveLength(1)
})

test.each<[string, Record<string, unknown>, person: boolean, application: boolean]>([
  ['idtyp app', { idtyp: 'app' }, false, true],
  ['idtyp user', { idtyp: 'user' }, true, false],
  ['scopes', { scp: 'User' }, true, false],
  ['roles alone', { roles: ['Do.All'] }, false, true],
  ['nothing that tells', { sub: 'x' }, true, true],
])('a token with %s', async (_, claims, person, application) => {
  const { app } = keeping()
  const { client } = await sampleClient(app, { credential: fakeCredential(() => fakeToken(claims)) })
  const refused = async (promise: Promise<unknown>) => {
    const outcome = await promise.then(
      () => undefined,
      (error: unknown) => error,
    )
    return outcome === undefined
  }
  expect(await refused(client.call(personOnly, {}))).toBe(person)
  expect(await refused(client.call(applicationOnly, {}))).toBe(application)
})

test('what an application may not do is refused before anything is sent, with what to do instead', async () => {
  const { app, tokens } = keeping()
  const credential = { ...fakeCredential(), kind: 'application' as const }
  const { client } = await sampleClient(app, { credential })
  const failure = await failureOf(client.call(personOnly, {}))
  expect(failure).toMatchObject({ code: 'application-refused', fix: 'Put the flow into a solution.' })
  expect(credential.asked).toEqual([])
  expect(tokens).toEqual([])
})

/** Demands something of the first token and is content with the second. */
function demanding(challenge: string, body: unknown = {}) {
  const tokens: (string | undefined)[] = []
  const app = new Hono()
  app.all('*', (c) => {
    tokens.push(c.req.header('authorization'))
    return tokens.length === 1 ? c.json(body, 401, { 'www-authenticate': challenge }) : c.json({ id: 'a' })
  })
  return { app, tokens }
}

test('a claims challenge is answered once, with a token that has them', async () => {
  const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: '1' } } })
  const { app, tokens } = demanding(
    `Bearer authorization_uri="https://login.example", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`,
  )
  const credential = fakeCredential((_, count) => fakeToken({ jti: count }))
  const { client } = await sampleClient(app, { credential })
  await client.call(read, reading)
  expect(credential.asked[1]?.options.claims).toBe(claims)
  expect(new Set(tokens).size).toBe(2)
})

test('a token that the service refuses is renewed once', async () => {
  const { app, tokens } = demanding('Bearer error="invalid_token"', {
    error: { code: 'ExpiredAuthenticationToken', message: 'expired' },
  })
  const credential = fakeCredential((_, count) => fakeToken({ jti: count }))
  const { client } = await sampleClient(app, { credential })
  await client.call(read, reading)
  expect(credential.asked[1]?.options.forceRefresh).toBe(true)
  expect(tokens).toHaveLength(2)
})

test('a service that refuses every token is asked twice and no more', async () => {
  let requests = 0
  const app = new Hono()
  app.all('*', (c) => {
    requests += 1
    return c.json({ error: { code: 'ExpiredAuthenticationToken', message: 'The access token has expired.' } }, 401)
  })
  const { client } = await sampleClient(app, { credential: fakeCredential((_, count) => fakeToken({ jti: count })) })
  expect(await failureOf(client.call(read, reading))).toMatchObject({ code: 'token-refused', status: 401 })
  expect(requests).toBe(2)
})

test('a refusal that another token would not change is not asked again', async () => {
  const { app, tokens } = demanding('', {
    error: {
      code: 'ClientScopeAuthorizationFailed',
      message: 'The x-ms-client-scope header must not be null or empty.',
    },
  })
  const { client } = await sampleClient(app)
  expect((await failureOf(client.call(personOnly, {}))).code).toBe('application-refused')
  expect(tokens).toHaveLength(1)
})

test('tokens are renewed before they end, by the injected clock', async () => {
  const { app } = keeping()
  const given: number[] = []
  const { clock: _, ...rest } = await sampleClient(app)
  const credential = fakeCredential(() => {
    given.push(1)
    return {
      token: fakeToken({ n: given.length }),
      expiresOnTimestamp: Date.UTC(2026, 0, 1, 1) + given.length * 1_800_000,
    }
  })
  const { client, clock } = await sampleClient(app, { credential })
  await client.call(read, reading)
  clock.advance(3_600_000)
  await client.call(read, reading)
  expect(given).toHaveLength(1)
  clock.advance(1_800_000 - 119_000)
  await client.call(read, reading)
  expect(given).toHaveLength(2)
  expect(rest.events).toEqual([])
})

test.each([
  ['no token', () => null, 'credential-gave-nothing'],
  ['an empty one', () => '', 'credential-gave-nothing'],
])('a credential that gives %s', async (_, give, code) => {
  const { app, tokens } = keeping()
  const { client } = await sampleClient(app, { credential: fakeCredential(give) })
  expect((await failureOf(client.call(read, reading))).code).toBe(code)
  expect(tokens).toEqual([])
})

test('a credential that fails in its own way becomes a failure that is told once and keeps its cause', async () => {
  const { app } = keeping()
  const cause = new Error('no keychain')
  const { client } = await sampleClient(app, {
    credential: fakeCredential(() => {
      throw cause
    }),
  })
  const failure = await failureOf(client.call(read, reading))
  expect(failure.code).toBe('credential-gave-nothing')
  expect(failure.cause).toMatchObject({ message: 'no keychain' })
})
