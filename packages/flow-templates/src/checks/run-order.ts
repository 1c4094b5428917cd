import type { JsonNode } from '@sevenstep/located-json'
import type { PlacedAction, PlacedFlow } from './placed-flow.ts'
import { Siblings } from './siblings.ts'

/** How a step stands to another one whose result it wants. */
export type Standing =
  /** It has run by then, or was passed over: its result may be asked for. */
  | 'before'
  /** It runs after the one that asks. */
  | 'later'
  /** Neither waits for the other, or only one of them runs at all. */
  | 'apart'
  /** It is the one that asks, or holds it. */
  | 'around'

/** Twice what the service allows. Beyond, working the order out could take as long as somebody wants it to. */
const mostActions = 1000

/** Said of rules that need the order of a flow that has too many actions. */
export const tooManyToOrder = `The order of more than ${mostActions} actions is not worked out.`

/** Works out the order in which the actions of one flow run, from what each waits for. */
export class RunOrder {
  readonly #waits = new Map<JsonNode, ReadonlySet<JsonNode>>()
  /** False for a flow with too many actions: every step counts as run before every other one then. */
  readonly isKnown: boolean

  readonly #siblings: Siblings

  constructor({ actions, siblings }: Pick<PlacedFlow, 'actions' | 'siblings'>) {
    this.isKnown = actions.length <= mostActions
    this.#siblings = siblings
  }

  /** How `target` stands to `asking`. */
  standing(target: PlacedAction, asking: PlacedAction): Standing {
    if (!this.isKnown) return 'before'
    const askers = lineOf(asking)
    const targets = lineOf(target)
    if (askers.includes(target)) return 'around'
    // The condition of an `Until` is looked at when what it holds has run.
    if (targets.includes(asking)) return asking.type === 'Until' ? 'before' : 'later'
    const pair = siblingsAmong(askers, targets)
    if (pair === undefined) return 'apart'
    const [own, other] = pair
    // What a loop holds has a list of results behind it: makers use that, and the service lets them.
    if (this.#waitsFor(own).has(other.node)) return 'before'
    return this.#waitsFor(other).has(own.node) ? 'later' : 'apart'
  }

  /** Every sibling that has to end before an action begins, whether it is named or waited for by one that is. */
  #waitsFor(action: PlacedAction): ReadonlySet<JsonNode> {
    const known = this.#waits.get(action.node)
    if (known !== undefined) return known
    const all = new Set<JsonNode>()
    const open = [action.node]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const before of this.#siblings.waitedFor(node, action.container)) {
        if (all.has(before)) continue
        all.add(before)
        open.push(before)
      }
    }
    this.#waits.set(action.node, all)
    return all
  }
}

/** The siblings an action names in `runAfter`, for whoever has no flow at hand but the parts of one. */
export function waitedFor(node: JsonNode, container: JsonNode): readonly JsonNode[] {
  let siblings = siblingsIn.get(container)
  if (siblings === undefined) {
    siblings = new Siblings()
    siblingsIn.set(container, siblings)
  }
  return siblings.waitedFor(node, container)
}

const siblingsIn = new WeakMap<JsonNode, Siblings>()

/** An action and those that hold it, outermost first. */
function lineOf(action: PlacedAction): readonly PlacedAction[] {
  const line: PlacedAction[] = []
  for (let one: PlacedAction | undefined = action; one !== undefined; one = one.parent) line.push(one)
  return line.reverse()
}

/** Where two lines part: the two actions, when they stand in the same container and not in branches of which one runs. */
function siblingsAmong(
  askers: readonly PlacedAction[],
  targets: readonly PlacedAction[],
): readonly [PlacedAction, PlacedAction] | undefined {
  let at = 0
  while (askers[at] !== undefined && askers[at] === targets[at]) at++
  const [own, other] = [askers[at], targets[at]]
  return own !== undefined && other !== undefined && own.container === other.container ? [own, other] : undefined
}
