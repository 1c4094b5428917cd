import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authorizeParameters } from './fixtures/browser-of-tests.ts'
import { anna, directory, fabrikam, tracker } from './fixtures/directory.ts'
import { texts } from './pages/texts.ts'
import { type RunningIdentityPlatform, startIdentityPlatform } from './start.ts'

let platform: RunningIdentityPlatform

beforeAll(async () => {
  platform = await startIdentityPlatform(directory)
})

afterAll(() => platform.stop())

function open(path: string, language?: string): Promise<Response> {
  const headers = { accept: 'text/html', ...(language === undefined ? {} : { 'accept-language': language }) }
  return fetch(`${platform.url}${path}`, { headers })
}

const authorize = `/organizations/oauth2/v2.0/authorize?${authorizeParameters()}`

test.each([
  [undefined, 'en'],
  ['nl', 'nl'],
  ['nl-NL', 'nl'],
  ['nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
  ['en-GB,nl;q=0.5', 'en'],
  ['de,nl;q=0.5,en;q=0.3', 'nl'],
  ['de', 'en'],
  ['nl;q=0,en', 'en'],
  [';;;,', 'en'],
])('a browser that asks for %j reads %s', async (asked, language) => {
  const page = await (await open(authorize, asked)).text()
  expect(page).toContain(`<html lang="${language}">`)
  expect(page).toContain(language === 'nl' ? 'Beoordelaar' : 'Reviewer')
  expect(page).toContain(language === 'nl' ? texts.banner.nl : texts.banner.en)
})

test('an application’s wish for a language goes before the browser’s, and the page offers the other', async () => {
  const page = await (await open(`${authorize}&ui_locales=nl-NL+en`, 'en')).text()
  expect(page).toContain('<html lang="nl">')
  const link = /<a href="([^"]+)" lang="en"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const other = await (await open(link)).text()
  expect(other).toContain('<html lang="en">')
  expect(other).toContain('nonce=the-nonce')
})

describe('every page', () => {
  const pages: readonly [string, string, number][] = [
    ['sign-in', authorize, 200],
    ['nobody', `/${fabrikam.tenantId}/oauth2/v2.0/authorize?${authorizeParameters({ client_id: 'x' })}`, 400],
    ['unknown tenant', '/nowhere/oauth2/v2.0/authorize', 400],
    ['signed out', '/common/oauth2/v2.0/logout', 200],
  ]
  test.each(pages)('%s says it is a demo, runs no script and lets nobody frame it', async (_, path, status) => {
    const response = await open(path)
    expect(response.status).toBe(status)
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const page = await response.text()
    expect(page).toContain('Offline demo, not Microsoft')
    expect(page).not.toMatch(/<script|style="| on\w+="/)
  })
})

test('names are text, whatever they hold', async () => {
  const page = await (await open(authorize)).text()
  expect(page).toContain('Bram &lt;script&gt;alert(1)&lt;/script&gt;')
})

test('forms may end at the application’s own origin alone', async () => {
  const policy = (await open(authorize)).headers.get('content-security-policy')
  expect(policy).toContain(`form-action 'self' ${new URL(tracker.redirectUris[0] ?? '').origin};`)
})

test('accounts come in the order given, each under its tenant, the hinted one marked', async () => {
  const page = await (await open(`${authorize}&login_hint=${anna.username}`)).text()
  const order = [
    '>Contoso<',
    'Reviewer',
    'Last used',
    'Anna de Vries',
    'Judges what ISVs submit',
    '>Fabrikam<',
    'ISV admin',
  ]
  expect(order.map((text) => page.indexOf(text))).toEqual(order.map((text) => page.indexOf(text)).sort((a, b) => a - b))
  expect(order.every((text) => page.includes(text))).toBe(true)
})

test('a request that is refused is told as JSON to programs', async () => {
  const response = await fetch(`${platform.url}/nowhere/v2.0/.well-known/openid-configuration`)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: 'invalid_tenant', error_codes: [90002] })
})

test('both languages say everything, and differ', () => {
  for (const [name, { en, nl }] of Object.entries(texts)) {
    expect(en, name).not.toBe('')
    expect(nl, name).not.toBe('')
    expect(nl, name).not.toBe(en)
  }
})

describe('down', () => {
  test.each([
    ['unavailable', 503],
    ['disconnected', undefined],
  ] as const)('%s', async (down, status) => {
    platform.faults = { down }
    const answer = await open('/common/discovery/v2.0/keys').catch(() => undefined)
    expect(answer?.status).toBe(status)
    platform.faults = {}
    expect((await open('/common/discovery/v2.0/keys')).status).toBe(200)
  })

  test('silent, until it is stopped', async () => {
    const other = await startIdentityPlatform(directory)
    other.faults = { down: 'silent' }
    const waiting = fetch(`${other.url}/common/discovery/v2.0/keys`).then(
      () => 'answered',
      () => 'cut off',
    )
    const first = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 200, 'silence'))])
    expect(first).toBe('silence')
    await other.stop()
    expect(await waiting).toBe('cut off')
  })
})
