/** Anything that has to come after other things. */
export interface Ordered {
  readonly address: string
  readonly needs: readonly string[]
}

/**
 * Puts each thing behind what it needs and keeps the given order otherwise. Where things need each other in a circle,
 * the circle is broken at its first member; whoever checks before has reported it.
 */
export function inOrder<T extends Ordered>(things: readonly T[]): T[] {
  const byAddress = new Map(things.map((thing) => [thing.address, thing]))
  const placed = new Set<string>()
  const ordered: T[] = []
  const place = (thing: T, above: ReadonlySet<string>): void => {
    if (placed.has(thing.address) || above.has(thing.address)) return
    const within = new Set(above).add(thing.address)
    for (const need of thing.needs) {
      const needed = byAddress.get(need)
      if (needed !== undefined) place(needed, within)
    }
    placed.add(thing.address)
    ordered.push(thing)
  }
  for (const thing of things) place(thing, new Set())
  return ordered
}

/** The first circle among things that need each other; nothing where there is none. */
export function findCircle(things: readonly Ordered[]): readonly string[] | undefined {
  const needs = new Map(things.map((thing) => [thing.address, thing.needs]))
  const finished = new Set<string>()
  const path: string[] = []
  const visit = (address: string): readonly string[] | undefined => {
    const start = path.indexOf(address)
    if (start >= 0) return path.slice(start)
    if (finished.has(address)) return undefined
    path.push(address)
    for (const need of needs.get(address) ?? []) {
      const circle = visit(need)
      if (circle !== undefined) return circle
    }
    path.pop()
    finished.add(address)
    return undefined
  }
  for (const { address } of things) {
    const circle = visit(address)
    if (circle !== undefined) return circle
  }
  return undefined
}
