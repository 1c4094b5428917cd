import type { CodeSplittingGroup, OutputChunk, RolldownOutput } from 'rolldown'

/** Modules that are loaded together anyway, by the name their chunk is to have. */
export interface Together {
  readonly name: string
  /** Ends of the paths of the modules that lead to all of them. */
  readonly from: readonly string[]
  /** Leaves only what these lead to as well. */
  readonly and?: readonly string[]
}

/**
 * Groups for a second build that put what is loaded together into one file each: a module that is shared with another
 * command would stand in a file of its own otherwise, and finding sixty files takes as long as running them. What an
 * earlier group holds is in no later one.
 */
export function joinChunks({ output }: RolldownOutput, all: readonly Together[]): CodeSplittingGroup[] {
  const chunks = output.filter((one): one is OutputChunk => one.type === 'chunk')
  const taken = new Set<string>()
  return all.map(({ name, from, and = from }, at) => {
    const others = modulesLoadedFor(and, chunks)
    const own = new Set([...modulesLoadedFor(from, chunks)].filter((id) => others.has(id) && !taken.has(id)))
    for (const id of own) taken.add(id)
    return { name, test: (id: string) => own.has(id), priority: all.length - at }
  })
}

/** Every module that is loaded when the chunks with these modules are. */
function modulesLoadedFor(ends: readonly string[], chunks: readonly OutputChunk[]): ReadonlySet<string> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const found = new Set<OutputChunk>()
  const open = ends.map((end) => {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(end)))
    if (chunk === undefined) throw new Error(`No module is called ${end}; tools/bundle.ts names it.`)
    return chunk
  })
  for (let chunk = open.pop(); chunk !== undefined; chunk = open.pop()) {
    if (found.has(chunk)) continue
    found.add(chunk)
    open.push(...chunk.imports.flatMap((name) => byName.get(name) ?? []))
  }
  return new Set([...found].flatMap(({ moduleIds }) => moduleIds))
}
