import type { LicensingFacts } from '../engine/licensing-facts.ts'
import type { OrderOutcome, PlacedOrder } from './order-outcome.ts'
import type { OrderPreview } from './order-wish.ts'

/** What a preview or an order tells the rules of step 6. */
export function factsOfOrder(outcome: OrderOutcome): LicensingFacts {
  switch (outcome.kind) {
    case 'placed':
      // A cart that became an order had no other error.
      return { order: { orderStatus: statusOf(outcome.orders), cartErrors: outcome.errors } }
    case 'awaited':
      return { order: { orderStatus: 'ordered, not listed yet' } }
    case 'preview':
      return factsOfPreview(outcome.preview)
    case 'refused': {
      const facts = factsOfPreview(outcome.preview)
      const isRefusedByCart = outcome.preview.problems.length === 0
      return isRefusedByCart ? { ...facts, order: { ...facts.order, cartErrors: outcome.problems } } : facts
    }
  }
}

/** The worst status of orders that belong together: that of the first that is not completed. */
function statusOf(orders: readonly PlacedOrder[]): string {
  const open = orders.find(({ status }) => status?.toLowerCase() !== 'completed')
  return open === undefined ? 'completed' : (open.status ?? 'unknown')
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
