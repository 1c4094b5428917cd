import type { AddressFacts, ItemId } from '@sevenstep/onboarding'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { auditEvents, evidence, itemStates, jobs, probes, verificationRuns } from '../db/schema/index.ts'
import type { Transaction } from '../db/scope.ts'
import type { HttpServices } from '../http/environment.ts'
import type { LookEnding, LookQuestion } from '../probes/look.ts'
import { compareProduct } from '../product/rebuild-product.ts'
import { describeOnEachDatabase } from '../testing/databases.ts'
import { openTracker, type TestIsv, type TestPerson, type TestTracker } from '../testing/tracker.ts'
import { execute } from '../verbs/execute.ts'
import { lookAtAddressKind } from '../verbs/probes/plan-probe.ts'
import { recordLook } from '../verbs/probes/record-look.ts'
import { lookAtAddress } from './look-at-address.ts'
import { lookDue } from './look-due.ts'

/** Two public pages, one of them about privacy. */
const item = '1.metadata-links-work'
const site = 'https://fleetdesk.test/'
const privacy = 'https://fleetdesk.test/privacy'
const day = 86_400_000

describeOnEachDatabase('Addresses that are handed in', (open) => {
  let tracker: TestTracker
  let isv: TestIsv
  let asked: LookQuestion[]
  /** What an address shows, or why nobody could look; a page that answers unless told. */
  let shows: (address: string) => LookEnding
  let services: HttpServices

  beforeEach(async () => {
    tracker = await openTracker(open)
    isv = tracker.programme.contoso
    asked = []
    shows = (address) => seen({ status: 200, finalAddress: address })
    services = {
      ...tracker.services,
      look: async (question) => {
        asked.push(question)
        return shows(question.address)
      },
    }
  })

  const seen = (facts: Partial<AddressFacts>): LookEnding => ({
    kind: 'seen',
    facts: { at: tracker.time.now.toISOString(), milliseconds: 80, hops: 0, ...facts },
  })
  const place = (of = isv) => ({ organizationId: tracker.programme.organizationId, isvId: of.isvId })
  const within = <Result>(work: (transaction: Transaction) => Promise<Result>, of = isv) =>
    tracker.database.within({ kind: 'isv', ...place(of), internal: true }, work)
  const path = (id: string = item, of = isv) => `/products/${of.productId}/items/${id}/evidence`
  const handIn = (link: string, person: TestPerson = isv.member, id: string = item) =>
    person.post(path(id), { kind: 'link', link, as: 'submit' })
  const rows = () => within((transaction) => transaction.select().from(probes).orderBy(probes.createdAt, probes.id))
  const later = (milliseconds: number) => {
    tracker.time.now = new Date(tracker.time.now.getTime() + milliseconds)
  }
  const verdictOf = (id: string = item) =>
    within(async (transaction) => {
      const [state] = await transaction
        .select()
        .from(itemStates)
        .where(and(eq(itemStates.productId, isv.productId), eq(itemStates.itemId, id as ItemId)))
      return { verdict: state?.verdict, regressed: state?.regressed }
    })
  const record = () =>
    within((transaction) =>
      transaction
        .select({ action: auditEvents.action, actor: auditEvents.actorName, sentence: auditEvents.sentence })
        .from(auditEvents)
        .where(eq(auditEvents.subjectType, 'evidence'))
        .orderBy(desc(auditEvents.sequence)),
    )

  /** Does the looks that were asked for, as a worker would. */
  async function work(handler = lookAtAddress(services)): Promise<number> {
    const waiting = await tracker.database.within({ kind: 'tracker' }, (transaction) =>
      transaction
        .update(jobs)
        .set({ doneAt: tracker.time.now })
        .where(and(eq(jobs.kind, lookAtAddressKind), isNull(jobs.doneAt)))
        .returning(),
    )
    for (const job of waiting) await handler(job)
    return waiting.length
  }

  /** A round of the work that comes with time. */
  const round = () =>
    lookDue(services)({ id: 'job_1', kind: 'look-due', ...place(), isvId: null, payload: {}, attempts: 1 })

  describe('are looked at', () => {
    test('at once, prove the item without anybody, and say who saw what', async () => {
      expect((await handIn(site)).status).toBe(303)
      expect(await work()).toBe(1)
      expect(await verdictOf()).toEqual({ verdict: 'handed-in', regressed: false })
      await handIn(privacy)
      expect(await work()).toBe(1)
      expect(await verdictOf()).toEqual({ verdict: 'proved', regressed: false })
      expect(asked.map(({ address, productName }) => [address, productName])).toEqual([
        [site, 'Contoso of Northwind Partners Connect'],
        [privacy, 'Contoso of Northwind Partners Connect'],
      ])
      const [latest] = await record()
      expect(latest).toMatchObject({ action: 'probe.looked', actor: 'Sevenstep' })
      expect(latest?.sentence.nl).toContain('keek bij “fleetdesk.test” voor “Website- en privacykoppelingen werken”')
      expect(
        (await rows()).every(({ passedAt, nextLookAt }) => passedAt !== null && nextLookAt > tracker.time.now),
      ).toBe(true)
    })

    test('and what no database takes of a page is no text of its', async () => {
      shows = (address) => seen({ status: 200, finalAddress: address, title: `${'a'.repeat(199)}\ud83d\0` })
      await handIn(site)
      await work()
      const [row] = await rows()
      expect(row?.seen?.title).toBe(`${'a'.repeat(199)}\ufffd\ufffd`)
    })

    test('and a slow answer from before does not take the place of a later one', async () => {
      await handIn(site)
      const before = seen({ failure: 'timed-out' })
      later(60_000)
      await work()
      const [row] = await rows()
      const tracking = { principal: { kind: 'tracker', name: 'Sevenstep' }, place: place() } as const
      await execute(services, recordLook(before), { ...tracking, input: { probeId: row?.id ?? '' } })
      expect((await rows())[0]?.seen).toMatchObject({ status: 200 })
      expect((await rows())[0]?.version).toBe(row?.version)
    })

    test('and a dead link decides at once, after it was right as a regression', async () => {
      await handIn(site)
      await handIn(privacy)
      await work()
      expect((await verdictOf()).verdict).toBe('proved')
      shows = (address) =>
        address === privacy ? seen({ failure: 'connection-failed' }) : seen({ status: 200, finalAddress: address })
      later(60_000)
      const [, piece] = await rows()
      expect((await isv.member.post(`${path()}/${piece?.evidenceId}/look`, {})).status).toBe(303)
      expect(await work()).toBe(1)
      expect(await verdictOf()).toEqual({ verdict: 'failing', regressed: true })
      expect((await record()).map(({ action }) => action).slice(0, 2)).toEqual(['probe.looked', 'probe.asked'])
      shows = (address) => seen({ status: 200, finalAddress: address })
      later(60_000)
      await isv.member.post(`${path()}/${piece?.evidenceId}/look`, {})
      await work()
      expect(await verdictOf()).toEqual({ verdict: 'proved', regressed: false })
    })

    test('and what could not be looked at turns no verdict', async () => {
      await handIn(site)
      await handIn(privacy)
      await work()
      shows = () => ({ kind: 'unseen', obstacle: 'no-way-out' })
      later(day * 1.3)
      await round()
      expect(await work()).toBe(2)
      expect(await verdictOf()).toEqual({ verdict: 'proved', regressed: false })
      const [first] = await record()
      expect(first?.sentence.en).toContain('it has no way to the internet at present')
      // The same again is no news.
      const told = (await record()).length
      later(day)
      await round()
      expect(await work()).toBe(2)
      expect((await record()).length).toBe(told)
      // What was seen counts for 90 days.
      later(day * 91)
      await round()
      await work()
      expect((await verdictOf()).verdict).toBe('expired')
    })

    test('every day, without a word while all is as before, and a failure of a moment is looked at twice', async () => {
      await handIn(site)
      await handIn(privacy)
      await work()
      const told = (await record()).length
      await round()
      expect(await work()).toBe(0)
      later(day * 1.3)
      await round()
      expect(await work()).toBe(2)
      expect((await record()).length).toBe(told)
      shows = () => seen({ status: 503 })
      later(day * 1.3)
      await round()
      await work()
      expect((await verdictOf()).verdict).toBe('proved')
      later(30 * 60_000)
      await round()
      expect(await work()).toBe(2)
      expect(await verdictOf()).toEqual({ verdict: 'failing', regressed: true })
    })

    test('only while they count: not as a draft, not once taken back or replaced, not for an archived vendor', async () => {
      await isv.member.post(path(), { kind: 'link', link: site, as: 'draft' })
      expect(await rows()).toEqual([])
      await handIn(privacy)
      await work()
      const [first] = await rows()
      if (first === undefined) throw new Error('Nothing was planned.')
      await isv.member.post(`${path()}/${first.evidenceId}`, { kind: 'link', link: site, as: 'submit', version: '1' })
      expect((await rows()).map(({ number, address }) => [number, address])).toEqual([
        [1, privacy],
        [2, site],
      ])
      const piece = await within((transaction) =>
        transaction.select().from(evidence).where(eq(evidence.id, first.evidenceId)),
      )
      await isv.member.post(`${path()}/${first.evidenceId}/withdraw`, { version: String(piece[0]?.version) })
      asked = []
      expect(await work()).toBe(1)
      expect(asked).toEqual([])
      await handIn('https://fleetdesk.test/about')
      await work()
      expect(asked.map(({ address }) => address)).toEqual(['https://fleetdesk.test/about'])
      await tracker.database.asOwner(`update isvs set state = 'archived' where id = '${isv.isvId}'`)
      later(day * 2)
      await round()
      expect(await work()).toBe(0)
    })

    test('by nobody where that is switched off, and the page says so', async () => {
      shows = () => ({ kind: 'unseen', obstacle: 'switched-off' })
      await handIn(site)
      const told = (await record()).length
      await work()
      expect((await record()).length).toBe(told)
      expect(await verdictOf()).toEqual({ verdict: 'handed-in', regressed: false })
      const html = await (await isv.member.request(`/products/${isv.productId}/items/${item}`)).text()
      expect(html).toContain('Our server could not look: looking at addresses is switched off here.')
    })

    test('where they were handed in before anybody looked', async () => {
      await handIn(site)
      await tracker.database.asOwner('delete from jobs; delete from probes')
      await round()
      expect(await rows()).toMatchObject([{ address: site, askedBy: 'tracker', seen: null }])
      later(3_600_000)
      await round()
      expect(await work()).toBe(1)
      expect(asked.map(({ address }) => address)).toEqual([site])
    })

    test('within a budget of each vendor; what exceeds it waits', async () => {
      const frugal = {
        ...services,
        configuration: { ...services.configuration, probes: { ...services.configuration.probes, perHour: 1 } },
      }
      await handIn(site)
      await handIn(privacy)
      await work(lookAtAddress(frugal))
      expect(asked).toHaveLength(1)
      const waiting = (await rows()).filter(({ lookedAt }) => lookedAt === null)
      expect(waiting).toHaveLength(1)
      expect(waiting[0]?.nextLookAt.getTime()).toBeGreaterThan(tracker.time.now.getTime() + 3_000_000)
    })

    test('only for items that are shown by an address', async () => {
      await isv.member.post(path('1.stable-service'), { kind: 'link', link: site, as: 'submit' })
      expect(await rows()).toEqual([])
    })
  })

  test('what was seen is derived anew to the same state', async () => {
    await handIn(site)
    await handIn(privacy)
    await work()
    later(day * 1.3)
    await round()
    await work()
    expect(await within((transaction) => compareProduct(transaction, isv.productId))).toEqual([])
  })

  test('are written about by the tracker alone', async () => {
    await handIn(site)
    const [probe] = await rows()
    const request = { principal: isv.admin.principal, place: place(), input: { probeId: probe?.id } }
    const asked = execute(services, recordLook(seen({ status: 200 })), request)
    await expect(asked).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('are no business of other vendors', async () => {
    await handIn(site)
    const [probe] = await rows()
    const other = tracker.programme.proseware
    const foreign = await within((transaction) => transaction.select().from(probes), other)
    expect(foreign).toEqual([])
    // A job that names another vendor's address looks at nothing.
    await lookAtAddress(services)({
      id: 'job_1',
      kind: lookAtAddressKind,
      ...place(other),
      payload: { probeId: probe?.id ?? '' },
      attempts: 1,
    })
    expect(asked).toEqual([])
    expect(await within((transaction) => transaction.select().from(verificationRuns), other)).toEqual([])
  })
})
