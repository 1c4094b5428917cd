import type { Place } from '@sevenstep/rule-engine'
import type { HeldLicence, HeldPlan, PlanState } from './licence-list.ts'
import { LocatedValue } from './located-value.ts'

/** What is known of a licence where it is held. */
interface Parts {
  readonly skuId: string | undefined
  readonly name: string
  readonly matchedBy: HeldLicence['matchedBy']
  readonly plans?: readonly HeldPlan[]
  /**
   * What plans are that the list does not name: `off` where it names all that are there, `on` where it names only those
   * that are taken away, `unknown` where it names none.
   */
  readonly others: PlanState
  readonly at: Place | LocatedValue
}

/** A held licence out of what a list says. */
export function heldLicence(parts: Parts): HeldLicence {
  return new Held(parts)
}

const noPlans: readonly HeldPlan[] = []

class Held implements HeldLicence {
  readonly skuId: string | undefined
  readonly name: string
  readonly matchedBy: HeldLicence['matchedBy']
  readonly plans: readonly HeldPlan[]
  readonly others: PlanState
  readonly #at: Place | LocatedValue

  constructor({ skuId, name, matchedBy, plans = noPlans, others, at }: Parts) {
    this.skuId = skuId
    this.name = name
    this.matchedBy = matchedBy
    this.plans = plans
    this.others = others
    this.#at = at
  }

  get at(): Place {
    return this.#at instanceof LocatedValue ? this.#at.place : this.#at
  }

  planState(planId: string): PlanState {
    let found: PlanState | undefined
    for (const { id, state } of this.plans) {
      // The same plan twice: the better state counts, so that the order of a list does not matter.
      if (id === planId && (found === undefined || rank[state] > rank[found])) found = state
    }
    return found ?? this.others
  }
}

const rank: Readonly<Record<PlanState, number>> = { off: 0, unknown: 1, pending: 2, on: 3 }
