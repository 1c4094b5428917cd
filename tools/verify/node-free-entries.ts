import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import type { Problem } from './problem.ts'
import type { SourceFile } from './read-source.ts'
import type { RoomRule } from './rooms.ts'
import type { Room } from './workspace.ts'

/**
 * Checks that every entry which is meant for browsers as well reaches no module of Node's own, by following its
 * relative imports through the sources. What third-party packages import is shown by the packaging test instead.
 */
export function checkNodeFreeEntries(
  rooms: readonly Room[],
  sources: readonly SourceFile[],
  rules: Readonly<Record<string, RoomRule>>,
): Problem[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  return rooms.flatMap((room) => {
    const rule = rules[room.manifest.name]
    if (rule === undefined || rule.nodeOnly) return []
    return Object.keys(room.manifest.exports ?? {})
      .filter((entry) => !rule.nodeEntries.includes(entry))
      .flatMap((entry) => checkEntry(room, entry, byPath))
  })
}

function checkEntry(room: Room, entry: string, byPath: ReadonlyMap<string, SourceFile>): Problem[] {
  const start = sourceOfEntry(room, entry)
  if (start === undefined) return []
  const cameFrom = new Map<string, string | undefined>([[start, undefined]])
  const problems: Problem[] = []
  for (const path of cameFrom.keys()) {
    for (const use of byPath.get(path)?.uses ?? []) {
      if (use.typeOnly) continue
      if (isNodeModule(use.specifier)) {
        problems.push({
          file: path,
          line: use.line,
          what: `${use.specifier} is reached from the entry "${entry}" of ${room.manifest.name} (${trail(path, cameFrom)}).`,
          why: 'This entry has to give the same result in a browser, where Node’s modules do not exist.',
          fix: 'Take the text or bytes as an argument, or move the file under src/node and export it from the entry for Node.',
        })
      } else if (use.specifier.startsWith('.')) {
        const next = posix.join(posix.dirname(path), use.specifier)
        if (!cameFrom.has(next)) cameFrom.set(next, path)
      }
    }
  }
  return problems
}

/** `./dist/node/index.js` is built from `src/node/index.ts`; entries that are not built code are no one's source. */
function sourceOfEntry(room: Room, entry: string): string | undefined {
  const target = room.manifest.exports?.[entry]
  const file = typeof target === 'string' ? target : target?.default
  const built = file === undefined ? undefined : /^\.\/dist\/(.+)\.js$/.exec(file)
  return built?.[1] === undefined ? undefined : `${room.folder}/src/${built[1]}.ts`
}

function isNodeModule(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier)
}

function trail(path: string, cameFrom: ReadonlyMap<string, string | undefined>): string {
  const steps: string[] = []
  for (let at: string | undefined = path; at !== undefined; at = cameFrom.get(at)) steps.unshift(posix.basename(at))
  return steps.join(' → ')
}
