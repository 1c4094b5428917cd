import type { EntitlementRuleId } from '../entitlement/entitlement-rules.ts'
import type { Entitlement } from '../entitlement/judge-entitlements.ts'

/** A flow that has gaps. */
export interface GapFlow {
  readonly name: string
  readonly requests: number
}

/** Gaps, sorted by what closes them. */
export interface Gaps {
  /** People for whom either a licence of their own or one for the flow would do, by place. */
  readonly users: readonly string[]
  readonly flows: readonly GapFlow[]
  /** Places of flows with such gaps. */
  readonly openFlows: readonly number[]
  /** People with the same such gaps, by place. */
  readonly groups: readonly { readonly users: readonly number[]; readonly flows: readonly number[] }[]
  /** People who need a licence of their own, and flows that need one, whatever else is bought. */
  readonly forcedUsers: readonly string[]
  readonly forcedFlows: readonly GapFlow[]
  readonly switchOn: readonly { readonly who: string; readonly licence: string }[]
  readonly assignFree: readonly string[]
  readonly unclosable: readonly { readonly who: string; readonly flow: string; readonly rule: string }[]
  /** How many answers a person has to find, and by which rules they are open. */
  readonly open: number
  readonly openRules: ReadonlySet<EntitlementRuleId>
  /** People with gaps whose account has no usage location: nothing can be assigned to them. */
  readonly withoutLocation: readonly string[]
}

/** Reads answers once and keeps the gaps, each under the cheapest thing that closes it. */
export function gatherGaps(entitlements: Iterable<Entitlement>): Gaps {
  const gathering = new Gathering()
  for (const entitlement of entitlements) gathering.add(entitlement)
  return gathering.finish()
}

class Gathering {
  readonly #flowPlaces = new Map<Entitlement['flow'], number>()
  readonly #flows: GapFlow[] = []
  readonly #openOf = new Map<string, number[]>()
  readonly #forcedUsers = new Set<string>()
  readonly #forcedFlows = new Set<number>()
  readonly #switchOn = new Map<string, { readonly who: string; readonly licence: string }>()
  readonly #assignFree = new Set<string>()
  readonly #unclosable: { who: string; flow: string; rule: string }[] = []
  readonly #openRules = new Set<EntitlementRuleId>()
  readonly #withoutLocation = new Set<string>()
  #open = 0

  add({ flow, who, user, state, outcome }: Entitlement): void {
    const { closes, rule, licence = '' } = outcome
    if (state === 'ask') {
      this.#open += 1
      this.#openRules.add(rule)
    }
    if (state !== 'gap') return
    if (user?.usageLocation === null) this.#withoutLocation.add(who)
    const [first] = closes
    if (first === undefined) this.#unclosable.push({ who, flow: flow.name, rule })
    else if (first === 'switch-on') this.#switchOn.set(`${who}\n${licence}`, { who, licence })
    else if (first === 'free') this.#assignFree.add(who)
    else if (closes.length > 1) this.#addOpen(who, this.#placeOf(flow))
    else if (first === 'per-user') this.#forcedUsers.add(who)
    else this.#forcedFlows.add(this.#placeOf(flow))
  }

  #addOpen(who: string, flow: number): void {
    const list = this.#openOf.get(who)
    if (list === undefined) this.#openOf.set(who, [flow])
    else if (list.at(-1) !== flow) list.push(flow)
  }

  #placeOf(flow: Entitlement['flow']): number {
    let place = this.#flowPlaces.get(flow)
    if (place === undefined) {
      place = this.#flows.length
      this.#flowPlaces.set(flow, place)
      this.#flows.push({ name: flow.name, requests: flow.requestsPerDay ?? 0 })
    }
    return place
  }

  /** What has to be bought anyway closes other gaps too; only the rest leaves a choice. */
  finish(): Gaps {
    const users: string[] = []
    const groups = new Map<string, { users: number[]; flows: readonly number[] }>()
    const openFlows = new Set<number>()
    for (const [who, all] of this.#openOf) {
      const flows = this.#forcedUsers.has(who) ? [] : all.filter((flow) => !this.#forcedFlows.has(flow))
      if (flows.length === 0) continue
      const key = flows.join(' ')
      const group = groups.get(key) ?? { users: [], flows }
      groups.set(key, group)
      group.users.push(users.length)
      users.push(who)
      for (const flow of flows) openFlows.add(flow)
    }
    return {
      users,
      flows: this.#flows,
      openFlows: [...openFlows].sort((one, other) => one - other),
      groups: [...groups.values()],
      forcedUsers: [...this.#forcedUsers],
      forcedFlows: [...this.#forcedFlows].flatMap((place) => this.#flows[place] ?? []),
      switchOn: [...this.#switchOn.values()],
      assignFree: [...this.#assignFree],
      unclosable: this.#unclosable,
      open: this.#open,
      openRules: this.#openRules,
      withoutLocation: [...this.#withoutLocation],
    }
  }
}
