import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { evidence, probes, reviewRequests } from '../../db/schema/index.ts'
import { newId } from '../../domain/ids.ts'
import { openLook } from '../../probes/look.ts'
import { apiOf } from '../../testing/api-client.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, type TestIsv, type TestPerson, type TestTracker } from '../../testing/tracker.ts'
import { execute } from '../../verbs/execute.ts'
import { recordLook } from '../../verbs/probes/record-look.ts'

const item = '1.metadata-links-work'

describeOnEachDatabase('What our server saw', (open) => {
  let tracker: TestTracker
  let isv: TestIsv

  beforeAll(async () => {
    tracker = await openTracker(open, { looksAtAddresses: true })
    isv = tracker.programme.contoso
  })

  const address = (id: string = item, of = isv) => `/products/${of.productId}/items/${id}`
  const later = (milliseconds: number) => {
    tracker.time.now = new Date(tracker.time.now.getTime() + milliseconds)
  }
  const place = (of: TestIsv) => ({ organizationId: tracker.programme.organizationId, isvId: of.isvId })

  /** Hands an address in, as the ISV does, and gives the piece. */
  async function handIn(link: string, of: TestIsv = isv, id: string = item): Promise<string> {
    const response = await of.member.post(`${address(id, of)}/evidence`, { kind: 'link', link, as: 'submit' })
    expect(response.status).toBe(303)
    return response.headers.get('Location')?.split('#')[1] ?? ''
  }

  /** Looks at it for real, with nothing but the public internet permitted. */
  async function look(evidenceId: string, of: TestIsv = isv): Promise<void> {
    const scope = { kind: 'isv', ...place(of) } as const
    const [probe] = await tracker.database.within(scope, (transaction) =>
      transaction.select().from(probes).where(eq(probes.evidenceId, evidenceId)),
    )
    if (probe === undefined) throw new Error('Nothing is to be looked at.')
    const see = openLook({
      probes: { enabled: true, networks: [], ports: [443], perHour: 60 },
      version: 'test',
      clock: tracker.services.clock,
      // Every name is one of the machine itself.
      resolve: () => Promise.resolve(['127.0.0.1']),
    })
    const question = { address: probe.address, productName: 'x', edition: 'current' } as const
    const ending = await see({ ...question, rule: { pages: 1, signIn: 'refused', settles: 'everything' } })
    await keep(probe.id, ending, of)
  }

  const keep = (probeId: string, ending: Parameters<typeof recordLook>[0], of: TestIsv = isv) =>
    execute(tracker.services, recordLook(ending), {
      principal: { kind: 'tracker', name: 'Sevenstep' },
      place: place(of),
      input: { probeId },
    })
  const probeOf = (evidenceId: string) =>
    tracker.database.within({ kind: 'isv', ...place(isv) }, async (transaction) => {
      const [probe] = await transaction.select().from(probes).where(eq(probes.evidenceId, evidenceId))
      return probe?.id ?? ''
    })
  const htmlOf = async (person: TestPerson, path: string, language = 'en') =>
    (await person.request(path, { headers: { 'Accept-Language': language } })).text()

  describe('at an address inside a network', () => {
    test.each([
      ['https://169.254.169.254/latest/meta-data/', '3.sdk-answers'],
      ['https://127.0.0.1/', '4.gallery-page'],
      ['https://intranet.fleetdesk.test/', '7.listing-opens'],
    ])('%s: nothing, and it is said in words', async (link, id) => {
      await look(await handIn(link, isv, id))
      const answer = await apiOf(isv.admin.request)('GET', `/products/${isv.productId}/items/${id}/probes`)
      expect(answer.body).toMatchObject({ items: [{ address: link, seen: { failure: 'address-private' } }] })
      // Where a name leads inside is told to nobody.
      const [{ seen }] = answer.body.items as [{ seen: unknown }] // one, by the line above
      expect(JSON.stringify(seen)).not.toContain('127.0.0.1')
      const html = await htmlOf(isv.member, address(id))
      expect(html).toContain('it is not on the public internet, so nothing was opened')
      expect(html).toContain('Hand in the public address that your customers use.')
    })

    test.each(['https://localhost/', 'http://fleetdesk.test/', 'https://user:secret@fleetdesk.test/'])(
      '%s is not even taken',
      async (link) => {
        const response = await isv.member.post(`${address()}/evidence`, { kind: 'link', link, as: 'submit' })
        expect(response.status).toBe(422)
      },
    )
  })

  test('is shown to the ISV and beside the link to the reviewer, escaped, with when and by whom', async () => {
    const evidenceId = await handIn('https://fleetdesk.test/privacy')
    const waiting = await htmlOf(isv.member, address())
    expect(waiting).toContain('Our server is about to look at this address.')
    await keep(await probeOf(evidenceId), {
      kind: 'seen',
      facts: {
        at: tracker.time.now.toISOString(),
        milliseconds: 1234,
        hops: 2,
        status: 200,
        finalAddress: 'https://fleetdesk.test/en/privacy',
        contentType: 'text/html',
        title: '<img src=x onerror=alert(1)> Privacy',
      },
    })
    const html = await htmlOf(isv.member, address())
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; Privacy')
    expect(html).not.toContain('<img src=x')
    for (const words of [
      'status 200',
      '1,234 ms',
      'https://fleetdesk.test/en/privacy (by 2 redirects)',
      'Our server looked',
    ])
      expect(html).toContain(words)
    expect(html).toMatch(/looked at “fleetdesk\.test” for/)
    const record = await apiOf(isv.admin.request)('GET', `/products/${isv.productId}/items/${item}`)
    expect(record.body).toMatchObject({ facts: { probe: { addresses: [{ seen: { status: 200, hops: 2 } }] } } })
    await tracker.database.asOwner("update users set language = 'nl'")
    expect(await htmlOf(isv.member, address())).toContain('via 2 doorverwijzingen')
    await tracker.database.asOwner("update users set language = 'en'")
    const reviewId = await askForReview()
    const review = await htmlOf(tracker.programme.reviewer, `/reviews/${reviewId}`)
    expect(review).toContain('https://fleetdesk.test/en/privacy (by 2 redirects)')
    expect(review).not.toContain('<img src=x')
  })

  /** A request for a review of the item alone, so that the rest of the step need not be proved first. */
  async function askForReview(): Promise<string> {
    const id = newId('rev')
    await tracker.database.within({ kind: 'isv', ...place(isv) }, (transaction) =>
      transaction.insert(reviewRequests).values({
        id,
        ...place(isv),
        productId: isv.productId,
        step: 1,
        state: 'open',
        requestedBy: isv.admin.principal.userId,
        requestedAt: tracker.time.now,
        snapshot: { [item]: 'asked' },
      }),
    )
    return id
  }

  test('may be asked for anew by those who hand in or review, and only so often', async () => {
    const evidenceId = await handIn('https://fleetdesk.test/')
    later(60_000)
    const { programme } = tracker
    const send = async (person: TestPerson) =>
      (await person.post(`${address()}/evidence/${evidenceId}/look`, {})).status
    const refused = [isv.reader, programme.partnerManager, programme.auditor, programme.reader]
    expect(await Promise.all(refused.map(send))).toEqual([403, 403, 403, 403])
    // Who runs the service sees no products.
    expect(await send(programme.administrator)).toBe(404)
    expect(await send(programme.proseware.admin)).toBe(404)
    expect(await send(tracker.other.reviewer)).toBe(404)
    expect((await tracker.anonymous(`${address()}/evidence/${evidenceId}/look`, { method: 'POST' })).status).not.toBe(
      200,
    )
    for (const person of [isv.member, isv.admin, programme.reviewer]) {
      const html = await htmlOf(person, address())
      expect(html).toContain(`/evidence/${evidenceId}/look"`)
      expect(await send(person)).toBe(303)
      later(60_000)
    }
    expect(await htmlOf(isv.reader, address())).not.toContain('/look"')
    for (let index = 0; index < 20; index++)
      await handIn(`https://fleetdesk.test/${index}`, isv, '2.information-addresses')
    expect(await send(isv.member)).toBe(429)
    const path = `/products/${isv.productId}/items/${item}/evidence/${evidenceId}/looks`
    expect((await apiOf(isv.member.request)('POST', path, { body: {} })).status).toBe(429)
    later(11 * 60_000)
    expect((await apiOf(isv.member.request)('POST', path, { body: {} })).body).toEqual({ evidenceId })
  })

  test('is nothing where no address is handed in', async () => {
    await isv.member.post(`${address('7.name-as-on-site')}/evidence`, {
      kind: 'link',
      link: 'https://fleetdesk.test/',
      as: 'draft',
    })
    const [draft] = await tracker.database.within({ kind: 'isv', ...place(isv) }, (transaction) =>
      transaction.select().from(evidence).where(eq(evidence.itemId, '7.name-as-on-site')),
    )
    const response = await isv.member.post(`${address('7.name-as-on-site')}/evidence/${draft?.id}/look`, {})
    expect(response.status).toBe(409)
    expect(await response.text()).toContain('There is no address here to look at.')
  })
})

describeOnEachDatabase('A server that opens no addresses', (open) => {
  test('offers no look, and promises none', async () => {
    const pages = await Promise.all(
      [true, false].map(async (looksAtAddresses) => {
        const { programme } = await openTracker(open, { looksAtAddresses })
        const { member, productId } = programme.contoso
        const path = `/products/${productId}/items/${item}`
        await member.post(`${path}/evidence`, { kind: 'link', link: 'https://fleetdesk.test/privacy', as: 'submit' })
        return (await member.request(path)).text()
      }),
    )
    const promises = ['/look"', 'Our server looks again about once a day.', 'Our server looks at ', 'our server, or']
    for (const words of promises) {
      expect(pages[0], words).toContain(words)
      expect(pages[1], words).not.toContain(words)
    }
    expect(pages[1]).toContain('https://fleetdesk.test/privacy')
  })
})
