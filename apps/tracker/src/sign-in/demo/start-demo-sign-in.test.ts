import { expect, test } from 'vitest'
import { SignInSettingsError } from '../sign-in-failure.ts'
import { startDemoSignIn } from './start-demo-sign-in.ts'

const tenantId = 'aaaabbbb-0000-cccc-1111-dddd2222eeee'
const addresses = {
  redirectUri: 'http://localhost:3999/sign-in/callback',
  postLogoutRedirectUri: 'http://localhost:3999/sign-in',
}

test('somebody of the demo signs in and out', async () => {
  const demo = await startDemoSignIn({
    ...addresses,
    tenants: [{ tenantId, name: 'Contoso', domain: 'contoso.example' }],
    accounts: [
      {
        objectId: 'aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb',
        tenantId,
        name: 'Ilse Jansen',
        username: 'ilse@contoso.example',
        role: { en: 'ISV admin', nl: 'ISV-beheerder' },
        detail: { en: 'Answers the goals', nl: 'Beantwoordt de doelen' },
      },
    ],
  })
  try {
    const { url, attempt } = await demo.signIn.begin('/', 'nl')
    expect(url).toMatch(/^http:\/\/localhost:\d+\/organizations\/oauth2\/v2\.0\/authorize\?/)
    const page = await (await fetch(url)).text()
    expect(page).toContain('<html lang="nl">')
    expect(page).toContain('Offline demo, niet van Microsoft')
    expect(page).toContain('ISV-beheerder')
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const chosen = await fetch(new URL(action, url), {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: demo.platform.url },
      body: new URLSearchParams({ account: 'aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb' }),
    })
    const { searchParams } = new URL(chosen.headers.get('location') ?? '')
    expect(await demo.signIn.complete(attempt, Object.fromEntries(searchParams))).toMatchObject({ tenantId, roles: [] })

    const out = await fetch(demo.signIn.signOutUrl(addresses.postLogoutRedirectUri), { redirect: 'manual' })
    expect(out.headers.get('location')).toBe(addresses.postLogoutRedirectUri)
  } finally {
    await demo.stop()
  }
})

test('a demo without tenants does not start', async () => {
  await expect(startDemoSignIn({ ...addresses, tenants: [], accounts: [] })).rejects.toThrow(SignInSettingsError)
})
