import { parse } from 'csv-parse/sync'
import { beforeAll, expect, it } from 'vitest'
import { appendEvents } from '../../audit/append-events.ts'
import { newId } from '../../domain/ids.ts'
import { verifyRecord } from '../../reads/audit/verify-record.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, type TestPerson, type TestTracker } from '../../testing/tracker.ts'

describeOnEachDatabase('The record', (open) => {
  let tracker: TestTracker
  const text = async (person: TestPerson, path: string) => (await person.request(path)).text()

  /** Writes changes as verbs would: by a person, in an ISV's chain or (without one) in the programme's. */
  const record = async (
    person: TestPerson,
    isvId: string | null,
    events: readonly {
      readonly action: string
      readonly en: string
      readonly at: string
      readonly productId?: string
    }[],
  ) => {
    const { organizationId } = tracker.programme
    for (const { action, en, at, productId } of events) {
      await tracker.database.within({ kind: 'programme', organizationId }, (transaction) =>
        appendEvents(
          transaction,
          {
            principal: person.principal,
            place: { organizationId, isvId },
            now: new Date(at),
            newId,
            requestId: 'req_1',
          },
          [
            {
              action,
              subjectType: 'review',
              subjectId: `rev_${en.length}`,
              sentence: { en, nl: `NL ${en}` },
              ...(productId !== undefined && { detail: { productId, step: 2 } }),
            },
          ],
        ),
      )
    }
  }

  beforeAll(async () => {
    tracker = await openTracker(open)
    const { reviewer, partnerManager, contoso, proseware } = tracker.programme
    await record(reviewer, contoso.isvId, [
      {
        action: 'review.decided',
        en: 'approved step 2 of Fleet Connect',
        at: '2026-11-20T09:32:00Z',
        productId: contoso.productId,
      },
      // Half past midnight of the next day in Amsterdam.
      { action: 'review.decided', en: 'asked for changes', at: '2026-11-20T23:30:00Z' },
    ])
    await record(partnerManager, null, [
      { action: 'isv.created', en: '=HYPERLINK("x") <script>alert(1)</script>', at: '2026-11-22T08:00:00Z' },
    ])
    await record(proseware.admin, proseware.isvId, [
      { action: 'evidence.submitted', en: 'submitted a secret of Proseware', at: '2026-11-23T08:00:00Z' },
    ])
  })

  it.each([
    ['auditor', 200],
    ['reviewer', 200],
    ['partnerManager', 200],
    ['administrator', 200],
    ['reader', 404],
  ] as const)('of the programme opens for %s: %i', async (who, status) => {
    expect((await tracker.programme[who].request('/audit')).status).toBe(status)
  })

  it('tells in sentences who did what in which capacity, by day, with a link to the subject', async () => {
    const html = await text(tracker.programme.auditor, '/audit')
    expect(html).toContain('<h1>4 changes on record</h1>')
    expect(html).toMatch(
      /10:32<\/time> · <b>Northwind Partners reviewer<\/b> <span class="quiet">\(reviewer\)<\/span> approved step 2 of Fleet Connect/,
    )
    expect(html).toContain(`href="/products/${tracker.programme.contoso.productId}/steps/2"`)
    expect([...html.matchAll(/<h2>(\d+ November 2026)<\/h2>/g)].map(([, day]) => day)).toEqual([
      '23 November 2026',
      '22 November 2026',
      '21 November 2026',
      '20 November 2026',
    ])
    expect(html).not.toContain('<script>alert')
    const dutch = await tracker.programme.auditor.request('/audit', { headers: { Cookie: 'language=nl' } })
    expect(await dutch.text()).toContain('NL approved step 2')
  })

  it.each([
    ['actor=reviewer', 2],
    ['area=evidence', 1],
    ['about=FLEET', 1],
    ['about=%25', 0],
    ['about=%07', 4],
    ['isv=proseware', 1],
    ['until=2026-11-20', 1],
    ['until=2026-11-21', 2],
    ['from=2026-11-22', 2],
    ['from=2026-11-21&until=2026-11-22', 2],
    ['from=nonsense', 4],
    ['from=2026-02-31', 4],
  ])('narrowed by %s shows %i', async (query, count) => {
    const html = await text(tracker.programme.auditor, `/audit?${query}`)
    expect([...html.matchAll(/<li id="aud_/g)]).toHaveLength(count)
  })

  it('of an ISV shows its own changes to its admin, and opens for nobody of another', async () => {
    const { contoso, proseware, auditor } = tracker.programme
    const path = `/isvs/${contoso.isvId}/audit`
    const html = await text(contoso.admin, path)
    expect([...html.matchAll(/<li id="aud_/g)]).toHaveLength(2)
    expect(html).not.toContain('Proseware')
    expect(html).toContain('(partner programme)')
    expect((await auditor.request(path)).status).toBe(200)
    for (const person of [contoso.member, contoso.reader, proseware.admin, tracker.other.auditor]) {
      expect((await person.request(path)).status).toBe(404)
      expect((await person.request(`${path}.csv`)).status).toBe(404)
      expect((await person.post(`${path}/verify`, {})).status).toBe(404)
    }
    expect(await text(tracker.other.auditor, '/audit')).toContain('Nothing is recorded yet')
  })

  it('pages through a long record without losing or repeating a line', async () => {
    const { auditor, secondReviewer } = tracker.programme
    await record(
      secondReviewer,
      null,
      // All in one millisecond: only the id tells them apart.
      Array.from({ length: 120 }, (_, number) => ({
        action: 'waiver.approved',
        en: `approved waiver ${number}`,
        at: '2026-11-25T08:00:00Z',
      })),
    )
    const seen: string[] = []
    let path: string | undefined = '/audit?area=waiver'
    let last = ''
    while (path !== undefined) {
      last = await text(auditor, path)
      seen.push(...[...last.matchAll(/<li id="(aud_\w+)/g)].map(([, id = '']) => id))
      path = /href="([^"]*older=[^"]*)"/.exec(last)?.[1]?.replaceAll('&amp;', '&')
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
    const back = /href="([^"]*newer=[^"]*)"/.exec(last)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const before = [...(await text(auditor, back)).matchAll(/<li id="(aud_\w+)/g)].map(([, id]) => id)
    expect(before).toEqual(seen.slice(50, 100))
  })

  it('leaves as CSV without formulas, all of it, for those who may export', async () => {
    const { auditor, administrator } = tracker.programme
    expect((await administrator.request('/audit.csv')).status).toBe(403)
    const response = await auditor.request('/audit.csv')
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="audit-/)
    const rows: string[][] = parse(await response.text(), { bom: true })
    expect(rows).toHaveLength(125)
    expect(rows[0]?.[3]).toBe('What was done')
    expect(rows.map((row) => row[3])).toContain(`'=HYPERLINK("x") <script>alert(1)</script>`)
    const some: string[][] = parse(await (await auditor.request('/audit.csv?about=fleet')).text(), { bom: true })
    expect(some.map((row) => row[3])).toEqual(['What was done', 'approved step 2 of Fleet Connect'])
  })

  it('verifies, and names the place where somebody changed it past the tracker', async () => {
    const { auditor, contoso, reader } = tracker.programme
    const verify = async (person: TestPerson, path: string) => (await person.post(`${path}/verify`, {})).text()
    expect((await reader.post('/audit/verify', {})).status).toBe(404)
    expect(await verify(auditor, '/audit')).toContain('All 124 events are sound')
    expect(await verify(contoso.admin, `/isvs/${contoso.isvId}/audit`)).toContain('All 2 events are sound')
    const chain = `isv:${contoso.isvId}`
    await tracker.database.asOwner(
      `update audit_events set actor_name = 'Somebody else' where chain = '${chain}' and sequence = 2`,
    )
    for (const html of [await verify(auditor, '/audit'), await verify(contoso.admin, `/isvs/${contoso.isvId}/audit`)]) {
      expect(html).toContain('The record is broken in 1 place')
      expect(html).toContain('broken at event 2, after 1 sound one. The event was altered.')
    }
    await tracker.database.asOwner(`delete from audit_events where chain = '${chain}' and sequence = 2`)
    expect(await verify(auditor, '/audit')).toContain('Events at the end were removed or added.')
  })

  it('verifies a record of several pages while it grows, and lets others have their turn', async () => {
    const { organizationId, secondReviewer, contoso } = tracker.other
    const place = { organizationId, isvId: contoso.isvId }
    const { database, clock } = tracker.services
    const append = (count: number) =>
      database.within({ kind: 'isv', ...place }, (transaction) =>
        appendEvents(
          transaction,
          { principal: secondReviewer.principal, place, now: clock.now(), newId, requestId: 'req_2' },
          Array.from({ length: count }, () => ({
            action: 'waiver.approved',
            subjectType: 'waiver',
            subjectId: 'wvr_1',
            sentence: { en: 'approved a waiver', nl: 'keurde een vrijstelling goed' },
          })),
        ),
      )
    await append(600)
    let turns = 0
    const counted: typeof database = {
      ...database,
      within: async (scope, work) => {
        turns += 1
        const result = await database.within(scope, work)
        if (turns === 2) await append(1)
        return result
      },
    }
    const verdict = await verifyRecord({ database: counted, clock }, place)
    expect(verdict).toMatchObject({ events: 600, chains: 1, broken: [] })
    expect(turns).toBeGreaterThan(3)
  })

  it('finds an event that was added behind the end of a chain', async () => {
    const { auditor, proseware } = tracker.programme
    await tracker.database.asOwner(
      `insert into audit_events select (jsonb_populate_record(e, '{"id":"aud_planted","sequence":2}'::jsonb)).*
       from audit_events e where chain = 'isv:${proseware.isvId}' and sequence = 1`,
    )
    expect(await (await auditor.post('/audit/verify', {})).text()).toContain('broken at event 2, after 1 sound one.')
  })
})
