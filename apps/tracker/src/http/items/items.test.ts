import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  auditEvents,
  blobs,
  comments,
  evidence,
  evidenceVersions,
  reviewDecisions,
  reviewRequests,
  waivers,
} from '../../db/schema/index.ts'
import { newId } from '../../domain/ids.ts'
import { refreshProduct } from '../../product/refresh-product.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, type TestIsv, type TestPerson, type TestTracker } from '../../testing/tracker.ts'
import { expireEvidence } from '../../verbs/evidence/expire-evidence.ts'
import { execute } from '../../verbs/execute.ts'
import { expireWaivers } from '../../verbs/waivers/expire-waivers.ts'

/** Required; takes a file, a link or a statement. */
const item = '1.support-reachable'
const statement = 'We answer support mail within one working day, in English and Dutch.'

describeOnEachDatabase('An item', (open) => {
  let tracker: TestTracker
  let isv: TestIsv

  beforeAll(async () => {
    tracker = await openTracker(open)
    isv = tracker.programme.contoso
  })

  const address = (of = isv, id: string = item) => `/products/${of.productId}/items/${id}`
  const pageOf = async (person: TestPerson, path = address()) => {
    const response = await person.request(path)
    return { status: response.status, html: await response.text() }
  }
  const upload = (person: TestPerson, path: string, file: File, fields: Readonly<Record<string, string>> = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ kind: 'file', ...fields })) body.set(name, value)
    body.set('file', file)
    return person.request(path, { method: 'POST', body })
  }
  const within = <Result>(work: Parameters<typeof tracker.database.within<Result>>[1], of = isv) =>
    tracker.database.within<Result>(
      { kind: 'isv', organizationId: tracker.programme.organizationId, isvId: of.isvId, internal: true },
      work,
    )
  const piecesOf = (id: string, of = isv) =>
    within(async (transaction) => {
      const rows = await transaction
        .select()
        .from(evidence)
        .where(eq(evidence.itemId, id as '1.x'))
      return rows.filter(({ productId }) => productId === of.productId)
    }, of)
  const onlyPiece = async (id: string, of = isv) => {
    const [piece, ...more] = await piecesOf(id, of)
    if (piece === undefined || more.length > 0) throw new Error(`${more.length + 1} pieces`)
    return piece
  }

  describe('shows', () => {
    test('what, why and how, no facts yet, one primary button, nothing handed in', async () => {
      const { status, html } = await pageOf(isv.member, address(isv, '1.stable-service'))
      expect(status).toBe(200)
      expect(html).toContain('<h1>Still to prove: ')
      expect(html.match(/button-primary/g)).toHaveLength(1)
      expect(html).toContain('Hand in evidence')
      expect(html).toContain('Nothing is known yet')
      expect(html).toContain('Checked by a person')
    })

    test('that rules or a person may decide, with the way to the check', async () => {
      const { html } = await pageOf(isv.member, address(isv, '4.one-trigger'))
      expect(html).toContain('Checked by our rules, or by a person')
      expect(html).not.toContain('Checked by a person')
      expect(html).toContain(`<a href="/products/${isv.productId}/checks">To the file check</a>`)
    })

    test.each([
      ['the ISV’s reader', () => isv.reader],
      ['the programme’s auditor', () => tracker.programme.auditor],
      ['the programme’s reader', () => tracker.programme.reader],
    ])('%s nothing to change', async (_, person) => {
      const { status, html } = await pageOf(person(), address(isv, '1.stable-service'))
      expect(status).toBe(200)
      expect(html).not.toContain('button-primary')
      expect(html).not.toMatch(/<form[^>]+action="\/products/)
    })

    test('nobody of elsewhere anything, whether it exists or not', async () => {
      const stranger = tracker.other.contoso.admin
      const foreign = await pageOf(stranger)
      const missing = await pageOf(stranger, '/products/prd_none/items/1.nothing')
      expect([foreign.status, missing.status]).toEqual([404, 404])
      expect((await tracker.programme.proseware.admin.request(address())).status).toBe(404)
      expect((await pageOf(isv.admin, address(isv, '1.nothing'))).status).toBe(404)
    })
  })

  describe('takes evidence', () => {
    test('as a draft, then handed in, and the verdict follows', async () => {
      const id = '1.scenario-fits'
      const kept = await isv.member.post(`${address(isv, id)}/evidence`, {
        kind: 'statement',
        statement,
        as: 'draft',
      })
      expect(kept.status).toBe(303)
      const draft = await onlyPiece(id)
      expect(draft).toMatchObject({ state: 'draft', current: 1, createdBy: isv.member.principal.userId })
      const before = await pageOf(isv.member, address(isv, id))
      expect(before.html).toContain('Hand in the draft')
      expect(before.html.match(/button-primary/g)).toHaveLength(1)
      const path = `${address(isv, id)}/evidence/${draft.id}/submit`
      expect((await isv.member.post(path, { version: String(draft.version) })).status).toBe(303)
      expect(await onlyPiece(id)).toMatchObject({ state: 'submitted', version: 2 })
      const after = await pageOf(isv.member, address(isv, id))
      expect(after.html).toContain('<h1>Handed in: ')
      expect(after.html).toContain('handed in a statement for')
    })

    test('once, however often it is sent', async () => {
      const id = '1.stable-service'
      const fields = { kind: 'link', link: 'https://status.example.com/', as: 'submit', key: newId('job') }
      await Promise.all([1, 2].map(() => isv.member.post(`${address(isv, id)}/evidence`, fields)))
      await isv.member.post(`${address(isv, id)}/evidence`, { ...fields, key: newId('job') })
      expect(await piecesOf(id)).toHaveLength(1)
    })

    test('as a file whose bytes stay; the same again changes nothing, others are a new version', async () => {
      const id = '1.runs-in-test'
      const name = 'r\u202Eésults.csv'
      const base = `${address(isv, id)}/evidence`
      expect((await upload(isv.member, `${base}/uploads`, new File(['a,b\n1,2\n'], name))).status).toBe(303)
      const piece = await onlyPiece(id)
      const again = { version: String(piece.version) }
      await upload(isv.member, `${base}/${piece.id}/uploads`, new File(['a,b\n1,2\n'], 'other.csv'), again)
      expect(await onlyPiece(id)).toEqual(piece)
      await upload(isv.member, `${base}/${piece.id}/uploads`, new File(['a,b\n3,4\n'], name), again)
      expect(await onlyPiece(id)).toMatchObject({ current: 2, version: 2, state: 'submitted' })
      const stale = await upload(isv.member, `${base}/${piece.id}/uploads`, new File(['x'], 'y.txt'), again)
      expect(stale.status).toBe(412)
      expect(await stale.text()).toContain('Somebody changed this before you.')
      expect(await onlyPiece(id)).toMatchObject({ current: 2 })

      const first = await isv.reader.request(`${base}/${piece.id}/versions/1`)
      expect(await first.text()).toBe('a,b\n1,2\n')
      expect(first.headers.get('Content-Disposition')).toBe(
        `attachment; filename="r_sults.csv"; filename*=UTF-8''r%C3%A9sults.csv`,
      )
      expect(first.headers.get('Content-Security-Policy')).toMatch(/^sandbox;/)
      expect(first.headers.get('X-Content-Type-Options')).toBe('nosniff')
      const foreign = tracker.programme.proseware.admin
      expect((await foreign.request(`${base}/${piece.id}/versions/1`)).status).toBe(404)
      const swapped = `${address(tracker.programme.proseware, id)}/evidence/${piece.id}/versions/1`
      expect((await foreign.request(swapped)).status).toBe(404)
      expect((await isv.reader.request(`${base}/${piece.id}/versions/3`)).status).toBe(404)
    })

    test.each([
      ['a kind it does not take', '1.runs-in-test', { kind: 'statement', statement }, 409, 'does not take that kind'],
      ['an address that is not secure', item, { kind: 'link', link: 'http://a.example.com' }, 422, 'begins with https'],
      [
        'an address with a password',
        item,
        { kind: 'link', link: 'https://u:pw1x@a.example.com' },
        422,
        'Leave the user name',
      ],
      ['an address that runs', item, { kind: 'link', link: 'javascript:alert(1)' }, 422, 'begins with https'],
      ['a statement of two words', item, { kind: 'statement', statement: 'Trust me' }, 422, 'at least 20 characters'],
      ['no file', item, { kind: 'file' }, 422, 'Choose a file'],
    ])('but not %s, and keeps what was typed', async (_, id, fields, status, words) => {
      const count = (await piecesOf(id)).length
      const response = await isv.member.post(`${address(isv, id)}/evidence`, { ...fields, as: 'submit' })
      const html = await response.text()
      expect(response.status).toBe(status)
      expect(html).toContain(words)
      if (status === 422) expect(html).toContain(Object.values(fields)[1] ?? 'Choose a file')
      expect(await piecesOf(id)).toHaveLength(count)
    })

    test('but no secret: the place is named, nothing of it is kept or shown', async () => {
      const secret = ['gh', 'p_', 'a1B2c3D4e5F6a7B8c9D0e1F2a3B4c5D6e7F8'].join('')
      const path = `${address()}/evidence/uploads`
      const response = await upload(isv.member, path, new File([`a\nb\n${secret}`], 'env.txt'))
      const html = await response.text()
      expect(response.status).toBe(422)
      expect(html).toContain('env.txt, line 3')
      expect(html).not.toContain(secret)
      const kept = await within((transaction) => transaction.select({ content: blobs.content }).from(blobs))
      for (const { content } of kept) expect(Buffer.from(content).includes(secret)).toBe(false)
    })

    test('but no upload that breaks off', async () => {
      const response = await isv.member.request(`${address()}/evidence/uploads`, {
        method: 'POST',
        headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
        body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf',
      })
      expect(response.status).toBe(422)
    })

    test('but nothing over 20 MB', async () => {
      const big = new File([new Uint8Array(21 * 1024 * 1024)], 'big.pdf')
      const response = await upload(isv.member, `${address()}/evidence/uploads`, big)
      expect(response.status).toBe(413)
      expect(await response.text()).toContain('larger than 20')
    })

    test('that rules or a person may decide, with the way to the check', async () => {
      const { html } = await pageOf(isv.member, address(isv, '4.one-trigger'))
      expect(html).toContain('Checked by our rules, or by a person')
      expect(html).not.toContain('Checked by a person')
      expect(html).toContain(`<a href="/products/${isv.productId}/checks">To the file check</a>`)
    })

    test.each([
      ['the ISV’s reader', () => isv.reader],
      ['a reviewer', () => tracker.programme.reviewer],
      ['a partner manager', () => tracker.programme.partnerManager],
    ])('not from %s', async (_, person) => {
      const response = await person().post(`${address()}/evidence`, { kind: 'statement', statement })
      expect(response.status).toBe(403)
    })

    test('and a change takes away the words that rested on what was there', async () => {
      const id = '1.operations-tested'
      const base = `${address(isv, id)}/evidence`
      await isv.member.post(base, { kind: 'link', link: 'https://runs.example.com/', as: 'submit' })
      const piece = await onlyPiece(id)
      const reviewId = newId('rev')
      const place = { isvId: isv.isvId, organizationId: tracker.programme.organizationId, productId: isv.productId }
      await within(async (transaction) => {
        await transaction.insert(reviewRequests).values({
          id: reviewId,
          ...place,
          step: 1,
          state: 'claimed',
          requestedBy: isv.member.principal.userId,
          requestedAt: tracker.time.now,
          snapshot: { [id]: 'a', [item]: 'b' },
          draft: { items: { [id]: { note: 'x' }, [item]: { note: 'y' } } },
        })
        await transaction.insert(reviewDecisions).values({
          reviewId,
          itemId: id,
          ...place,
          decision: 'approved',
          decidedBy: tracker.programme.reviewer.principal.userId,
          decidedAt: tracker.time.now,
        })
      })
      expect((await pageOf(isv.member, address(isv, id))).html).toContain('A reviewer has been asked about this item')
      const version = String(piece.version)
      await isv.member.post(`${base}/${piece.id}`, { kind: 'link', link: 'https://runs.example.com/2', version })
      const [request] = await within((tx) => tx.select().from(reviewRequests).where(eq(reviewRequests.id, reviewId)))
      const [decision] = await within((tx) =>
        tx.select().from(reviewDecisions).where(eq(reviewDecisions.reviewId, reviewId)),
      )
      expect(request).toMatchObject({ version: 2, draft: { items: { [item]: { note: 'y' } } } })
      expect(request?.draft?.items).not.toHaveProperty([id])
      expect(decision?.deprecatedAt).toEqual(tracker.time.now)
    })

    test('which runs out, by the tracker alone; a draft begun before loses no proof', async () => {
      const of = tracker.programme.proseware
      const base = `${address(of)}/evidence`
      await of.member.post(base, { kind: 'statement', statement, as: 'submit' })
      const piece = await onlyPiece(item, of)
      const place = { organizationId: tracker.programme.organizationId, isvId: of.isvId }
      await within(async (transaction) => {
        const validUntil = new Date(tracker.time.now.getTime() + 1000)
        await transaction.update(evidence).set({ state: 'accepted', validUntil }).where(eq(evidence.id, piece.id))
        await refreshProduct({ transaction, now: tracker.time.now, newId }, { productId: of.productId, items: [item] })
      }, of)
      await of.member.post(base, { kind: 'link', link: 'https://support.example.com/', as: 'draft' })
      expect((await pageOf(of.member, address(of))).html).toContain('<h1>Proved: ')

      const services = { ...tracker.services, clock: { now: () => new Date(tracker.time.now.getTime() + 1000) } }
      const input = { productId: of.productId }
      await expect(
        execute(services, expireEvidence, { principal: of.admin.principal, place, input }),
      ).rejects.toMatchObject({ code: 'not-allowed' })
      const asTracker = { principal: { kind: 'tracker', name: 'Sevenstep' }, place, input } as const
      expect(await execute(services, expireEvidence, asTracker)).toEqual({ expired: 1 })
      expect(await execute(services, expireEvidence, asTracker)).toEqual({ expired: 0 })
      expect((await pageOf(of.member, address(of))).html).toContain('<h1>Expired: ')
    })

    test('and gives it back', async () => {
      const id = '1.rights-to-service'
      const base = `${address(isv, id)}/evidence`
      await isv.member.post(base, { kind: 'statement', statement })
      const piece = await onlyPiece(id)
      const fields = { version: String(piece.version) }
      expect((await isv.member.post(`${base}/${piece.id}/withdraw`, fields)).status).toBe(303)
      expect(await onlyPiece(id)).toMatchObject({ state: 'withdrawn' })
      const versions = await within((tx) =>
        tx.select().from(evidenceVersions).where(eq(evidenceVersions.evidenceId, piece.id)),
      )
      expect(versions).toMatchObject([{ statement }])
      const late = await isv.member.post(`${base}/${piece.id}`, {
        kind: 'statement',
        statement: `${statement}!`,
        ...fields,
      })
      expect(late.status).toBe(409)
    })
  })

  describe('is talked about', () => {
    const commentPath = () => `${address()}/comments`
    const rows = () => within((tx) => tx.select().from(comments).where(eq(comments.itemId, item)))

    test('by the ISV for everybody, with markup as text and addresses as links', async () => {
      const comment = '<script>alert(1)</script>\nsee https://example.com/x'
      const sent = await isv.member.post(commentPath(), { comment, visibility: 'internal' })
      expect(sent.status).toBe(303)
      const { html } = await pageOf(tracker.programme.reviewer)
      expect(html).toContain('&lt;script&gt;alert(1)')
      expect(html).not.toContain('<script>alert')
      expect(html).toContain('href="https://example.com/x"')
      expect((await rows())[0]).toMatchObject({ visibility: 'shared', authorName: isv.member.principal.name })
    })

    test('by staff only after a choice; what is internal never reaches the ISV, nor that it exists', async () => {
      const { reviewer } = tracker.programme
      const undecided = await reviewer.post(commentPath(), { comment: 'Undecided words' })
      expect(undecided.status).toBe(422)
      const again = await undecided.text()
      expect(again).toContain('Choose who reads it.')
      expect(again).toContain('Undecided words')
      await reviewer.post(commentPath(), { comment: 'Between ourselves', visibility: 'internal' })
      expect((await pageOf(tracker.programme.auditor)).html).toContain('Internal, not shown to the ISV')
      const seen = await pageOf(isv.admin)
      expect(seen.html).not.toContain('Between ourselves')
      const note = (await rows()).find(({ visibility }) => visibility === 'internal')
      if (note === undefined) throw new Error('The note is missing.')
      const told = await within((tx) => tx.select().from(auditEvents).where(eq(auditEvents.subjectId, note.id)))
      expect(told).toEqual([])
      const fields = { wording: 'Mine now', visibility: 'shared', version: '1' }
      expect((await isv.admin.post(`${commentPath()}/${note.id}`, fields)).status).toBe(404)
      expect((await reviewer.post(`${commentPath()}/${note.id}`, fields)).status).toBe(404)
    })

    test('in words that only their author changes, the earlier ones kept', async () => {
      await isv.member.post(commentPath(), { comment: 'First words' })
      const first = (await rows()).find(({ body }) => body === 'First words')
      const path = `${commentPath()}/${first?.id}`
      const fields = { wording: 'Better words', visibility: 'shared', version: '1' }
      expect((await isv.admin.post(path, fields)).status).toBe(403)
      expect((await isv.member.post(path, fields)).status).toBe(303)
      const late = await isv.member.post(path, { ...fields, wording: 'Late words' })
      expect(late.status).toBe(412)
      expect(await late.text()).toContain('Late words')
      const now = (await rows()).find(({ id }) => id === first?.id)
      expect(now).toMatchObject({ body: 'Better words', earlier: [{ body: 'First words' }] })
    })

    test('until a moderator hides it; that there was something stays', async () => {
      await isv.member.post(commentPath(), { comment: 'Rude words' })
      const rude = (await rows()).find(({ body }) => body === 'Rude words')
      const path = `${commentPath()}/${rude?.id}/hide`
      const fields = { visibility: 'shared', version: '1' }
      expect((await isv.admin.post(path, fields)).status).toBe(403)
      expect((await tracker.programme.partnerManager.post(path, fields)).status).toBe(303)
      const { html } = await pageOf(isv.admin)
      expect(html).not.toContain('Rude words')
      expect(html).toContain('hid this comment')
    })

    test.each([
      [20_000, 303],
      [20_001, 422],
    ])('in %i characters: %i', async (length, status) => {
      const response = await isv.member.post(commentPath(), { comment: 'x'.repeat(length) })
      expect(response.status).toBe(status)
    })
  })

  describe('is waived on request', () => {
    const id = '2.manifest-readable'
    const path = () => `${address(isv, id)}/waivers`
    const reason = 'Our identity team changes the registration in January.'

    test.each([
      ['too few words', { waiverReason: 'Because.', expiresOn: '2027-01-31' }, 'at least 20 characters'],
      ['no end', { waiverReason: reason, expiresOn: '' }, 'Give the last day'],
      ['a day gone by', { waiverReason: reason, expiresOn: '2026-11-19' }, 'Give a day between'],
      ['a day too far', { waiverReason: reason, expiresOn: '2028-01-01' }, 'Give a day between'],
      ['a day that is none', { waiverReason: reason, expiresOn: '2027-02-30' }, 'Give a day between'],
    ])('not with %s', async (_, fields, words) => {
      const response = await isv.member.post(path(), fields)
      const html = await response.text()
      expect(response.status).toBe(422)
      expect(html).toContain(words)
      expect(html).toContain(fields.waiverReason)
    })

    test('once at a time, to the end of the ISV’s day, until it is withdrawn', async () => {
      const fields = { waiverReason: reason, expiresOn: '2027-01-31' }
      const answers = await Promise.all([1, 2].map(() => isv.member.post(path(), fields)))
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
      const [waiver] = await within((tx) => tx.select().from(waivers).where(eq(waivers.itemId, id)))
      expect(waiver).toMatchObject({ state: 'requested', expiresAt: new Date('2027-01-31T23:00:00.000Z') })
      expect((await pageOf(isv.member, address(isv, id))).html).toContain('31 January 2027')
      const withdrawn = await isv.member.post(`${path()}/${waiver?.id}/withdraw`, { version: '1' })
      expect(withdrawn.status).toBe(303)
      expect((await isv.member.post(path(), fields)).status).toBe(303)
    })

    test('and the waiver runs out by the tracker alone', async () => {
      const place = { organizationId: tracker.programme.organizationId, isvId: isv.isvId }
      await within((tx) => tx.update(waivers).set({ state: 'approved' }).where(eq(waivers.state, 'requested')))
      const services = { ...tracker.services, clock: { now: () => new Date('2027-01-31T23:00:00.000Z') } }
      const input = { productId: isv.productId }
      const person = { principal: tracker.programme.reviewer.principal, place, input }
      await expect(execute(services, expireWaivers, person)).rejects.toMatchObject({ code: 'not-allowed' })
      const asTracker = { principal: { kind: 'tracker', name: 'Sevenstep' }, place, input } as const
      expect(await execute(services, expireWaivers, asTracker)).toEqual({ expired: 1 })
    })
  })
})
