import { stepIds, waitSettings } from '@sevenstep/onboarding'
import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { auditEvents, externalWaits, productSummaries, submissions, verificationRuns } from '../../db/schema/index.ts'
import { breachWaits } from '../../jobs/breach-waits.ts'
import { compareProduct } from '../../product/rebuild-product.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, type TestIsv, type TestTracker } from '../../testing/tracker.ts'
import { texts } from '../../texts/index.ts'
import { execute } from '../../verbs/execute.ts'
import { breachWait } from '../../verbs/submissions/breach-wait.ts'
import {
  type SubmissionState,
  submissionMovesFrom,
  waitAfter,
  waitsStartedBy,
} from '../../verbs/submissions/submission-moves.ts'

const ways: readonly (readonly [SubmissionState, readonly SubmissionState[], readonly SubmissionState[]])[] = [
  // From a state: where a step with our own check may go, and one without.
  ['draft', ['uploaded', 'withdrawn'], ['uploaded', 'withdrawn']],
  ['uploaded', ['checking', 'withdrawn'], ['submitted', 'withdrawn']],
  ['checking', ['failed', 'passed', 'withdrawn'], ['withdrawn']],
  ['failed', ['uploaded', 'withdrawn'], ['uploaded', 'withdrawn']],
  ['passed', ['uploaded', 'submitted', 'withdrawn'], ['uploaded', 'submitted', 'withdrawn']],
  ['submitted', ['changes-requested', 'certified', 'withdrawn'], ['changes-requested', 'certified', 'withdrawn']],
  ['changes-requested', ['uploaded', 'withdrawn'], ['uploaded', 'withdrawn']],
  ['certified', ['preview', 'live', 'withdrawn'], ['preview', 'live', 'withdrawn']],
  ['preview', ['live', 'withdrawn'], ['live', 'withdrawn']],
  ['live', [], []],
  ['withdrawn', [], []],
]

test.each(ways)('from %s a submission goes where its table says, no further', (state, checked, unchecked) => {
  const from = (step: 1 | 4) => submissionMovesFrom(state, step).map(({ to }) => to)
  expect(from(1).sort()).toEqual([...checked].sort())
  expect(from(4).sort()).toEqual([...unchecked].sort())
})

test('every wait that is started has a setting, and ends on the way to live and to withdrawn', () => {
  for (const step of stepIds) {
    for (const [state] of ways) {
      for (const kind of waitsStartedBy(state, step)) {
        expect(waitSettings.some((setting) => setting.kind === kind)).toBe(true)
        expect(waitAfter(kind, 'live')).toBe('met')
        expect(waitAfter(kind, 'withdrawn')).toBe('cancelled')
        expect(waitAfter(kind, state)).toBeUndefined()
      }
    }
  }
})

test('no word of ours says that we or Microsoft certified anything', () => {
  for (const language of ['en', 'nl'] as const) {
    const words = JSON.stringify(texts(language).submissions)
    expect(words.replaceAll('"certified":', '')).not.toMatch(/certifi|gecertific/i)
    for (const state of ['changes-requested', 'certified', 'preview', 'live'] as const) {
      expect(texts(language).submissions.states[state]).toMatch(/^Microsoft (reports|meldt): /)
    }
  }
})

describeOnEachDatabase('Submissions', (open) => {
  let tracker: TestTracker
  let contoso: TestIsv
  beforeAll(async () => {
    tracker = await openTracker(open)
    contoso = tracker.programme.contoso
  })

  const read = () =>
    tracker.database.within(
      { kind: 'programme', organizationId: tracker.programme.organizationId },
      async (transaction) => {
        const [submission] = await transaction
          .select()
          .from(submissions)
          .where(eq(submissions.productId, contoso.productId))
          .orderBy(asc(submissions.createdAt))
        const waits = await transaction.select().from(externalWaits).orderBy(asc(externalWaits.dueAt))
        const [summary] = await transaction
          .select()
          .from(productSummaries)
          .where(eq(productSummaries.productId, contoso.productId))
        const events = await transaction
          .select()
          .from(auditEvents)
          .orderBy(asc(auditEvents.at), asc(auditEvents.sequence))
        if (summary === undefined) throw new Error('There is no such product.')
        return { submission, waits, summary, events, differences: await compareProduct(transaction, contoso.productId) }
      },
    )
  const base = () => `/products/${contoso.productId}/submissions`
  const move = async (to: SubmissionState, fields: Record<string, string> = {}, person = contoso.admin) => {
    const { submission } = await read()
    return person.post(`${base()}/${submission?.id}/${to}`, { version: String(submission?.version), ...fields })
  }
  const runThat = (state: 'passed' | 'failed') =>
    tracker.database.within(
      { kind: 'isv', organizationId: tracker.programme.organizationId, isvId: contoso.isvId },
      (transaction) =>
        transaction.insert(verificationRuns).values({
          id: tracker.services.newId('run'),
          isvId: contoso.isvId,
          organizationId: tracker.programme.organizationId,
          productId: contoso.productId,
          counts: false,
          state,
          rooms: ['certification-rules'],
          edition: 'current',
          profile: 'verified-publisher',
          ruleSet: 'test',
          inputHash: 'test',
          files: [],
          requestedBy: 'test',
          requestedAt: tracker.time.now,
          finishedAt: new Date(tracker.time.now.getTime() + (state === 'passed' ? 1 : 0)),
        }),
    )

  test('is begun once a step, by those who hand in', async () => {
    const fields = { step: '1', channel: 'partner-center', note: '<i>first</i>', key: 'begin' }
    expect((await contoso.reader.post(base(), fields)).status).toBe(403)
    expect((await tracker.programme.auditor.post(base(), fields)).status).toBe(403)
    expect((await tracker.programme.proseware.admin.post(base(), fields)).status).toBe(404)
    expect((await tracker.other.partnerManager.request(base())).status).toBe(404)
    expect((await contoso.admin.post(base(), fields)).status).toBe(303)
    expect((await contoso.admin.post(base(), fields)).status).toBe(303)
    const again = await contoso.admin.post(base(), { ...fields, key: 'again' })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('step 1 has a submission under way')
    const page = await (await contoso.reader.request(base())).text()
    expect(page).toContain('&lt;i&gt;first&lt;/i&gt;')
    expect(page).toContain('Nothing has been handed in yet.')
    expect(page).not.toContain('/withdrawn')
  })

  test('rests "passed" on a run that passed, and refuses what is not its turn', async () => {
    expect((await move('submitted')).status).toBe(409)
    expect((await move('uploaded')).status).toBe(303)
    expect((await move('checking')).status).toBe(303)
    expect((await move('passed')).status).toBe(409)
    await runThat('failed')
    expect((await move('passed')).status).toBe(409)
    await runThat('passed')
    expect((await move('passed')).status).toBe(303)
    const { submission, waits } = await read()
    expect(submission).toMatchObject({ state: 'passed' })
    expect(submission?.runId).toMatch(/^run_/)
    expect(waits).toEqual([])
  })

  test('handed in, it starts its waits: working days of the ISV, with source, and the ball is Microsoft’s', async () => {
    expect((await move('submitted')).status).toBe(303)
    const { waits, differences } = await read()
    expect(waits.map(({ kind, state }) => [kind, state])).toEqual([
      ['certification-review', 'running'],
      ['package-address-validity', 'running'],
    ])
    // Ten working days after Friday 20 November, at the same hour.
    expect(waits[0]?.dueAt.toISOString()).toBe('2026-12-04T09:00:00.000Z')
    expect(waits[0]?.ownerId).toBe(tracker.programme.partnerManager.principal.userId)
    expect(differences).toEqual([])
    const page = await (await contoso.reader.request(base())).text()
    expect(page).toContain('about 10 business days, says “Submit your connector for Microsoft certification” of')
    expect(page).toContain('(fairly sure)')
    const list = await (await tracker.programme.reader.request('/submissions')).text()
    expect(list).toContain('1 submission waits on Microsoft')
    expect((await contoso.admin.request('/submissions')).status).toBe(404)
  })

  test('somebody else can be named to watch a wait, by managers only', async () => {
    const [wait] = (await read()).waits
    const path = `/products/${contoso.productId}/waits/${wait?.id}`
    const fields = { ownerId: tracker.programme.administrator.principal.userId, version: String(wait?.version) }
    expect((await contoso.admin.post(path, fields)).status).toBe(404)
    expect((await tracker.programme.partnerManager.request(path)).status).toBe(200)
    expect(
      (await tracker.programme.partnerManager.post(path, { ...fields, ownerId: contoso.admin.principal.userId }))
        .status,
    ).toBe(422)
    expect((await tracker.programme.partnerManager.post(path, fields)).status).toBe(303)
    expect((await tracker.programme.partnerManager.post(path, { ...fields, ownerId: '' })).status).toBe(412)
    expect((await read()).waits[0]?.ownerId).toBe(fields.ownerId)
  })

  test('what does not come in time is recorded once by the tracker, and goes on being waited for', async () => {
    const place = { organizationId: tracker.programme.organizationId, isvId: contoso.isvId }
    const [wait] = (await read()).waits
    const input = { waitId: wait?.id }
    const byPerson = execute(tracker.services, breachWait, { principal: contoso.admin.principal, place, input })
    await expect(byPerson).rejects.toMatchObject({ code: 'not-allowed' })
    const before = tracker.time.now
    const look = () =>
      breachWaits(tracker.services)({
        id: 'job_1',
        kind: 'breach-waits',
        isvId: null,
        payload: {},
        attempts: 1,
        ...{ organizationId: place.organizationId },
      } as Parameters<ReturnType<typeof breachWaits>>[0])
    await look()
    expect((await read()).waits[0]?.state).toBe('running')
    tracker.time.now = new Date('2026-12-04T09:00:00.001Z')
    await look()
    await look()
    const { waits, events, summary, differences } = await read()
    tracker.time.now = before
    expect(waits.map(({ state, endedAt }) => [state, endedAt])).toEqual([
      ['breached', null],
      ['running', null],
    ])
    expect(events.filter(({ action }) => action === 'wait.breached')).toHaveLength(1)
    expect(summary.health).toBe('at-risk')
    expect(differences).toEqual([])
  })

  test('Microsoft’s yes is only reported, with its reference; it ends the wait and starts the next', async () => {
    const refused = await move('certified', { note: 'They said yes' })
    expect(refused.status).toBe(422)
    const form = await refused.text()
    expect(form).toContain('Give the number or address')
    expect(form).toContain('They said yes')
    expect((await move('certified', { reference: 'MS-<42>' })).status).toBe(303)
    const { waits, events } = await read()
    expect(waits.map(({ kind, state, endedAt }) => [kind, state, endedAt === null])).toEqual([
      ['certification-review', 'breached', false],
      ['package-address-validity', 'met', false],
      ['certification-deployment', 'running', true],
    ])
    expect(events.find(({ action }) => action === 'submission.certified')?.sentence.en).toBe(
      'reported that Microsoft accepted step 1 of Contoso of Northwind Partners Connect (MS-<42>)',
    )
    const page = await (await contoso.admin.request(base())).text()
    expect(page).toContain('Microsoft reports: accepted')
    expect(page).toContain('MS-&lt;42&gt;')
  })

  test('two who move it at once: one does, the other is told; withdrawn, its waits are cancelled', async () => {
    const { submission } = await read()
    const version = String(submission?.version)
    const path = `${base()}/${submission?.id}/preview`
    const answers = await Promise.all([contoso.admin, contoso.member].map((person) => person.post(path, { version })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect((await move('withdrawn')).status).toBe(422)
    expect((await move('withdrawn', { note: 'Merged into another connector' })).status).toBe(303)
    const { waits, differences } = await read()
    expect(waits.some(({ state }) => state === 'running')).toBe(false)
    expect(
      waits
        .filter(({ state }) => state === 'cancelled')
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['certification-deployment', 'preview-sign-off'])
    expect(differences).toEqual([])
  })
})
