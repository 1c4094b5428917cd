import type { ItemDefinition } from '@sevenstep/onboarding'
import { evidenceRequestOf } from '../items/item-at-hand.ts'

const day = 86_400_000

/** Until when evidence accepted at a moment counts; undefined where it never ages. */
export function validUntilFor(item: ItemDefinition, acceptedAt: Date): Date | undefined {
  const days = evidenceRequestOf(item)?.validForDays
  return days === undefined ? undefined : new Date(acceptedAt.getTime() + days * day)
}
