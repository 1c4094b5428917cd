import { beforeAll, describe, expect, it } from 'vitest'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { createSessionsOf } from '../../testing/newcomer.ts'
import { openTracker, type TestPerson, type TestTracker } from '../../testing/tracker.ts'
import { hashOfSecret } from '../../verbs/members/one-time-secret.ts'

const linkIn = /invitations\/([A-Za-z0-9_-]{43})/

describeOnEachDatabase('Members and invitations', (open) => {
  let tracker: TestTracker
  let newcomer: (name: string) => Promise<TestPerson>

  beforeAll(async () => {
    tracker = await openTracker(open)
    newcomer = createSessionsOf(tracker)
  })

  const inviteTo = async (person: TestPerson, base: string, role: string, invitee = 'Iris <b>Visser</b>') => {
    const response = await person.post(`${base}/invitations`, { role, invitee, key: crypto.randomUUID() })
    const html = await response.text()
    return { status: response.status, html, secret: linkIn.exec(html)?.[1] }
  }
  const secretOf = async (person: TestPerson, base: string, role: string, invitee?: string) => {
    const { secret, html } = await inviteTo(person, base, role, invitee)
    if (secret === undefined) throw new Error(`No link in: ${html}`)
    return secret
  }
  const accept = (person: TestPerson, secret: string) =>
    person.request('/invitations/accept', { method: 'POST', headers: { Cookie: `invitation=${secret}` } })
  const pathOf = async (manager: TestPerson, base: string, name: string) => {
    const html = await (await manager.request(base)).text()
    const found = [...html.matchAll(/href="([^"]+\/mbr_\w+)" aria-label="([^"]+)"/g)].find(([, , label]) =>
      label?.endsWith(name),
    )
    if (found?.[1] === undefined) throw new Error(`${name} is not in the list`)
    return found[1]
  }
  const versionAt = async (manager: TestPerson, path: string) =>
    /name="version" value="(\d+)"/.exec(await (await manager.request(path)).text())?.[1] ?? ''

  it.each([
    ['administrator', 200],
    ['partnerManager', 404],
    ['reviewer', 404],
    ['auditor', 404],
    ['reader', 404],
  ] as const)('shows the people of the programme to %s: %i', async (who, status) => {
    expect((await tracker.programme[who].request('/members')).status).toBe(status)
  })

  it('shows the people of an ISV to its own and to staff, and to nobody else', async () => {
    const { contoso, proseware, administrator, reviewer } = tracker.programme
    const path = `/isvs/${contoso.isvId}/members`
    for (const person of [contoso.admin, contoso.member, contoso.reader, administrator, reviewer]) {
      expect((await person.request(path)).status).toBe(200)
    }
    for (const person of [proseware.admin, tracker.other.administrator, tracker.other.contoso.admin]) {
      expect((await person.request(path)).status).toBe(404)
      expect((await inviteTo(person, path, 'isv-member')).status).toBe(404)
    }
    const asMember = await (await contoso.member.request(path)).text()
    expect(asMember).not.toContain('isv-admin@example.com')
    expect(asMember).not.toContain('Invite somebody')
    expect(await (await contoso.admin.request(path)).text()).toContain('isv-member@example.com')
  })

  it.each(['admin', 'reviewer', 'partner-manager'])('lets no ISV admin invite as %s', async (role) => {
    const { contoso } = tracker.programme
    expect((await inviteTo(contoso.admin, `/isvs/${contoso.isvId}/members`, role)).status).toBe(422)
  })

  it('refuses invitations by those who may not, and keeps what was typed in a form that is wrong', async () => {
    const { contoso, administrator, partnerManager } = tracker.programme
    const path = `/isvs/${contoso.isvId}/members`
    expect((await inviteTo(contoso.member, path, 'isv-member')).status).toBe(403)
    // There is a first admin already.
    expect((await inviteTo(partnerManager, path, 'isv-admin')).status).toBe(403)
    const refused = await inviteTo(administrator, '/members', 'isv-admin', 'Kept words')
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('value="Kept words"')
  })

  it('takes the secret out of the address, asks who it is, and gives the role once', async () => {
    const { contoso } = tracker.programme
    const path = `/isvs/${contoso.isvId}/members`
    const made = await inviteTo(contoso.admin, path, 'isv-member')
    expect(made.html).toContain('Iris &lt;b&gt;Visser&lt;/b&gt;')
    const secret = made.secret ?? ''
    const opened = await tracker.anonymous(`/invitations/${secret}`)
    expect([opened.status, opened.headers.get('Location')]).toEqual([303, '/invitations/accept'])
    expect(opened.headers.get('Set-Cookie')).toMatch(/Path=\/invitations; HttpOnly; SameSite=Lax/)
    const stranger = await tracker.anonymous('/invitations/accept', { headers: { Cookie: `invitation=${secret}` } })
    expect(await stranger.text()).toContain('Sign in to accept')
    const kept = await tracker.database.asOwner(`select * from invitations`)
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect(JSON.stringify(kept)).toContain(hashOfSecret(secret))

    const person = await newcomer('Iris Visser')
    expect(await (await person.request('/account')).text()).toContain('You have no role yet: ask for an invitation')
    expect((await person.request(path)).status).toBe(404)
    expect((await accept(person, secret)).status).toBe(303)
    expect((await person.request(path)).status).toBe(200)
    expect((await person.request(`/isvs/${tracker.programme.proseware.isvId}/members`)).status).toBe(404)
    expect((await accept(await newcomer('Late'), secret)).status).toBe(409)
    const again = await tracker.anonymous('/invitations/accept', { headers: { Cookie: `invitation=${secret}` } })
    expect([again.status, (await again.text()).includes('used before')]).toEqual([410, true])
  })

  it('gives the role to one of two who accept at the same moment', async () => {
    const { contoso } = tracker.programme
    const secret = await secretOf(contoso.admin, `/isvs/${contoso.isvId}/members`, 'isv-read-only')
    const people = [await newcomer('First'), await newcomer('Second'), await newcomer('Third')]
    const answers = await Promise.all(people.map((person) => accept(person, secret)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409])
  })

  it('refuses a link that was taken back, replaced, expired, is one’s own or for a role one has', async () => {
    const { contoso } = tracker.programme
    const path = `/isvs/${contoso.isvId}/members`
    const person = await newcomer('Joost')
    const replaced = await secretOf(contoso.admin, path, 'isv-member', 'Joost A')
    const page = await (await contoso.admin.request(path)).text()
    const action = /action="([^"]+)\/revoke"><input type="hidden" name="version" value="(\d+)"/.exec(page)
    const renewed = await contoso.admin.post(`${action?.[1]}/renew`, { version: action?.[2] ?? '' })
    const secret = linkIn.exec(await renewed.text())?.[1] ?? ''
    expect((await accept(person, replaced)).status).toBe(404)
    expect((await accept(contoso.admin, secret)).status).toBe(409)
    expect((await accept(contoso.member, secret)).status).toBe(409)
    const revoked = await contoso.admin.post(`${action?.[1]}/revoke`, { version: '2' })
    expect(revoked.status).toBe(303)
    expect((await accept(person, secret)).status).toBe(409)

    const expiring = await secretOf(contoso.admin, path, 'isv-member', 'Joost B')
    const { now } = tracker.time
    tracker.time.now = new Date(now.getTime() + 7 * 24 * 3_600_000)
    const late = await accept(await newcomer('Too late'), expiring)
    expect([late.status, (await late.text()).includes('has expired')]).toEqual([409, true])
    tracker.time.now = now
  })

  it('makes one invitation of a form sent twice, and the link shown last is the one that works', async () => {
    const { contoso } = tracker.programme
    const path = `/isvs/${contoso.isvId}/members`
    const send = async () =>
      linkIn.exec(
        await (
          await contoso.admin.post(`${path}/invitations`, {
            role: 'isv-member',
            invitee: 'Twice',
            key: 'same-form-key',
          })
        ).text(),
      )?.[1] ?? ''
    const [first, second] = [await send(), await send()]
    const rows = await tracker.database.asOwner(`select id from invitations where invitee = 'Twice'`)
    expect(rows).toHaveLength(1)
    const person = await newcomer('Twice')
    expect((await accept(person, first)).status).toBe(404)
    expect((await accept(person, second)).status).toBe(303)
  })

  it('changes a role at once, but never one’s own', async () => {
    const { proseware } = tracker.programme
    const path = `/isvs/${proseware.isvId}/members`
    const member = await pathOf(proseware.admin, path, proseware.member.principal.name)
    const version = await versionAt(proseware.admin, member)
    expect((await proseware.admin.post(`${member}/role`, { role: 'reviewer', version })).status).toBe(422)
    expect((await proseware.member.post(`${member}/role`, { role: 'isv-admin', version })).status).toBe(403)
    expect((await proseware.admin.post(`${member}/role`, { role: 'isv-admin', version })).status).toBe(303)
    expect((await inviteTo(proseware.member, path, 'isv-member')).status).toBe(200)
    const own = await pathOf(proseware.admin, path, proseware.admin.principal.name)
    const self = await proseware.admin.post(`${own}/role`, { role: 'isv-member', version: '1' })
    expect([self.status, (await self.text()).includes('your own role')]).toEqual([409, true])
  })

  it('ends a role at once with the invitations behind it, and never the last administrator’s', async () => {
    const { proseware } = tracker.programme
    const path = `/isvs/${proseware.isvId}/members`
    const left = await secretOf(proseware.member, path, 'isv-admin', 'A way back in')
    const second = await pathOf(proseware.admin, path, proseware.member.principal.name)
    expect((await proseware.admin.request(`${second}/end`)).status).toBe(200)
    const version = await versionAt(proseware.admin, `${second}/end`)
    expect((await proseware.admin.post(`${second}/end`, { version })).status).toBe(303)
    expect((await proseware.member.request(path)).status).toBe(404)
    expect((await accept(await newcomer('Back door'), left)).status).toBe(409)
    for (const [manager, base] of [
      [proseware.admin, path],
      [tracker.programme.administrator, path],
      [tracker.programme.administrator, '/members'],
    ] as const) {
      const name = (base === path ? proseware.admin : tracker.programme.administrator).principal.name
      const last = await pathOf(manager, base, name)
      const answer = await manager.post(`${last}/end`, { version: '1' })
      expect([answer.status, (await answer.text()).includes('the last')]).toEqual([409, true])
    }
  })

  it('keeps one administrator where two end each other at the same moment', async () => {
    const { contoso } = tracker.other
    const path = `/isvs/${contoso.isvId}/members`
    const other = await newcomer('Other admin')
    await accept(other, await secretOf(contoso.admin, path, 'isv-admin'))
    const ends = [
      [contoso.admin, await pathOf(contoso.admin, path, 'Other admin')],
      [other, await pathOf(contoso.admin, path, contoso.admin.principal.name)],
    ] as const
    const answers = await Promise.all(ends.map(([person, at]) => person.post(`${at}/end`, { version: '1' })))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    const admins = await tracker.database.asOwner(
      `select id from memberships where isv_id = '${contoso.isvId}' and role = 'isv-admin' and revoked_at is null`,
    )
    expect(admins).toHaveLength(1)
  })

  it('lets whoever adds ISVs invite the first admin of one, and only that', async () => {
    const { contoso, partnerManager } = tracker.other
    const path = `/isvs/${contoso.isvId}/members`
    await tracker.database.asOwner(`update memberships set revoked_at = now() where isv_id = '${contoso.isvId}'`)
    expect((await inviteTo(partnerManager, path, 'isv-member')).status).toBe(403)
    const secret = await secretOf(partnerManager, path, 'isv-admin')
    expect((await accept(await newcomer('First admin'), secret)).status).toBe(303)
    expect((await inviteTo(partnerManager, path, 'isv-admin')).status).toBe(403)
  })
})

describe('A secret', () => {
  it('is kept as its SHA-256', () => {
    expect(hashOfSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
