import { expect, test } from 'vitest'
import type { FamilyFact, ItemFacts, ItemRecord } from '../item.ts'
import { standingOf } from '../state/item-standing.ts'
import { itemById } from './catalogue.ts'

const now = '2026-11-20T12:00:00Z'
const fact = (outcome: FamilyFact['outcome'], more: Partial<FamilyFact> = {}): FamilyFact => ({
  outcome,
  errors: 0,
  warnings: 0,
  ...more,
})
const advice = fact('advised', { warnings: 1, first: 'Products that bring Power Automate are active.' })
const lacking = fact('not-checked', { reason: 'No list says what was bought.', handIn: 'Hand in the list.' })
const unclear = fact('not-checked', { reason: 'All seats are used.' })

/** How an item stands after a run that left these facts, in the order of its families. */
function standing(id: string, facts: readonly (FamilyFact | undefined)[], more: Partial<ItemRecord> = {}) {
  const item = itemById(id as '6.subscription-active')
  if (item === undefined) throw new Error(id)
  const names = 'rules' in item.verification ? (item.verification.rules?.families ?? []) : []
  const families: Record<string, FamilyFact> = {}
  for (const [index, one] of facts.entries()) if (one !== undefined) families[names[index] ?? ''] = one
  const verification = { runId: 'r', outcome: 'not-checked', families, checkedAt: now } as const
  return standingOf(item, { verification, ...more }, now)
}

test('what only a warning speaks against is a state of its own, with the warning first and mending next', () => {
  const { verdict, because, todo, ball, regressed } = standing('6.subscription-active', [advice])
  expect(verdict).toBe('advised')
  expect(because.en).toBe('The check advises: “Products that bring Power Automate are active.”')
  expect(because.nl).toBe('De controle adviseert: “Products that bring Power Automate are active.”')
  expect(todo?.en).toBe('Mend what the check advises and run it again, or show that it is right as it is.')
  expect([ball, regressed]).toEqual(['isv', false])
})

test('what a finding quotes stands in single quotation marks within ours', () => {
  const { because } = standing('6.subscription-active', [
    fact('failed', { errors: 1, first: 'The plan is "Warning".' }),
  ])
  expect(because.en).toBe('1 finding blocks this item: “The plan is ‘Warning’.”')
})

test('an item that was proved and now has a warning against it has fallen back', () => {
  const verification = {
    runId: 'r',
    outcome: 'advised',
    families: { 'licence-subscription-active': advice },
    checkedAt: now,
    passedAt: now,
  } as const
  expect(standing('6.subscription-active', [advice], { verification })).toMatchObject({
    verdict: 'advised',
    regressed: true,
  })
})

test('what a run lacked says what to hand in, and the item is no further than before', () => {
  expect(standing('6.subscription-active', [lacking])).toMatchObject({
    verdict: 'not-started',
    because: { en: 'The check lacked something: “No list says what was bought. Hand in the list.”' },
  })
})

test('what a run looked at and could not tell could not be checked', () => {
  expect(standing('6.seats-left', [unclear])).toMatchObject({
    verdict: 'could-not-be-checked',
    because: { en: 'The check could not decide this: “All seats are used.”' },
  })
  expect(standing('7.offer-id', [unclear, lacking]).verdict).toBe('could-not-be-checked')
})

test('of which a part is in order and another was lacking, is begun', () => {
  expect(standing('7.offer-id', [fact('passed'), lacking])).toMatchObject({
    verdict: 'opened',
    because: { en: 'The check lacked something: “No list says what was bought. Hand in the list.”' },
  })
})

test('what is not asked of what was handed in is not needed, and anybody’s turn no more', () => {
  const notNeeded = fact('not-needed')
  expect(standing('7.categories-chosen', [notNeeded, notNeeded])).toMatchObject({
    verdict: 'not-needed',
    ball: 'nobody',
  })
  expect(standing('7.categories-chosen', [fact('passed'), notNeeded]).verdict).toBe('proved')
  expect(standing('7.categories-chosen', [notNeeded, lacking]).verdict).toBe('not-started')
})

test('a person may show what the check advises against, and a failure outweighs what people showed', () => {
  const evidence = { id: 'e', state: 'accepted', at: '2026-11-01T12:00:00Z' } as const satisfies ItemFacts['evidence']
  expect(standing('6.subscription-active', [advice], { evidence }).verdict).toBe('proved')
  expect(standing('6.subscription-active', [fact('failed', { errors: 1 })], { evidence }).verdict).toBe('failing')
  const submitted = { ...evidence, state: 'submitted', at: now } as const
  expect(standing('6.subscription-active', [advice], { evidence: submitted }).verdict).toBe('handed-in')
})

test('advice of a check leads over what was handed in before it, and what is handed in after it answers it', () => {
  const before = { id: 'e', state: 'submitted', at: '2026-11-20T11:00:00Z' } as const satisfies ItemFacts['evidence']
  const item = (more: Partial<ItemRecord>) => standing('4.no-personal-data', [advice, fact('passed')], more)
  for (const evidence of [before, { ...before, state: 'draft' } as const]) {
    expect(item({ evidence })).toMatchObject({
      verdict: 'advised',
      ball: 'isv',
      because: { en: 'The check advises: “Products that bring Power Automate are active.”' },
      todo: { en: 'Mend what the check advises and run it again, or show that it is right as it is.' },
    })
  }
  const after = { ...before, at: '2026-11-20T13:00:00Z' }
  expect(item({ evidence: after }).verdict).toBe('handed-in')
  const review = { id: 'v', state: 'open', at: '2026-11-20T11:30:00Z' } as const
  expect(item({ evidence: before, review }).verdict).toBe('in-review')
})
