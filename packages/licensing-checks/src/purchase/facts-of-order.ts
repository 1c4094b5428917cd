import type { LicensingFacts } from '../engine/licensing-facts.ts'
import type { OrderOutcome } from './order-licences.ts'
import type { OrderPreview } from './order-wish.ts'

/** What a preview or an order tells the rules of step 6. */
export function factsOfOrder(outcome: OrderOutcome): LicensingFacts {
  if (outcome.kind === 'placed') return { order: { orderStatus: outcome.order.status ?? 'unknown' } }
  const { preview } = outcome
  const facts = factsOfPreview(preview)
  const isRefusedByCart = outcome.kind === 'refused' && preview.problems.length === 0
  return isRefusedByCart ? { ...facts, order: { ...facts.order, cartErrors: outcome.problems } } : facts
}

function factsOfPreview({ hasAgreement, lines }: OrderPreview): LicensingFacts {
  return {
    // Partner Center answered for this customer, so the relationship stands.
    partner: { hasRelationship: true, ...(hasAgreement !== undefined && { hasAgreement }) },
    order: {
      lines: lines.map(({ name, skuId, quantity, term, billing, offer }) => ({
        ...{ name, skuId, quantity, term, billing },
        ...(offer !== undefined && { offer }),
      })),
    },
  }
}
