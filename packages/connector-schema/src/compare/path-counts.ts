/** A node of a directed graph in which paths are counted. */
export interface GraphNode<Self> {
  /** How many paths start here. */
  readonly starts: number
  /** May hold the same node more than once: each is a way of its own. */
  readonly next: readonly Self[]
}

/**
 * How many paths lead to each node. Nodes on a common cycle share one count: the number of ways into the cycle.
 * That keeps the counts finite and independent of the order in which nodes are given. Never recursive.
 */
export function countPaths<Node extends GraphNode<Node>>(nodes: readonly Node[]): ReadonlyMap<Node, number> {
  const cycles = cyclesOf(nodes)
  const cycleOf = new Map<Node, number>()
  for (const [index, cycle] of cycles.entries()) for (const node of cycle) cycleOf.set(node, index)
  const counts = new Array<number>(cycles.length).fill(0)
  const add = (cycle: number, more: number): void => {
    counts[cycle] = Math.min((counts[cycle] ?? 0) + more, Number.MAX_SAFE_INTEGER)
  }
  for (const node of nodes) add(cycleOf.get(node) ?? 0, node.starts)
  // Cycles come out with the last ones first, so going backwards meets every way in before the way out.
  for (let index = cycles.length - 1; index >= 0; index--) {
    for (const node of cycles[index] ?? []) {
      for (const next of node.next) {
        const target = cycleOf.get(next)
        if (target !== undefined && target !== index) add(target, counts[index] ?? 0)
      }
    }
  }
  return new Map(nodes.map((node) => [node, counts[cycleOf.get(node) ?? 0] ?? 0]))
}

interface Visit<Node> {
  readonly node: Node
  readonly order: number
  low: number
  nextAt: number
  isOpen: boolean
}

/** Strongly connected components after Tarjan, with a stack of its own; sinks first. */
function cyclesOf<Node extends GraphNode<Node>>(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const visits = new Map<Node, Visit<Node>>()
  const open: Visit<Node>[] = []
  const cycles: Node[][] = []
  const walk: Visit<Node>[] = []
  const enter = (node: Node): void => {
    const visit = { node, order: visits.size, low: visits.size, nextAt: 0, isOpen: true }
    visits.set(node, visit)
    open.push(visit)
    walk.push(visit)
  }
  for (const start of nodes) {
    if (visits.has(start)) continue
    enter(start)
    for (let at = walk.at(-1); at !== undefined; at = walk.at(-1)) {
      const next = at.node.next[at.nextAt++]
      if (next !== undefined) {
        const known = visits.get(next)
        if (known === undefined) enter(next)
        else if (known.isOpen) at.low = Math.min(at.low, known.order)
        continue
      }
      walk.pop()
      const caller = walk.at(-1)
      if (caller !== undefined) caller.low = Math.min(caller.low, at.low)
      if (at.low === at.order) cycles.push(closeCycle(open, at))
    }
  }
  return cycles
}

function closeCycle<Node>(open: Visit<Node>[], first: Visit<Node>): Node[] {
  const cycle: Node[] = []
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    visit.isOpen = false
    cycle.push(visit.node)
    if (visit === first) break
  }
  return cycle
}
