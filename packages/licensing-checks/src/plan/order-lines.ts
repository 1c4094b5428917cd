import { products } from '../entitlement/rights.ts'
import type { PlanAlternative, PlannedLicence, Price, Prices } from './purchase-plan.ts'

/** A product with how many of it are to be bought. */
export interface BuyLine {
  readonly skuId: string
  readonly name: string
  readonly quantity: number
}

/** As much of a plan's alternative as says what is to be bought; that of a printed plan fits. */
export type PlannedPurchase = Pick<PlanAlternative, 'seatsLeft'> & {
  readonly licences: readonly Pick<PlannedLicence, 'product' | 'skuId' | 'name' | 'quantity'>[]
}

/** What has to be bought for an alternative of a plan, by product: licences that are held already are taken off. */
export function linesToBuy({ licences, seatsLeft }: PlannedPurchase): readonly BuyLine[] {
  const lines = new Map<string, BuyLine>()
  let held = seatsLeft
  for (const { product, skuId, name, quantity } of licences) {
    const taken = product === 'per-user' ? Math.min(held, quantity) : 0
    held -= taken
    const before = lines.get(skuId)?.quantity ?? 0
    lines.set(skuId, { skuId, name, quantity: before + quantity - taken })
  }
  return [...lines.values()].filter(({ quantity }) => quantity > 0)
}

/** What lines cost in one billing period at the partner's prices; nothing where a price is missing or in another currency. */
export function priceOfLines(lines: readonly Omit<BuyLine, 'name'>[], prices: Prices): Price | undefined {
  const { perUser, perProcess } = products
  const bySku = new Map<string, Price | undefined>([
    [perUser.skuId, prices.perUser],
    [perProcess.skuId, prices.perProcess],
  ])
  const parts = lines.map(({ skuId, quantity }) => ({ quantity, price: bySku.get(skuId.toLowerCase()) }))
  const currency = parts[0]?.price?.currency
  if (currency === undefined || parts.some(({ price }) => price?.currency !== currency)) return undefined
  const amount = parts.reduce((sum, { quantity, price }) => sum + quantity * (price?.amount ?? 0), 0)
  return { amount: Math.round(amount * 100) / 100, currency }
}
