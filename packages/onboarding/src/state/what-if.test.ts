import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goalsFrom, productInput, provedRecord, provedRecords } from '../testing/product-input.ts'
import { deriveProduct } from './derive-product.ts'
import { whatIf } from './what-if.ts'

const someGoals = fc
  .array(fc.constantFrom('y', 'n', '?'), { minLength: 7, maxLength: 7 })
  .map((letters) => goalsFrom(letters.join('')))

describe('what if', () => {
  test('the same goals change nothing', () => {
    const input = productInput({ goals: goalsFrom('ynynnnn') })
    expect(whatIf(input, goalsFrom('ynynnnn'))).toMatchObject({
      steps: [],
      items: { added: [], removed: [], parked: [] },
      effortMinutes: 0,
    })
  })

  test('a yes adds items and work; a no parks what has records', () => {
    const more = whatIf(productInput({ goals: goalsFrom('nnnnnnn') }), goalsFrom('nnynnnn'))
    expect(more.steps.map(({ step, from, to }) => [step, from, to])).toEqual([
      [2, 'not-needed', 'required'],
      [3, 'not-needed', 'required'],
      [7, 'not-needed', 'recommended'],
    ])
    expect(more.items.added).toContain('3.widget-renders')
    expect(more.effortMinutes).toBeGreaterThan(60)
    expect(more.dates.to > more.dates.from).toBe(true)

    const records = { '3.sdk-answers': provedRecord('3.sdk-answers') }
    const less = whatIf(productInput({ goals: goalsFrom('nnynnnn'), records }), goalsFrom('nnnnnnn'))
    expect(less.items.parked).toEqual(['3.sdk-answers'])
    expect(less.items.removed).toContain('3.widget-renders')
    expect(less.effortMinutes).toBeLessThan(0)
  })

  test('says when the target would be missed', () => {
    const input = productInput({ goals: goalsFrom('nnnnnnn'), targets: { product: '2026-11-09', steps: {} } })
    expect(whatIf(input, goalsFrom('nnnnnnn')).dates.late).toBe(false)
    expect(whatIf(input, goalsFrom('yyyyyyy')).dates.late).toBe(true)
  })

  test('asking changes nothing, and going back restores everything', () => {
    fc.assert(
      fc.property(someGoals, someGoals, fc.integer({ min: 1, max: 9 }), (goals, others, every) => {
        let index = 0
        const input = productInput({ goals, records: provedRecords(() => index++ % every === 0) })
        const kept = JSON.stringify(input)
        const before = deriveProduct(input)
        const there = whatIf(input, others)
        const back = whatIf({ ...input, goals: others }, goals)
        expect(JSON.stringify(input)).toBe(kept)
        expect(deriveProduct({ ...input, goals })).toEqual(before)
        expect(back.effortMinutes).toBe(0 - there.effortMinutes)
        expect(back.items.added).toEqual(
          [...there.items.removed, ...there.items.parked].sort((a, b) => order(a) - order(b)),
        )
      }),
      { numRuns: 50 },
    )
  })
})

const positions = new Map(deriveProduct(productInput()).items.map(({ id }, index) => [id, index]))
function order(id: `${1 | 2 | 3 | 4 | 5 | 6 | 7}.${string}`): number {
  return positions.get(id) ?? -1
}
