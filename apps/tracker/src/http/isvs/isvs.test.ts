import { and, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { auditEvents, isvs, productSummaries } from '../../db/schema/index.ts'
import { compareProduct } from '../../product/rebuild-product.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, type TestIsv, type TestTracker } from '../../testing/tracker.ts'
import { isvMoveNames, isvMoves, movesFrom } from '../../verbs/isvs/isv-moves.ts'

const states = ['invited', 'active', 'paused', 'completed', 'archived'] as const

test('the moves of an ISV are those of its table, no more', () => {
  expect(Object.fromEntries(states.map((state) => [state, movesFrom(state)]))).toEqual({
    invited: ['activate', 'archive'],
    active: ['pause', 'complete', 'archive'],
    paused: ['resume', 'complete', 'archive'],
    completed: ['reopen', 'archive'],
    archived: ['restore'],
  })
  for (const name of isvMoveNames) expect(isvMoves[name].from).not.toContain(isvMoves[name].to)
})

describeOnEachDatabase('ISVs', (open) => {
  let tracker: TestTracker
  let contoso: TestIsv
  beforeAll(async () => {
    tracker = await openTracker(open)
    contoso = tracker.programme.contoso
  })

  const stored = (isvId: string) =>
    tracker.database.within(
      { kind: 'programme', organizationId: tracker.programme.organizationId },
      async (transaction) => {
        const [isv] = await transaction.select().from(isvs).where(eq(isvs.id, isvId))
        const [summary] = await transaction.select().from(productSummaries).where(eq(productSummaries.isvId, isvId))
        const events = await transaction.select().from(auditEvents).where(eq(auditEvents.subjectId, isvId))
        if (isv === undefined) throw new Error('There is no such ISV.')
        return { isv, summary, events }
      },
    )
  const post = async (path: string, fields: Record<string, string>, person = tracker.programme.partnerManager) => {
    const { isv } = await stored(contoso.isvId)
    return person.post(path, { version: String(isv.version), ...fields })
  }
  const data = { name: 'Contoso', externalId: '', ownerId: '', timeZone: 'Europe/Amsterdam' }

  test('is added by a manager once, however often the form is sent', async () => {
    const { partnerManager } = tracker.programme
    const fields = { ...data, name: '<b>Añil & Co</b>', externalId: 'A-1', key: 'added-once' }
    const first = await partnerManager.post('/isvs', fields)
    expect(first.status).toBe(303)
    const second = await partnerManager.post('/isvs', fields)
    expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
    const page = await (await partnerManager.request(first.headers.get('Location') ?? '')).text()
    expect(page).toContain('&lt;b&gt;Añil &amp; Co&lt;/b&gt;')
    expect(page).not.toContain('<b>Añil')
    expect(page).toContain('No product yet')
    const taken = await partnerManager.post('/isvs', { ...fields, name: 'Another', key: 'other' })
    expect(taken.status).toBe(422)
    expect(await taken.text()).toContain('has this number already')
  })

  test.each([
    ['no name', { name: ' ' }],
    ['a zone that is none', { timeZone: 'Mars/Olympus' }],
    ['an offset for a zone', { timeZone: '+02:00' }],
    ['an owner from nowhere', { ownerId: 'usr_nobody' }],
  ])('is not added with %s; the words are kept', async (_, wrong) => {
    const answer = await tracker.programme.partnerManager.post('/isvs', { ...data, name: 'Kept words', ...wrong })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toMatch(/class="error-summary"/)
    if (!('name' in wrong)) expect(page).toContain('Kept words')
  })

  test('is added and changed by managers and administrators only', async () => {
    const { programme } = tracker
    for (const person of [programme.reviewer, programme.auditor, programme.reader]) {
      expect((await person.post('/isvs', data)).status).toBe(403)
      expect((await post(`/isvs/${contoso.isvId}`, data, person)).status).toBe(403)
      expect((await post(`/isvs/${contoso.isvId}/archive`, {}, person)).status).toBe(403)
    }
    expect((await contoso.admin.post('/isvs', data)).status).toBe(404)
    expect((await post(`/isvs/${contoso.isvId}`, data, contoso.admin)).status).toBe(403)
    expect((await contoso.admin.request(`/isvs/${contoso.isvId}`)).status).toBe(200)
    expect((await tracker.programme.administrator.request(`/isvs/${contoso.isvId}`)).status).toBe(200)
  })

  test('of somebody else and one that is missing answer alike', async () => {
    const person = tracker.other.partnerManager
    for (const isvId of [contoso.isvId, 'isv_missing']) {
      expect((await person.request(`/isvs/${isvId}`)).status).toBe(404)
      expect((await person.post(`/isvs/${isvId}`, { ...data, version: '1' })).status).toBe(404)
      expect((await person.post(`/isvs/${isvId}/pause`, { version: '1' })).status).toBe(404)
    }
    expect((await tracker.programme.proseware.admin.request(`/isvs/${contoso.isvId}`)).status).toBe(404)
  })

  test('renamed, its products follow in the portfolio; an older version is refused', async () => {
    const old = await stored(contoso.isvId)
    const answer = await post(`/isvs/${contoso.isvId}`, { ...data, name: 'Contoso Renamed' })
    expect(answer.status).toBe(303)
    const { isv, summary, events } = await stored(contoso.isvId)
    expect(summary?.isvName).toBe('Contoso Renamed')
    expect(summary?.ownerId).toBe(tracker.programme.partnerManager.principal.userId)
    expect(events.map(({ action }) => action)).toEqual(['isv.changed'])
    expect(events[0]?.sentence.en).toMatch(/^renamed Contoso of Northwind Partners to Contoso Renamed$/)
    const stale = await post(`/isvs/${contoso.isvId}`, { ...data, name: 'Late', version: String(old.isv.version) })
    expect(stale.status).toBe(412)
    expect((await stored(contoso.isvId)).isv.name).toBe('Contoso Renamed')
    expect(isv.version).toBe(old.isv.version + 1)
  })

  test('pauses with a reason and a day, stops the clocks, resumes; the summary equals what is recomputed', async () => {
    const refused = await post(`/isvs/${contoso.isvId}/pause`, { reason: '', reviewOn: '2026-11-20' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Say why it is paused.')
    const paused = await post(`/isvs/${contoso.isvId}/pause`, { reason: 'Budget next year.', reviewOn: '2027-01-15' })
    expect(paused.status).toBe(303)
    const during = await stored(contoso.isvId)
    expect(during.isv).toMatchObject({ state: 'paused', reviewOn: '2027-01-15' })
    expect(during.summary).toMatchObject({ health: 'paused', isvState: 'paused' })
    const page = await (await tracker.programme.partnerManager.request(`/isvs/${contoso.isvId}`)).text()
    expect(page).toContain('Budget next year.')
    expect((await post(`/isvs/${contoso.isvId}/pause`, { reason: 'x', reviewOn: '2027-01-15' })).status).toBe(409)
    expect((await post(`/isvs/${contoso.isvId}/resume`, {})).status).toBe(303)
    const after = await stored(contoso.isvId)
    expect(after.summary?.health).not.toBe('paused')
    expect(after.isv.pauseReason).toBeNull()
    const differences = await tracker.database.within(
      { kind: 'isv', organizationId: tracker.programme.organizationId, isvId: contoso.isvId },
      (transaction) => compareProduct(transaction, contoso.productId),
    )
    expect(differences).toEqual([])
  })

  test('is not completed while a product is on its way, and leaves the portfolio when archived', async () => {
    const refused = await post(`/isvs/${contoso.isvId}/complete`, {})
    expect(refused.status).toBe(409)
    expect((await post(`/isvs/${contoso.isvId}/archive`, {})).status).toBe(303)
    const portfolio = () => tracker.programme.partnerManager.request('/portfolio').then((answer) => answer.text())
    expect(await portfolio()).not.toContain('Contoso Renamed')
    expect((await post(`/isvs/${contoso.isvId}`, data)).status).toBe(409)
    expect((await post(`/isvs/${contoso.isvId}/restore`, {})).status).toBe(303)
    expect(await portfolio()).toContain('Contoso Renamed')
  })
})

describeOnEachDatabase('Giving ISVs to somebody', (open) => {
  let tracker: TestTracker
  beforeEach(async () => {
    tracker ??= await openTracker(open)
  })

  const sent = (
    fields: readonly (readonly [string, string])[],
    path: string,
    person = tracker.programme.partnerManager,
  ) =>
    person.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
  const shownIn = (page: string) => /name="shown" value="(\w+)"/.exec(page)?.[1] ?? ''

  test('shows what would change, changes just that, one line of the record each', async () => {
    const { programme } = tracker
    const owner = programme.administrator.principal.userId
    const ids = [programme.contoso.isvId, programme.proseware.isvId]
    const chosen = [['ownerId', owner], ...ids.map((id) => ['isvId', id] as const)] as const
    const form = await (await programme.partnerManager.request('/isvs/assign?view=all')).text()
    for (const id of ids) expect(form).toContain(id)
    const page = await (await sent(chosen, '/isvs/assign')).text()
    expect(page).toContain('2 ISVs would change hands')
    const confirmed = [...chosen, ['shown', shownIn(page)]] as const
    expect((await sent(confirmed, '/isvs/assign/confirm')).status).toBe(303)
    await tracker.database.within(
      { kind: 'programme', organizationId: programme.organizationId },
      async (transaction) => {
        const rows = await transaction.select().from(productSummaries)
        expect(rows.map(({ ownerId }) => ownerId)).toEqual([owner, owner])
        const events = await transaction.select().from(auditEvents).where(eq(auditEvents.action, 'isv.assigned'))
        expect(events.map(({ subjectId }) => subjectId).sort()).toEqual([...ids].sort())
      },
    )
    expect((await sent(confirmed, '/isvs/assign/confirm')).status).toBe(409)
  })

  test('reaches no other programme, and nobody who does not manage', async () => {
    const { programme, other } = tracker
    const foreign = [
      ['ownerId', ''],
      ['isvId', other.contoso.isvId],
    ] as const
    const page = await (await sent(foreign, '/isvs/assign')).text()
    expect(page).not.toContain('Alpine')
    await sent([...foreign, ['shown', shownIn(page)]], '/isvs/assign/confirm')
    const owner = await tracker.database.within(
      { kind: 'programme', organizationId: other.organizationId },
      (transaction) =>
        transaction
          .select({ ownerId: isvs.ownerId })
          .from(isvs)
          .where(and(eq(isvs.id, other.contoso.isvId))),
    )
    expect(owner).toEqual([{ ownerId: other.partnerManager.principal.userId }])
    const strangers = [other.partnerManager, programme.contoso.admin]
    for (const { principal } of strangers) {
      const named = [
        ['ownerId', principal.userId],
        ['isvId', programme.contoso.isvId],
      ] as const
      expect(await (await sent(named, '/isvs/assign')).text()).not.toContain(principal.name)
    }
    expect((await sent(foreign, '/isvs/assign/confirm', programme.reviewer)).status).toBe(403)
    expect((await sent(foreign, '/isvs/assign', programme.contoso.admin)).status).toBe(404)
  })
})
