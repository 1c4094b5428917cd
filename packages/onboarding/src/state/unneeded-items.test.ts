import { expect, test } from 'vitest'
import type { EvidenceRecord, FamilyFact, ItemRecord } from '../item.ts'
import { items } from '../items/catalogue.ts'
import { goalsWith, productInput } from '../testing/product-input.ts'
import { deriveProduct } from './derive-product.ts'

const goals = goalsWith({ 'customers-lack-licences': 'yes', 'prebuilt-flows': 'yes' })
const now = '2026-03-02T09:00:00Z'
const fact = (outcome: FamilyFact['outcome']): FamilyFact => ({
  outcome,
  errors: outcome === 'failed' ? 1 : 0,
  warnings: 0,
})
const covered = (outcome: 'passed' | 'failed'): ItemRecord => ({
  verification: {
    runId: 'run',
    outcome: outcome === 'failed' ? 'failed' : 'passed',
    families: { 'licence-covers-flow': fact(outcome), 'licence-coverage-answered': fact('passed') },
    checkedAt: now,
  },
})
const verdicts = (records: Record<string, ItemRecord>) =>
  new Map(deriveProduct(productInput({ goals, records, now })).items.map(({ id, verdict }) => [id, verdict]))
const ordering = items.flatMap(({ id, unneededOnce }) => (unneededOnce === '6.tier-covered' ? [id] : []))

test('what serves an order is asked as long as nobody knows whether a licence is lacking', () => {
  const before = verdicts({})
  expect(ordering).toContain('6.order-completed')
  expect(ordering.filter((id) => before.get(id) === 'not-needed')).toEqual([])
  const lacking = verdicts({ '6.tier-covered': covered('failed') })
  expect(ordering.filter((id) => lacking.get(id) === 'not-needed')).toEqual([])
})

test('once everybody is covered nothing has to be bought, and what was handed in is kept', () => {
  const statement: EvidenceRecord = { id: 'evidence', state: 'submitted', at: now }
  const after = verdicts({ '6.tier-covered': covered('passed'), '6.cart-clean': { evidence: statement } })
  expect(ordering.filter((id) => after.get(id) !== 'not-needed')).toEqual(['6.cart-clean'])
  // Who sells has to be said even so.
  expect(after.get('6.model-chosen')).toBe('not-started')
})
