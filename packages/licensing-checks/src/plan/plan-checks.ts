import { listed } from '../engine/places-of.ts'
import { mostAssociatedFlows } from '../entitlement/rights.ts'
import type { Gaps } from './gather-gaps.ts'
import { howToAnswer } from './how-to-answer.ts'
import type { PlanAlternative } from './purchase-plan.ts'

/** Seats of a product that are held and that nobody has. */
export interface IdleSeats {
  readonly name: string
  readonly left: number
}

/** What a person has to check before buying, in sentences; only what concerns this plan. */
export function checksOfPlan(
  alternatives: readonly PlanAlternative[],
  gaps: Gaps,
  idle: readonly IdleSeats[] = [],
): readonly string[] {
  const checks: string[] = []
  if (gaps.open > 0)
    checks.push(
      `${gaps.open} ${gaps.open === 1 ? 'question is' : 'questions are'} open. Answer them first: each may add a licence.`,
      ...howToAnswer(gaps.openRules),
    )
  if (gaps.switchOn.length > 0)
    checks.push('Have the switched-off plans switched on first and run the check again: that costs nothing.')
  if (gaps.unclosable.length > 0)
    checks.push('Some gaps are closed by no licence: the flows themselves have to change.')
  if (gaps.withoutLocation.length > 0)
    checks.push(
      `Nothing can be assigned to ${listed(gaps.withoutLocation)} until the account has a usage location: set it first.`,
    )
  if (alternatives.length === 0) return checks
  for (const { name, left } of idle)
    checks.push(
      `${left} ${left === 1 ? 'seat' : 'seats'} of ${name} ${left === 1 ? 'is' : 'are'} held and not assigned. Such seats cover cloud flows with premium and custom connectors as well: assign them first, and run the check again.`,
    )
  if (alternatives.some(({ perProcess }) => perProcess > 0))
    checks.push(
      `A Process licence counts once an administrator allocates it to the flow. Up to ${mostAssociatedFlows} flows may be associated with one; whether yours may, compare with Microsoft’s licensing guide.`,
    )
  if (alternatives.some(({ perUser }) => perUser > 0))
    checks.push('A licence per user counts once it is assigned, which needs a usage location on the account.')
  checks.push(
    'Look up in Partner Center whether the products are sold in the customer’s country and segment, and in which terms; find them by their id.',
    'Prices, where any are named, were given for this plan by whoever made it. Compare the rights with Microsoft’s licensing guide of the day: this plan is ours, not Microsoft’s word.',
  )
  return checks
}
