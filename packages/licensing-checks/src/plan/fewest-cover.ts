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
  const network = new Network(left.length + right.length + 2)
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
class Network {
  readonly #from: number[][]
  readonly #to: number[] = []
  readonly #room: number[] = []
  readonly #level: Int32Array
  readonly #next: Int32Array

  constructor(size: number) {
    this.#from = Array.from({ length: size }, () => [])
    this.#level = new Int32Array(size)
    this.#next = new Int32Array(size)
  }

  connect(start: number, end: number, capacity: number): void {
    this.#from[start]?.push(this.#to.length)
    this.#to.push(end)
    this.#room.push(capacity)
    this.#from[end]?.push(this.#to.length)
    this.#to.push(start)
    this.#room.push(0)
  }

  /** Whether a node is still reached from the source when nothing more can flow. */
  cut(source: number, sink: number): (node: number) => boolean {
    for (this.#measure(source); this.#level[sink] !== -1; this.#measure(source)) {
      this.#next.fill(0)
      while (this.#push(source, sink));
    }
    return (node) => this.#level[node] !== -1
  }

  #measure(source: number): void {
    this.#level.fill(-1)
    this.#level[source] = 0
    const queue = [source]
    for (let at = 0; at < queue.length; at += 1) {
      const node = queue[at] ?? source
      for (const pipe of this.#from[node] ?? []) {
        const end = this.#to[pipe] ?? source
        if ((this.#room[pipe] ?? 0) <= 0 || this.#level[end] !== -1) continue
        this.#level[end] = (this.#level[node] ?? 0) + 1
        queue.push(end)
      }
    }
  }

  /** Sends as much along one way to the sink as it carries; false where no way is left. */
  #push(source: number, sink: number): boolean {
    const way: number[] = []
    let node = source
    while (node !== sink) {
      const pipe = this.#openPipe(node)
      if (pipe !== undefined) {
        way.push(pipe)
        node = this.#to[pipe] ?? sink
        continue
      }
      const back = way.pop()
      if (back === undefined) return false
      node = this.#to[back ^ 1] ?? source
      this.#next[node] = (this.#next[node] ?? 0) + 1
    }
    const amount = way.reduce((least, pipe) => Math.min(least, this.#room[pipe] ?? 0), Number.POSITIVE_INFINITY)
    for (const pipe of way) {
      this.#room[pipe] = (this.#room[pipe] ?? 0) - amount
      this.#room[pipe ^ 1] = (this.#room[pipe ^ 1] ?? 0) + amount
    }
    return true
  }

  #openPipe(node: number): number | undefined {
    const pipes = this.#from[node] ?? []
    for (let at = this.#next[node] ?? 0; at < pipes.length; at += 1) {
      const pipe = pipes[at] ?? 0
      this.#next[node] = at
      if ((this.#room[pipe] ?? 0) > 0 && this.#level[this.#to[pipe] ?? 0] === (this.#level[node] ?? 0) + 1) return pipe
    }
    this.#next[node] = pipes.length
    return undefined
  }
}
