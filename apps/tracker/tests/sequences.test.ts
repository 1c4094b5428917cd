import { randomUUID } from 'node:crypto'
import { deriveProduct, items } from '@sevenstep/onboarding'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import {
  auditEvents,
  comments,
  evidence,
  evidenceVersions,
  reviewDecisions,
  reviewRequests,
  waivers,
} from '../src/db/schema/index.ts'
import { Failure } from '../src/domain/failure.ts'
import { readProductInput } from '../src/product/product-input.ts'
import { describeOnEachDatabase } from '../src/testing/databases.ts'
import { openTracker, type TestTracker } from '../src/testing/tracker.ts'
import { type Command, commands, type World, worldOf } from './commands.ts'
import { faultsOf } from './held-true.ts'
import { patience, times } from './long-run.ts'

/** Which states may follow which; the reference that every sequence is held against. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'evidence new': ['draft', 'submitted'],
  'evidence draft': ['submitted', 'withdrawn'],
  'evidence submitted': ['accepted', 'rejected', 'withdrawn', 'superseded'],
  'evidence accepted': ['superseded', 'expired', 'withdrawn', 'submitted', 'rejected'],
  'evidence rejected': ['withdrawn', 'superseded', 'submitted', 'draft'],
  'waiver new': ['requested'],
  'waiver requested': ['approved', 'denied', 'revoked'],
  'waiver approved': ['revoked', 'expired'],
  'review new': ['open'],
  'review open': ['claimed', 'withdrawn'],
  'review claimed': ['open', 'claimed', 'approved', 'changes-requested', 'rejected', 'deprecated', 'withdrawn'],
}

interface Snapshot {
  readonly states: ReadonlyMap<string, string>
  readonly events: number
  readonly counts: readonly number[]
}

describeOnEachDatabase('Whatever is done in whatever order', (open) => {
  let tracker: TestTracker
  beforeAll(async () => {
    tracker = await openTracker(open)
  })

  test('everything holds after each step', { timeout: patience }, async () => {
    const { programme } = tracker
    const spots = [programme.contoso, programme.proseware, tracker.other.contoso, tracker.other.proseware]
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(commands, { minLength: 12, maxLength: 20 }), async (sequence) => {
        const isv = spots[run++ % spots.length] ?? programme.contoso
        const world = worldOf(tracker, isv)
        for (const command of sequence) {
          const before = await snapshotOf(world)
          const request = { ...command, key: randomUUID() }
          const outcome = await world.carryOut(request)
          const after = await snapshotOf(world)
          await checkStep(world, command, outcome, before, after)
          // The same again with the same key: the same answer, and nothing new.
          if (!(outcome instanceof Failure)) expect(await world.carryOut(request)).toEqual(outcome)
          expect((await snapshotOf(world)).events).toBe(after.events)
        }
        expect(await faultsOf(tracker.database, world.spot)).toEqual([])
      }),
      { numRuns: times(4), endOnFailure: true },
    )
  })

  test('everything holds after people have done it at the same time', { timeout: patience }, async () => {
    const world = worldOf(tracker, tracker.programme.contoso)
    await fc.assert(
      fc.asyncProperty(fc.array(commands, { minLength: 4, maxLength: 6 }), async (together) => {
        const before = await snapshotOf(world)
        const outcomes = await Promise.all(together.map((command) => world.carryOut({ ...command, key: randomUUID() })))
        const after = await snapshotOf(world)
        const done = outcomes.filter((outcome) => !(outcome instanceof Failure))
        expect(after.events - before.events).toBeLessThanOrEqual(done.length)
        expect(await faultsOf(tracker.database, world.spot)).toEqual([])
        await checkRules(world)
      }),
      { numRuns: times(6), endOnFailure: true },
    )
  })
})

async function checkStep(world: World, command: Command, outcome: unknown, before: Snapshot, after: Snapshot) {
  // One change, one event; nothing done, nothing told.
  const told = after.events - before.events
  expect([command.what, told]).toEqual([command.what, outcome instanceof Failure ? 0 : Math.min(told, 1)])
  for (const [name, state] of after.states) {
    const [kind] = name.split(' ')
    const was = before.states.get(name)
    if (was === state) continue
    expect(told, `${name} changed from ${was} to ${state} without an event`).toBe(1)
    expect(arrows[`${kind} ${was ?? 'new'}`] ?? [], `${command.what}: ${name} was ${was}`).toContain(state)
  }
  // Nothing anybody handed in, said or decided is ever lost.
  after.counts.forEach((count, index) => {
    expect(count).toBeGreaterThanOrEqual(before.counts[index] ?? 0)
  })
  await checkRules(world)
}

/** What holds of a product at any moment: no step complete without proof, no one judging themselves, exact bytes. */
async function checkRules({ tracker, spot, now }: World): Promise<void> {
  const { organizationId, isvId, productId } = spot
  await tracker.database.within({ kind: 'isv', organizationId, isvId, internal: true }, async (transaction) => {
    const { input } = await readProductInput(transaction, productId, now())
    const state = deriveProduct(input)
    const allWaivers = await transaction.select().from(waivers)
    for (const { step } of state.steps.filter(({ status }) => status === 'complete')) {
      const ofStep = items.filter((item) => item.step === step).map(({ id }) => id)
      const required = state.items.filter(({ id, strength }) => strength === 'required' && ofStep.includes(id))
      for (const { id, verdict } of required) {
        expect(['proved', 'waived', 'not-needed'], `${id} in a complete step`).toContain(verdict)
        const covers = allWaivers.some(
          (waiver) =>
            waiver.itemId === id &&
            waiver.state === 'approved' &&
            (waiver.expiresAt === null || waiver.expiresAt > now()),
        )
        if (verdict === 'waived') expect(covers).toBe(true)
      }
    }
    for (const waiver of allWaivers) {
      if (waiver.state === 'approved' || waiver.state === 'denied')
        expect(waiver.decidedBy).not.toBe(waiver.requestedBy)
    }
    for (const request of await transaction.select().from(reviewRequests)) {
      if (request.decidedBy !== null) expect(request.decidedBy).not.toBe(request.requestedBy)
    }
    const versions = await transaction.select().from(evidenceVersions)
    for (const piece of await transaction.select().from(evidence)) {
      const own = versions.filter(({ evidenceId }) => evidenceId === piece.id)
      expect(own.map(({ number }) => number).sort((a, b) => a - b)).toEqual(own.map((_, index) => index + 1))
      if (piece.state === 'accepted') expect(own.map(({ hash }) => hash)).toContain(piece.acceptedHash)
    }
  })
}

async function snapshotOf({ tracker, spot: { organizationId, isvId } }: World): Promise<Snapshot> {
  return tracker.database.within({ kind: 'isv', organizationId, isvId, internal: true }, async (transaction) => {
    const rows = {
      evidence: await transaction.select({ id: evidence.id, state: evidence.state }).from(evidence),
      waiver: await transaction.select({ id: waivers.id, state: waivers.state }).from(waivers),
      review: await transaction.select({ id: reviewRequests.id, state: reviewRequests.state }).from(reviewRequests),
    }
    const said = await transaction.select({ id: comments.id }).from(comments)
    const decided = await transaction.select({ id: reviewDecisions.reviewId }).from(reviewDecisions)
    const versions = await transaction.select({ id: evidenceVersions.id }).from(evidenceVersions)
    const events = await transaction.select({ id: auditEvents.id }).from(auditEvents)
    return {
      states: new Map(
        Object.entries(rows).flatMap(([kind, all]) => all.map(({ id, state }) => [`${kind} ${id}`, state])),
      ),
      events: events.length,
      counts: [
        rows.evidence.length,
        rows.waiver.length,
        rows.review.length,
        said.length,
        decided.length,
        versions.length,
      ],
    }
  })
}
