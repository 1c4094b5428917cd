import { type ItemDefinition, itemById, type ProbeRule, probeRuleOf } from '@sevenstep/onboarding'
import { and, eq } from 'drizzle-orm'
import { evidence, probes, products } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { countingEvidence } from '../../product/probe-record.ts'

/** A probe whose address counts for its item, with what it is judged by. */
export interface ProbeAtHand {
  readonly probe: typeof probes.$inferSelect
  readonly product: typeof products.$inferSelect
  readonly item: ItemDefinition
  readonly rule: ProbeRule
}

/** The probe; undefined where its address no longer counts: it was replaced or taken back, or no machine looks there. */
export async function probeAtHand(transaction: Transaction, probeId: string): Promise<ProbeAtHand | undefined> {
  const [found] = await transaction
    .select({ probe: probes, product: products })
    .from(probes)
    .innerJoin(products, eq(products.id, probes.productId))
    .where(eq(probes.id, probeId))
  const item = found && itemById(found.probe.itemId)
  const rule = item && probeRuleOf(item)
  if (found === undefined || item === undefined || rule === undefined) return undefined
  const pieces = await transaction
    .select({ id: evidence.id, state: evidence.state, current: evidence.current })
    .from(evidence)
    .where(and(eq(evidence.productId, found.product.id), eq(evidence.itemId, item.id)))
  const counts = countingEvidence(pieces).some(
    ({ id, current }) => id === found.probe.evidenceId && current === found.probe.number,
  )
  return counts ? { ...found, item, rule } : undefined
}
