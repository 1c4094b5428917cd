import { beforeAll, expect, it } from 'vitest'
import { may } from '../../domain/principal.ts'
import { neverForTokens } from '../../domain/roles.ts'
import { readTokenPrincipal } from '../../reads/sign-in/read-token-principal.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, type TestPerson, type TestTracker } from '../../testing/tracker.ts'

describeOnEachDatabase('A person’s own page', (open) => {
  let tracker: TestTracker

  beforeAll(async () => {
    tracker = await openTracker(open)
  })

  const text = async (person: TestPerson, path: string, cookie = '') =>
    (await person.request(path, { headers: { Cookie: cookie } })).text()

  /** Another browser of the same person. */
  const otherBrowser = async (person: TestPerson, userAgent: string) => {
    const { token, session } = await tracker.services.sessions.begin({
      userId: person.principal.userId,
      userAgent,
      replaces: undefined,
    })
    return {
      id: session.id,
      get: (path: string) => tracker.anonymous(path, { headers: { Cookie: `session=${token}` } }),
    }
  }

  const makeToken = async (person: TestPerson, scopes: readonly string[], days = '30') => {
    const body = new URLSearchParams({ name: 'Build <i>line</i>', days, key: crypto.randomUUID() })
    for (const scope of scopes) body.append('scopes', scope)
    const response = await person.request('/account/tokens', {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    const html = await response.text()
    return { status: response.status, html, token: /svn_[A-Za-z0-9_-]{43}/.exec(html)?.[0] ?? '' }
  }

  it('keeps preferences with the person, in every browser without a wish of its own', async () => {
    const { member } = tracker.programme.contoso
    const posted = await member.post('/preferences', {
      language: 'nl',
      theme: 'dark',
      shortcuts: 'off',
      return: '/account',
    })
    expect([posted.status, posted.headers.get('Location')]).toEqual([303, '/account'])
    const elsewhere = await (await otherBrowser(member, '')).get('/account')
    const html = await elsewhere.text()
    expect(html).toContain('<html lang="nl" data-theme="dark"')
    expect(html).toContain('data-shortcuts="off"')
    expect(await text(member, '/account', 'language=en; theme=light')).toContain('<html lang="en" data-theme="light"')
    await member.post('/preferences', { language: 'xx', theme: 'pink', shortcuts: 'maybe' })
    expect(await text(member, '/account')).toContain('<html lang="nl" data-theme="dark"')
  })

  it('lists browsers by name and ends one at once', async () => {
    const { member } = tracker.programme.proseware
    const chrome =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
    const other = await otherBrowser(member, chrome)
    expect(await text(member, '/account')).toContain('Chrome on Windows')
    expect((await other.get('/account')).status).toBe(200)
    await tracker.programme.proseware.admin.post(`/account/sessions/${other.id}/revoke`, {})
    expect((await other.get('/account')).status).toBe(200)
    expect((await member.post(`/account/sessions/${other.id}/revoke`, {})).status).toBe(303)
    expect((await other.get('/account')).headers.get('Location')).toBe('/sign-in?return=%2Faccount')
    const [second, third] = [await otherBrowser(member, ''), await otherBrowser(member, '')]
    await member.post('/account/sessions/revoke-others', {})
    expect([(await second.get('/account')).status, (await third.get('/account')).status]).toEqual([303, 303])
    expect((await member.request('/account')).status).toBe(200)
  })

  it('lets only those with the right make tokens', async () => {
    const { contoso, reviewer, partnerManager } = tracker.programme
    for (const person of [contoso.member, contoso.reader, reviewer]) {
      expect((await person.request('/account/tokens/new')).status).toBe(404)
      expect((await makeToken(person, ['product.read'])).status).toBe(404)
    }
    expect((await partnerManager.request('/account/tokens/new')).status).toBe(200)
  })

  it.each([
    [['goals.set'], '30'],
    [['review.decide'], '30'],
    [['tokens.manage'], '30'],
    [['targets.set'], '30'],
    [['nonsense'], '30'],
    [[], '30'],
    [['product.read'], '366'],
    [['product.read'], '0'],
    [['product.read'], 'x'],
  ])('refuses an ISV admin a token for %j living %s days', async (scopes, days) => {
    const { contoso } = tracker.programme
    const answer = await makeToken(contoso.admin, scopes, days)
    expect([answer.status, answer.token]).toEqual([422, ''])
    expect(answer.html).toContain('value="Build &lt;i&gt;line&lt;/i&gt;"')
  })

  it('gives a token its maker’s roles in its place, its scopes and no more, until it ends', async () => {
    const { contoso, proseware, organizationId } = tracker.programme
    const { services, time } = tracker
    const { token, html } = await makeToken(contoso.admin, ['product.read', 'members.manage-isv'])
    expect(html).toContain('Build &lt;i&gt;line&lt;/i&gt;')
    expect(JSON.stringify(await tracker.database.asOwner('select * from api_tokens'))).not.toContain(token)
    expect(JSON.stringify(await tracker.database.asOwner('select * from idempotency_records'))).not.toContain(token)
    const principal = await readTokenPrincipal(services, token)
    if (principal === undefined) throw new Error('The token does not work.')
    const own = { organizationId, isvId: contoso.isvId }
    expect(may(principal, 'product.read', own)).toBe(true)
    expect(may(principal, 'evidence.write', own)).toBe(false)
    expect(may(principal, 'product.read', { organizationId, isvId: proseware.isvId })).toBe(false)
    for (const action of neverForTokens) expect(may(principal, action, own)).toBe(false)
    expect(await readTokenPrincipal(services, `${token}x`)).toBeUndefined()
    expect(await readTokenPrincipal(services, token.slice(4))).toBeUndefined()

    const { now } = time
    time.now = new Date(now.getTime() + 30 * 24 * 3_600_000)
    expect(await readTokenPrincipal(services, token)).toBeUndefined()
    time.now = now
    expect(await text(contoso.admin, '/account')).toContain('Build &lt;i&gt;line&lt;/i&gt;')
    const [row] = await tracker.database.asOwner(`select id from api_tokens where last_used_at is not null`)
    const revoke = `/account/tokens/${row?.id}/revoke`
    expect((await proseware.admin.post(revoke, { place: proseware.isvId })).status).toBe(404)
    expect((await proseware.admin.post(revoke, { place: contoso.isvId })).status).toBe(404)
    expect((await contoso.admin.post(revoke, { place: contoso.isvId })).status).toBe(303)
    expect(await readTokenPrincipal(services, token)).toBeUndefined()
  })

  it('takes a token’s power with its maker’s role', async () => {
    const { administrator, organizationId } = tracker.other
    const { token } = await makeToken(administrator, ['audit.read', 'portfolio.read'])
    const principal = await readTokenPrincipal(tracker.services, token)
    expect(principal?.held).toEqual([{ role: 'admin', organizationId, isvId: null }])
    await tracker.database.asOwner(
      `update memberships set revoked_at = now() where user_id = '${administrator.principal.userId}'`,
    )
    expect(await readTokenPrincipal(tracker.services, token)).toBeUndefined()
  })
})
