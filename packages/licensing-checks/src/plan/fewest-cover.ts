/** Something that may be bought, with what it costs. */
export interface Coverer {
  /** Above 0. */
  readonly weight: number
}

/** Which coverers are bought. */
export interface Cover {
  readonly left: readonly number[]
  readonly right: readonly number[]
}

/**
 * The cheapest set of coverers that touches every pair: a minimum vertex cover of a bipartite graph, found as a minimum
 * cut (Kőnig's theorem with weights; the flow is found by Dinic's method). Since every weight is above 0, none of the
 * set can be dropped. `pairs[left]` lists the right ones that go with it.
 */
export function fewestCover(
  left: readonly Coverer[],
  right: readonly Coverer[],
  pairs: readonly (readonly number[])[],
): Cover {
  const network = createNetwork(left.length + right.length + 2)
  const source = left.length + right.length
  const sink = source + 1
  for (const [at, { weight }] of left.entries()) network.connect(source, at, weight)
  for (const [at, { weight }] of right.entries()) network.connect(left.length + at, sink, weight)
  for (const [at, partners] of pairs.entries()) {
    for (const partner of partners) network.connect(at, left.length + partner, Number.POSITIVE_INFINITY)
  }
  const reached = network.cut(source, sink)
  return {
    left: [...left.keys()].filter((at) => !reached(at) && (pairs[at]?.length ?? 0) > 0),
    right: [...right.keys()].filter((at) => reached(left.length + at)),
  }
}

/** A network of pipes; what is left of a pipe is kept beside its way back, at the neighbouring index. */
function createNetwork(size: number) {
  const from: number[][] = Array.from({ length: size }, () => [])
  const to: number[] = []
  const room: number[] = []
  const level = new Int32Array(size)
  const next = new Int32Array(size)

  function connect(start: number, end: number, capacity: number): void {
    from[start]?.push(to.length)
    to.push(end)
    room.push(capacity)
    from[end]?.push(to.length)
    to.push(start)
    room.push(0)
  }

  function measure(source: number): void {
    level.fill(-1)
    level[source] = 0
    const queue = [source]
    for (let at = 0; at < queue.length; at += 1) {
      const node = queue[at] ?? source
      for (const pipe of from[node] ?? []) {
        const end = to[pipe] ?? source
        if ((room[pipe] ?? 0) <= 0 || level[end] !== -1) continue
        level[end] = (level[node] ?? 0) + 1
        queue.push(end)
      }
    }
  }

  /** Sends as much as one way to the sink carries. Ways are at most four pipes long, or zigzag between the sides. */
  function push(source: number, sink: number): boolean {
    const way: number[] = []
    let node = source
    while (node !== sink) {
      const pipe = openPipe(node)
      if (pipe !== undefined) {
        way.push(pipe)
        node = to[pipe] ?? sink
        continue
      }
      const back = way.pop()
      if (back === undefined) return false
      node = to[back ^ 1] ?? source
      next[node] = (next[node] ?? 0) + 1
    }
    const amount = Math.min(...way.map((pipe) => room[pipe] ?? 0))
    for (const pipe of way) {
      room[pipe] = (room[pipe] ?? 0) - amount
      room[pipe ^ 1] = (room[pipe ^ 1] ?? 0) + amount
    }
    return true
  }

  function openPipe(node: number): number | undefined {
    const pipes = from[node] ?? []
    for (; (next[node] ?? 0) < pipes.length; next[node] = (next[node] ?? 0) + 1) {
      const pipe = pipes[next[node] ?? 0]
      if (pipe === undefined) return undefined
      if ((room[pipe] ?? 0) > 0 && level[to[pipe] ?? 0] === (level[node] ?? 0) + 1) return pipe
    }
    return undefined
  }

  return {
    connect,
    /** Whether a node is still reached from the source when nothing more can flow. */
    cut(source: number, sink: number): (node: number) => boolean {
      for (measure(source); level[sink] !== -1; measure(source)) {
        next.fill(0)
        while (push(source, sink));
      }
      return (node) => level[node] !== -1
    },
  }
}
