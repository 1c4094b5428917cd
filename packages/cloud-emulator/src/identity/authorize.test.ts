import { afterAll, beforeAll, expect, test } from 'vitest'
import { authorizeParameters, choose, codeFor, locationOf } from './fixtures/browser-of-tests.ts'
import { anna, bram, contoso, desktop, directory, fabrikam, redirectUri, tracker } from './fixtures/directory.ts'
import { type RunningIdentityPlatform, startIdentityPlatform } from './start.ts'

let platform: RunningIdentityPlatform

beforeAll(async () => {
  platform = await startIdentityPlatform(directory)
})

afterAll(() => platform.stop())

type Changed = Readonly<Record<string, string | undefined>>

const address = (changed: Changed = {}, tenant = 'organizations') =>
  `${platform.url}/${tenant}/oauth2/v2.0/authorize?${authorizeParameters(changed)}`

test.each<[string, Changed, string, string]>([
  ['no client', { client_id: undefined }, 'organizations', 'AADSTS900144'],
  ['an unknown client', { client_id: 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa' }, 'organizations', 'AADSTS700016'],
  ['no redirect URI', { redirect_uri: undefined }, 'organizations', 'AADSTS900144'],
  ['another path', { redirect_uri: `${redirectUri}/x` }, 'organizations', 'AADSTS50011'],
  ['a slash too many', { redirect_uri: `${redirectUri}/` }, 'organizations', 'AADSTS50011'],
  ['a query too many', { redirect_uri: `${redirectUri}?x=1` }, 'organizations', 'AADSTS50011'],
  ['another letter case', { redirect_uri: redirectUri.toUpperCase() }, 'organizations', 'AADSTS50011'],
  ['another host', { redirect_uri: 'https://evil.example/' }, 'organizations', 'AADSTS50011'],
  ['another application’s address', { redirect_uri: desktop.redirectUris[0] }, 'organizations', 'AADSTS50011'],
  ['an unknown response mode', { response_mode: 'fragment' }, 'organizations', 'AADSTS90100'],
  ['an unknown tenant', {}, 'nowhere.example', 'AADSTS90002'],
  ['personal accounts', {}, 'consumers', 'AADSTS90002'],
  ['one tenant’s application for any', { client_id: desktop.clientId }, 'common', 'AADSTS50194'],
])('shown and not sent anywhere: %s', async (_, changed, tenant, code) => {
  const response = await fetch(address(changed, tenant), { redirect: 'manual', headers: { accept: 'text/html' } })
  expect(response.status).toBe(400)
  expect(response.headers.get('location')).toBeNull()
  expect(await response.text()).toContain(code)
})

test.each<[string, Changed, string, string]>([
  ['no response type', { response_type: undefined }, 'invalid_request', 'AADSTS900144'],
  ['the implicit flow', { response_type: 'id_token' }, 'unsupported_response_type', 'AADSTS70005'],
  ['no challenge', { code_challenge: undefined }, 'invalid_request', 'AADSTS9002325'],
  ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request', 'AADSTS9002325'],
  ['no method', { code_challenge_method: undefined }, 'invalid_request', 'AADSTS9002325'],
  ['a short challenge', { code_challenge: 'short' }, 'invalid_request', 'AADSTS501491'],
  ['no scope', { scope: undefined }, 'invalid_request', 'AADSTS900144'],
  ['a scope without openid', { scope: 'profile' }, 'invalid_scope', 'AADSTS70011'],
  ['an unknown prompt', { prompt: 'create' }, 'invalid_request', 'AADSTS90100'],
  ['silence with nobody there', { prompt: 'none' }, 'login_required', 'AADSTS50058'],
])('sent back to the application: %s', async (_, changed, error, code) => {
  const back = locationOf(await fetch(address(changed), { redirect: 'manual' }))
  expect(back.origin + back.pathname).toBe(redirectUri)
  expect(back.searchParams.get('error')).toBe(error)
  expect(back.searchParams.get('error_description')).toContain(`${code}: `)
  expect(back.searchParams.get('state')).toBe('the-state')
  expect(back.searchParams.has('code')).toBe(false)
})

test('a parameter given twice is refused before anything else', async () => {
  const response = await fetch(`${address()}&state=another`, { redirect: 'manual' })
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('AADSTS9000411')
})

test('a choice brings a code, the state and nothing else of the person', async () => {
  const back = locationOf(await choose(address(), anna))
  expect([...back.searchParams.keys()].sort()).toEqual(['code', 'session_state', 'state'])
})

test('no choice is a cancelled sign-in', async () => {
  const back = locationOf(await choose(address(), undefined))
  expect(back.searchParams.get('error')).toBe('access_denied')
  expect(back.searchParams.get('error_subcode')).toBe('cancel')
})

test.each([
  ['somebody of another tenant', bram.objectId, contoso.tenantId],
  ['somebody unknown', 'dddddddd-0000-1111-2222-bbbbbbbbbbbb', 'organizations'],
])('%s cannot be chosen', async (_, objectId, tenant) => {
  const back = locationOf(await choose(address({}, tenant), { objectId }))
  expect(back.searchParams.get('error_description')).toContain('AADSTS50020')
})

test('the answer as a form keeps the code out of addresses', async () => {
  const response = await choose(address({ response_mode: 'form_post' }), anna)
  expect(response.status).toBe(200)
  const page = await response.text()
  expect(page).toContain(`<form method="post" action="${redirectUri}">`)
  expect(page).toMatch(/<input type="hidden" name="code" value="1\.[\w-]+"\/>/)
  expect(page).toContain('<input type="hidden" name="state" value="the-state"/>')
})

test('a choice that another site posts is not taken', async () => {
  const response = await fetch(address().replace('/authorize?', '/login?'), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ account: anna.objectId }),
  })
  expect(response.status).toBe(403)
})

test('a browser that signed in is signed in silently until it signs out', async () => {
  const first = await choose(address(), anna)
  const cookie = first.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  const headers = { cookie: cookie.split(';')[0] ?? '' }
  const silent = () => fetch(address({ prompt: 'none' }), { redirect: 'manual', headers })
  expect(locationOf(await silent()).searchParams.get('code')).toMatch(/^1\./)
  const elsewhere = await fetch(address({ prompt: 'none' }, fabrikam.tenantId), { redirect: 'manual', headers })
  expect(locationOf(elsewhere).searchParams.get('error')).toBe('login_required')

  const target = new URLSearchParams({ post_logout_redirect_uri: 'http://localhost:3999/', state: 'bye' })
  const out = await fetch(`${platform.url}/common/oauth2/v2.0/logout?${target}`, { redirect: 'manual', headers })
  expect(locationOf(out).href).toBe('http://localhost:3999/?state=bye')
  expect(out.headers.get('set-cookie')).toMatch(/Max-Age=0/)
  expect(locationOf(await silent()).searchParams.get('error')).toBe('login_required')
})

test('choosing again ends the session the browser had', async () => {
  const first = (await choose(address(), anna)).headers.get('set-cookie')?.split(';')[0] ?? ''
  const login = address().replace('/authorize?', '/login?')
  const headers = { cookie: first, origin: platform.url }
  const body = new URLSearchParams({ account: bram.objectId })
  expect((await fetch(login, { method: 'POST', redirect: 'manual', headers, body })).status).toBe(303)
  const silent = await fetch(address({ prompt: 'none' }), { redirect: 'manual', headers: { cookie: first } })
  expect(locationOf(silent).searchParams.get('error')).toBe('login_required')
})

test.each(['https://evil.example/', 'http://localhost:3999/other', 'javascript:alert(1)'])(
  'the end of a session does not lead to %s',
  async (target) => {
    const query = new URLSearchParams({ post_logout_redirect_uri: target })
    const out = await fetch(`${platform.url}/common/oauth2/v2.0/logout?${query}`, { redirect: 'manual' })
    expect(out.status).toBe(200)
    expect(await out.text()).toContain('You are signed out')
  },
)

test('authorization requests may be posted', async () => {
  const response = await fetch(`${platform.url}/${contoso.domain}/oauth2/v2.0/authorize`, {
    method: 'POST',
    body: authorizeParameters({ client_id: tracker.clientId }),
  })
  expect(await response.text()).toContain('Anna de Vries')
})

test('codes are never the same', async () => {
  const codes = await Promise.all(Array.from({ length: 5 }, () => codeFor(platform.url, anna)))
  expect(new Set(codes).size).toBe(5)
})
