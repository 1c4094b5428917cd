import { expect, test } from 'vitest'
import { linesToBuy, priceOfLines } from './order-lines.ts'
import type { PlannedLicence } from './purchase-plan.ts'

const premium = 'eda1941c-3c4f-4995-b5eb-e85a42175ab9'
const process = '253ce8d3-6122-4240-8b04-f434a8fa831f'
const perUser = (who: string): PlannedLicence => ({
  product: 'per-user',
  skuId: premium,
  name: 'Premium',
  for: who,
  quantity: 1,
})
const perProcess: PlannedLicence = {
  product: 'per-process',
  skuId: process,
  name: 'Process',
  for: 'flow',
  quantity: 3,
}
const licences = [perUser('a'), perUser('b'), perUser('c'), perProcess]

test('licences are summed by product, and those that are held are not bought again', () => {
  expect(linesToBuy({ licences, seatsLeft: 1 })).toEqual([
    { skuId: premium, name: 'Premium', quantity: 2 },
    { skuId: process, name: 'Process', quantity: 3 },
  ])
  expect(linesToBuy({ licences: licences.slice(0, 2), seatsLeft: 2 })).toEqual([])
})

test('prices count where all are known in one currency', () => {
  const lines = linesToBuy({ licences, seatsLeft: 0 })
  const euro = (amount: number) => ({ amount, currency: 'EUR' })
  expect(priceOfLines(lines, { perUser: euro(14.1), perProcess: euro(140) })).toEqual(euro(462.3))
  expect(priceOfLines(lines, { perUser: euro(14) })).toBeUndefined()
  expect(priceOfLines(lines, { perUser: euro(14), perProcess: { amount: 140, currency: 'USD' } })).toBeUndefined()
  expect(priceOfLines([{ skuId: 'another', quantity: 1 }], { perUser: euro(14) })).toBeUndefined()
})
