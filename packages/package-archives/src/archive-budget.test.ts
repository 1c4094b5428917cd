import { expect, it } from 'vitest'
import { createBudget, defaultArchiveLimits } from './archive-budget.ts'

it('takes the defaults for what is left out, and refuses what is no limit', () => {
  expect(createBudget({ maxDepth: 2 }).limits).toEqual({ ...defaultArchiveLimits, maxDepth: 2 })
  expect(() => createBudget({ maxRatio: Number.NaN })).toThrow(RangeError)
  expect(() => createBudget({ maxEntries: -1 })).toThrow('maxEntries is -1')
  expect(createBudget({ maxTotalBytes: Infinity }).limits.maxTotalBytes).toBe(Infinity)
})

it('charges entries only when there are enough left', () => {
  const budget = createBudget({ maxEntries: 3 })
  expect([budget.takeEntries(2), budget.takeEntries(2), budget.takeEntries(1)]).toEqual([true, false, true])
  expect(budget.used.entries).toBe(3)
})
