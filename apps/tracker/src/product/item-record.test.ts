import type { FamilyFact, ItemId } from '@sevenstep/onboarding'
import { expect, test } from 'vitest'
import { recordFrom } from './item-record.ts'

const fact = (outcome: FamilyFact['outcome'], more: Partial<FamilyFact> = {}): FamilyFact => ({
  outcome,
  errors: outcome === 'failed' ? 1 : 0,
  warnings: 0,
  ...more,
})
const lacking = fact('not-checked', { reason: 'It is not there.', handIn: 'Hand it in.' })
const untold = fact('not-checked', { reason: 'It cannot be told.' })
const item: ItemId = '7.offer-id'
const both = (pattern: FamilyFact, alias: FamilyFact) => ({ 'offer-id-pattern': pattern, 'offer-alias': alias })
const hour = (index: number) => new Date(Date.UTC(2026, 10, 20, 8 + index))

/** What the runs, one an hour, leave of the item; null is a run that broke down. */
function after(...runs: readonly (Readonly<Record<string, FamilyFact>> | null)[]) {
  return recordFrom(item, {
    runs: runs.map((families, index) => ({ id: `r${index}`, state: 'passed', families, finishedAt: hour(index) })),
    evidence: [],
    probes: [],
    reviews: [],
    waivers: [],
    disputes: [],
    firstCommentAt: undefined,
  }).verification
}

const from = (index: number) => ({ runId: `r${index}`, checkedAt: hour(index).toISOString() })

test('what a later run did not look at stays as it was, with its date, for better and for worse', () => {
  const passed = both(fact('passed'), fact('passed'))
  expect(after(passed, both(fact('passed'), lacking))).toEqual({
    runId: 'r1',
    outcome: 'passed',
    checkedAt: hour(1).toISOString(),
    passedAt: hour(1).toISOString(),
    families: both(fact('passed'), fact('passed', { from: from(0) })),
  })
  const failed = after(both(fact('passed'), fact('failed')), both(fact('passed'), lacking))
  expect(failed).toMatchObject({ outcome: 'failed', families: { 'offer-alias': { outcome: 'failed', from: from(0) } } })
})

test('a run that looked at nothing of an item leaves it and its date alone', () => {
  const first = both(fact('passed'), fact('failed'))
  expect(after(first, both(lacking, lacking))).toEqual(after(first))
  expect(after(first, { 'licence-covers-flow': fact('passed') })).toEqual(after(first))
  expect(after(first, null)).toEqual(after(first))
})

test('unless nobody has looked before: then it says what to hand in', () => {
  expect(after(both(lacking, lacking))).toMatchObject({ outcome: 'not-checked', families: both(lacking, lacking) })
  expect(after(null, both(lacking, lacking))).toMatchObject({ runId: 'r1', families: both(lacking, lacking) })
  // What is lacking now is what to hand in next.
  const other = { ...lacking, handIn: 'Hand in the other.' }
  expect(after(both(lacking, lacking), both(other, other))).toMatchObject({ families: both(other, other) })
})

test('what a later run looked at counts, whatever was known: it failed, has advice against it, or could not be told', () => {
  for (const later of [fact('failed'), fact('advised'), untold]) {
    const record = after(both(fact('passed'), fact('passed')), both(later, lacking))
    expect(record).toMatchObject({ outcome: later.outcome, passedAt: hour(0).toISOString() })
    expect(record?.families['offer-id-pattern']).toEqual(later)
  }
})

test('a date goes along through several runs, until somebody looks again', () => {
  const whole = both(fact('passed'), fact('passed'))
  const part = both(fact('passed'), lacking)
  expect(after(whole, part, part)?.families['offer-alias']?.from).toEqual(from(0))
  expect(after(whole, part, whole)?.families['offer-alias']).toEqual(fact('passed'))
})

test('what a run could not tell is no word that stays', () => {
  expect(after(both(fact('passed'), untold), both(fact('passed'), lacking))?.families['offer-alias']).toMatchObject({
    reason: 'It cannot be told.',
    from: from(0),
  })
})
