import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FamilyFact, ItemId, ItemRecord } from '../item.ts'
import { itemById, items } from '../items/catalogue.ts'
import type { ItemVerdict, ProductInput } from '../product-state.ts'
import { goalsFrom, goalsWith, productInput, provedRecord, provedRecords } from '../testing/product-input.ts'
import type { Ball, StepId } from '../vocabulary.ts'
import { deriveProduct } from './derive-product.ts'
import { stripOf, summarise } from './summary.ts'

const early = '2026-11-03T09:00:00Z'
const later = '2026-11-04T09:00:00Z'
const past = '2026-11-05T09:00:00Z'
const future = '2026-12-05T09:00:00Z'

function stateOf(id: ItemId, record: ItemRecord | undefined, changes: Partial<ProductInput> = {}) {
  const goals = goalsWith({ 'expose-data': 'yes', 'embed-ui': 'yes', 'list-appsource': 'yes' })
  const records = record === undefined ? {} : { [id]: record }
  const state = deriveProduct(productInput({ goals, records, ...changes })).items.find((item) => item.id === id)
  if (state === undefined) throw new Error(`There is no item ${id}.`)
  return state
}

const passed = { outcome: 'passed', errors: 0, warnings: 1 } as const
const failed = { outcome: 'failed', errors: 2, warnings: 0, first: 'The title is too long.' } as const
const open = { outcome: 'not-checked', errors: 0, warnings: 0 } as const
const run = { runId: 'run', checkedAt: later } as const

describe('an item that a run or a person decides', () => {
  const id = '2.redirect-uris-secure'
  const accepted = { id: 'e', state: 'accepted', at: early } as const
  const submitted = { id: 'e', state: 'submitted', at: early } as const
  const fact = (family: object) => ({ 'redirect-scheme': family }) as Record<string, FamilyFact>
  test.each<[string, ItemRecord | undefined, ItemVerdict]>([
    // What it depends on is not proved either.
    ['nothing recorded', undefined, 'waiting'],
    ['accepted evidence alone', { evidence: accepted }, 'proved'],
    ['a run that passed alone', { verification: { ...run, outcome: 'passed', families: fact(passed) } }, 'proved'],
    ['a run that failed alone', { verification: { ...run, outcome: 'failed', families: fact(failed) } }, 'failing'],
    [
      'a run that failed over accepted evidence',
      { verification: { ...run, outcome: 'failed', families: fact(failed) }, evidence: accepted },
      'failing',
    ],
    [
      'a run that passed beside evidence nobody looked at',
      { verification: { ...run, outcome: 'passed', families: fact(passed) }, evidence: submitted },
      'proved',
    ],
    [
      'a run that could not decide leaves it to people',
      { verification: { ...run, outcome: 'not-checked', families: fact(open) }, evidence: accepted },
      'proved',
    ],
    ['a run of something else', { verification: { ...run, outcome: 'not-checked', families: {} } }, 'waiting'],
  ])('%s', (_, record, verdict) => {
    expect(stateOf(id, record).verdict).toBe(verdict)
  })
})

describe('an item that the report of a deployment decides', () => {
  const id = '5.flow-on'
  const goals = goalsWith({ 'expose-data': 'yes', 'prebuilt-flows': 'yes', 'auto-deploy': 'yes' })
  const fact = (family: object) => ({ 'deployment-flows-on': family }) as Record<string, FamilyFact>

  test('says whose word it is', () => {
    const state = stateOf(id, { verification: { ...run, outcome: 'passed', families: fact(passed) } }, { goals })
    expect(state.verdict).toBe('proved')
    expect(state.because.en).toContain('Reported by the ISV’s own run')
    expect(state.because.nl).toContain('Gemeld door de eigen uitvoering van de ISV')
  })

  test('says how to go on where the run failed, and where one can be handed in', () => {
    const state = stateOf(id, { verification: { ...run, outcome: 'failed', families: fact(failed) } }, { goals })
    expect(state.verdict).toBe('failing')
    expect(state.todo?.en).toContain('hand in its report')
    expect(itemById(id)?.how.nl).toContain('sevenstep deploy')
  })
})

describe('an item that a run decides', () => {
  const id = '1.title-fitting'
  test.each<[string, ItemRecord | undefined, ItemVerdict, Ball, boolean]>([
    ['nothing recorded', undefined, 'not-started', 'isv', false],
    ['opened', { openedAt: early }, 'opened', 'isv', false],
    [
      'passed',
      { verification: { ...run, outcome: 'passed', families: { 'info-title': passed } } },
      'proved',
      'nobody',
      false,
    ],
    [
      'failed',
      { verification: { ...run, outcome: 'failed', families: { 'info-title': failed } } },
      'failing',
      'isv',
      false,
    ],
    [
      'failed after passing',
      { verification: { ...run, outcome: 'failed', families: { 'info-title': failed }, passedAt: early } },
      'failing',
      'isv',
      true,
    ],
    [
      'not decided',
      { verification: { ...run, outcome: 'not-checked', families: { 'info-title': open } } },
      'could-not-be-checked',
      'isv',
      false,
    ],
    [
      'its family untouched',
      { verification: { ...run, outcome: 'passed', families: {} } },
      'could-not-be-checked',
      'isv',
      false,
    ],
    [
      'error at first',
      { verification: { ...run, outcome: 'error', families: {} } },
      'could-not-be-checked',
      'isv',
      false,
    ],
    [
      'error after passing',
      { verification: { ...run, outcome: 'error', families: {}, passedAt: early } },
      'proved',
      'nobody',
      false,
    ],
    [
      'error after failing',
      { verification: { ...run, outcome: 'error', families: { 'info-title': failed } } },
      'failing',
      'isv',
      false,
    ],
    [
      'a review alone proves nothing',
      { review: { id: 'r', state: 'approved', at: later } },
      'not-started',
      'isv',
      false,
    ],
    [
      'failed but waived',
      {
        verification: { ...run, outcome: 'failed', families: { 'info-title': failed } },
        waiver: { id: 'w', state: 'approved', at: later, expiresAt: future },
      },
      'waived',
      'nobody',
      false,
    ],
    [
      'failed, waiver over',
      {
        verification: { ...run, outcome: 'failed', families: { 'info-title': failed } },
        waiver: { id: 'w', state: 'approved', at: early, expiresAt: past },
      },
      'failing',
      'isv',
      false,
    ],
    [
      'failed, waiver asked for',
      {
        verification: { ...run, outcome: 'failed', families: { 'info-title': failed } },
        waiver: { id: 'w', state: 'requested', at: later },
      },
      'failing',
      'us',
      false,
    ],
    [
      'failed and disputed',
      {
        verification: { ...run, outcome: 'failed', families: { 'info-title': failed } },
        dispute: { state: 'open', at: later },
      },
      'failing',
      'us',
      false,
    ],
    [
      'waiver over, nothing since',
      { waiver: { id: 'w', state: 'approved', at: early, expiresAt: past } },
      'expired',
      'isv',
      true,
    ],
  ])('%s', (_name, record, verdict, ball, regressed) => {
    const state = stateOf(id, record)
    expect([state.verdict, state.ball, state.regressed]).toEqual([verdict, ball, regressed])
  })

  test('the first finding is the reason', () => {
    const state = stateOf(id, { verification: { ...run, outcome: 'failed', families: { 'info-title': failed } } })
    expect(state.because.en).toBe('2 findings block this item, first “The title is too long.”')
    expect(state.because.nl).toBe('2 bevindingen blokkeren dit punt, als eerste “The title is too long.”')
  })
})

describe('an item that a person proves', () => {
  const id = '2.manifest-readable'
  const evidence = (state: 'draft' | 'submitted' | 'accepted' | 'rejected' | 'expired' | 'withdrawn', at = early) => ({
    id: 'e',
    state,
    at,
  })
  const review = (
    state: 'open' | 'claimed' | 'approved' | 'changes-requested' | 'rejected' | 'deprecated',
    at = later,
  ) => ({ id: 'r', state, at })
  test.each<[string, ItemRecord | undefined, ItemVerdict, Ball]>([
    ['nothing recorded', undefined, 'not-started', 'isv'],
    ['draft', { evidence: evidence('draft') }, 'opened', 'isv'],
    ['handed in', { evidence: evidence('submitted') }, 'handed-in', 'isv'],
    ['review open', { evidence: evidence('submitted'), review: review('open') }, 'in-review', 'us'],
    ['review claimed', { evidence: evidence('submitted'), review: review('claimed') }, 'in-review', 'us'],
    ['approved', { evidence: evidence('submitted'), review: review('approved') }, 'proved', 'nobody'],
    ['accepted', { evidence: evidence('accepted'), review: review('approved') }, 'proved', 'nobody'],
    [
      'changes asked for',
      { evidence: evidence('submitted'), review: review('changes-requested') },
      'changes-requested',
      'isv',
    ],
    [
      'handed in again after that',
      { evidence: evidence('submitted', past), review: review('changes-requested') },
      'handed-in',
      'isv',
    ],
    ['rejected', { evidence: evidence('rejected'), review: review('rejected') }, 'changes-requested', 'isv'],
    [
      'review out of date falls back to the facts',
      { evidence: evidence('submitted'), review: review('deprecated') },
      'handed-in',
      'isv',
    ],
    [
      'review out of date, accepted before',
      { evidence: evidence('accepted'), review: review('deprecated') },
      'proved',
      'nobody',
    ],
    ['withdrawn', { evidence: evidence('withdrawn'), review: review('approved') }, 'not-started', 'isv'],
    ['approved without evidence', { review: review('approved') }, 'not-started', 'isv'],
    ['accepted and run out', { evidence: { ...evidence('accepted'), validUntil: past } }, 'expired', 'isv'],
    [
      'accepted until exactly now',
      { evidence: { ...evidence('accepted'), validUntil: '2026-11-06T11:00:00.000Z' } },
      'expired',
      'isv',
    ],
    ['accepted and still good', { evidence: { ...evidence('accepted'), validUntil: future } }, 'proved', 'nobody'],
    ['waived', { waiver: { id: 'w', state: 'approved', at: later, expiresAt: future } }, 'waived', 'nobody'],
    ['waiver denied', { waiver: { id: 'w', state: 'denied', at: later } }, 'not-started', 'isv'],
    ['waiver revoked', { waiver: { id: 'w', state: 'revoked', at: later } }, 'not-started', 'isv'],
  ])('%s', (_name, record, verdict, ball) => {
    const state = stateOf(id, record)
    expect([state.verdict, state.ball]).toEqual([verdict, ball])
  })

  test('the reviewer’s note is the reason', () => {
    const note = 'The audience is missing.'
    const state = stateOf(id, { evidence: evidence('submitted'), review: { ...review('changes-requested'), note } })
    expect(state.because.en).toBe(note)
  })

  test('what only a reviewer looks at waits for the reviewer, after what it depends on', () => {
    expect(stateOf('7.value-first', undefined)).toMatchObject({ verdict: 'waiting', ball: 'isv' })
    const records = { '7.description-valid': provedRecord('7.description-valid') }
    expect(stateOf('7.value-first', undefined, { records })).toMatchObject({ verdict: 'not-started', ball: 'us' })
  })
})

describe('not needed, unknown and could not be checked are three things', () => {
  test.each<[string, string, ItemId, ItemVerdict]>([
    ['the step is not asked for', 'nnnnnnn', '2.manifest-readable', 'not-needed'],
    ['the step waits for an answer', 'nn?nnnn', '2.manifest-readable', 'needs-answer'],
    ['the item waits for an answer, its step does not', 'y?nnnnn', '1.submitted', 'needs-answer'],
    ['the item’s goal is no', 'ynnnnnn', '1.submitted', 'not-needed'],
    ['the edition does not know it', 'nnnnnny', '7.test-drive-valid', 'not-needed'],
    ['the other route', 'yynnnnn', '1.identity-proved', 'not-needed'],
  ])('%s', (_name, letters, id, verdict) => {
    expect(stateOf(id, undefined, { goals: goalsFrom(letters) }).verdict).toBe(verdict)
  })
})

describe('steps', () => {
  const step = (number: StepId, changes: Partial<ProductInput>) =>
    deriveProduct(productInput(changes)).steps[number - 1]

  test('begins, waits for another step, completes', () => {
    const embedding = goalsWith({ 'embed-ui': 'yes' })
    expect(step(2, { goals: embedding })).toMatchObject({ status: 'not-started', cell: 'not-started', ball: 'isv' })
    const opened = { '2.manifest-readable': { openedAt: early } }
    expect(step(2, { goals: embedding, records: opened })).toMatchObject({ status: 'in-progress', cell: 'waiting' })
    const third = provedRecords((id) => id.startsWith('3.') && id !== '3.token-fits')
    expect(step(3, { goals: embedding, records: third })).toMatchObject({
      status: 'blocked',
      blockedBy: [2],
      cell: 'waiting',
    })
    const both = provedRecords((id) => id.startsWith('2.') || id.startsWith('3.'))
    expect(step(3, { goals: embedding, records: both })).toMatchObject({
      status: 'complete',
      cell: 'proved',
      ball: 'nobody',
    })
  })

  test.each<[string, ItemRecord, string, string]>([
    ['handed in', { evidence: { id: 'e', state: 'submitted', at: early } }, 'in-progress', 'waiting'],
    [
      'in review',
      { evidence: { id: 'e', state: 'submitted', at: early }, review: { id: 'r', state: 'open', at: early } },
      'in-review',
      'in-review',
    ],
    ['changes asked for', { evidence: { id: 'e', state: 'rejected', at: early } }, 'changes-requested', 'failing'],
    ['run out', { evidence: { id: 'e', state: 'expired', at: early } }, 'regressed', 'failing'],
  ])('all proved but one item that is %s', (_name, record, status, cell) => {
    const records = { ...provedRecords((id) => id.startsWith('2.')), '2.manifest-readable': record }
    expect(step(2, { records })).toMatchObject({ status, cell })
  })

  test('once everything is handed in, asking for a review comes next', () => {
    const handedIn = { evidence: { id: 'e', state: 'submitted', at: early } } as const
    const records = { ...provedRecords(), '2.manifest-readable': handedIn }
    expect(deriveProduct(productInput({ records })).nextActions.isv).toMatchObject({
      step: 2,
      title: { en: 'Ask for a review of step 2' },
    })
  })

  test('a distribution step is not complete while development is open', () => {
    const goals = goalsWith({ 'list-appsource': 'yes' })
    const seventh = provedRecords((id) => id.startsWith('7.'))
    expect(step(7, { goals, records: seventh })).toMatchObject({ status: 'blocked', blockedBy: [2], cell: 'waiting' })
    expect(step(7, { goals, records: provedRecords() })).toMatchObject({ status: 'complete' })
  })

  test('recommended items never hold a step back', () => {
    const records = provedRecords((id) => itemById(id)?.strength === 'required')
    const decided = fc
      .array(fc.constantFrom('y', 'n'), { minLength: 7, maxLength: 7 })
      .map((letters) => goalsFrom(letters.join('')))
    const kinds = fc.constantFrom('isv', 'enterprise')
    const publishers = fc.constantFrom('verified-publisher', 'independent-publisher')
    const editions = fc.constantFrom('2018-02', 'current')
    fc.assert(
      fc.property(decided, kinds, publishers, editions, (goals, kind, publisher, edition) => {
        const state = deriveProduct(productInput({ goals, kind, publisher, edition, records }))
        for (const { strength, status } of state.steps) {
          if (strength !== 'recommended') expect(status).toBe(strength === 'required' ? 'complete' : 'not-needed')
        }
      }),
    )
  })

  test('a step is not complete while an answer may add required items', () => {
    const product = productInput({ goals: goalsFrom('y?nnnnn'), records: provedRecords() })
    const { steps, status, ball, nextActions } = deriveProduct(product)
    expect(steps[0]).toMatchObject({ status: 'needs-answer', cell: 'needs-answer', strength: 'required', ball: 'isv' })
    expect(steps[0]?.because.en).toBe('Answer first: Should everybody find your connector?')
    expect([status, ball, nextActions.isv?.goal]).toEqual(['in-progress', 'isv', 'connector-public'])
  })
})

describe('the product', () => {
  test('draft, in progress, ready, live, and back on a regression', () => {
    const goals = goalsFrom('yyyyyyy')
    const status = (changes: Partial<ProductInput>) => deriveProduct(productInput({ goals, ...changes })).status
    expect(status({ goals: undefined })).toBe('draft')
    expect(status({})).toBe('in-progress')
    expect(status({ records: provedRecords() })).toBe('ready')
    expect(status({ records: provedRecords(), declared: 'live' })).toBe('live')
    expect(status({ records: provedRecords(), declared: 'withdrawn' })).toBe('withdrawn')
    const ranOut: ItemRecord = { evidence: { id: 'e', state: 'accepted', at: early, validUntil: past } }
    const regressed = { ...provedRecords(), '2.manifest-readable': ranOut }
    expect(status({ records: regressed, declared: 'live' })).toBe('in-progress')
    expect(status({ goals: goalsFrom('nnyn?nn'), records: provedRecords() })).toBe('in-progress')
  })

  test('only required steps are counted', () => {
    const { required, steps } = deriveProduct(productInput({ goals: goalsFrom('ynnnnnn') }))
    expect(steps[3]?.required.total).toBeGreaterThan(0)
    expect(required.total).toBe(steps[0]?.required.total)
  })

  test('its row says the same in letters', () => {
    const state = deriveProduct(
      productInput({ goals: goalsFrom('ynynn?n'), records: provedRecords((id) => id.startsWith('2.')) }),
    )
    expect(summarise(state).cells).toBe('spss-ss')
    expect(stripOf(state)[1]).toBe('proved')
    expect(JSON.parse(JSON.stringify(summarise(state)))).toEqual(summarise(state))
  })
})

const ids = fc.constantFrom(...items.map(({ id }) => id))
const stamps = fc.constantFrom(early, later, past, future)
const someRecord: fc.Arbitrary<ItemRecord> = fc.oneof(
  ids.map(provedRecord),
  stamps.map((at): ItemRecord => ({ openedAt: at })),
  stamps.map((at): ItemRecord => ({ evidence: { id: 'e', state: 'accepted', at: early, validUntil: at } })),
  fc
    .constantFrom('draft', 'submitted', 'rejected', 'withdrawn')
    .map((state): ItemRecord => ({ evidence: { id: 'e', state, at: early } })),
  stamps.map((at): ItemRecord => ({ waiver: { id: 'w', state: 'approved', at: early, expiresAt: at } })),
)
const someRecords = fc.dictionary(ids, someRecord, { maxKeys: 30 })
const someGoals = fc
  .array(fc.constantFrom('y', 'n', '?'), { minLength: 7, maxLength: 7 })
  .map((letters) => goalsFrom(letters.join('')))

describe('whatever is recorded', () => {
  test('the order of records makes no difference', () => {
    fc.assert(
      fc.property(someRecords, someGoals, (records, goals) => {
        const turned = Object.fromEntries(Object.entries(records).reverse())
        expect(JSON.stringify(deriveProduct(productInput({ records: turned, goals })))).toBe(
          JSON.stringify(deriveProduct(productInput({ records, goals }))),
        )
      }),
    )
  })

  test('no step is complete while a required item is neither proved nor waived', () => {
    fc.assert(
      fc.property(someRecords, someGoals, fc.boolean(), (some, goals, mostly) => {
        const records = mostly ? { ...provedRecords(), ...some } : some
        const state = deriveProduct(productInput({ records, goals }))
        for (const { step, status } of state.steps) {
          const open = state.items.filter(
            (item) =>
              item.id.startsWith(`${step}.`) &&
              item.strength === 'required' &&
              !['proved', 'waived', 'not-needed', 'needs-answer'].includes(item.verdict),
          )
          if (status === 'complete') expect(open).toEqual([])
        }
        if (state.status === 'ready') expect(state.required.proved).toBe(state.required.total)
      }),
    )
  })

  test('nothing changes before the moment that is named', () => {
    fc.assert(
      fc.property(someRecords, someGoals, (records, goals) => {
        const input = productInput({ records, goals, targets: { product: '2026-11-20', steps: {} } })
        const before = deriveProduct(input)
        if (before.changesAt === undefined) return
        const now = new Date(Date.parse(before.changesAt) - 1).toISOString()
        const { timeInStage: _then, ...shortly } = deriveProduct({ ...input, now })
        const { timeInStage: _now, ...today } = before
        expect(shortly).toEqual(today)
      }),
    )
  })
})
