import { join, sep } from 'node:path'
import { type FileProblem, fileProblem } from './file-problem.ts'
import { isConnectorFolder, listFolder, placeOf } from './folder-entries.ts'

/** Bounds of a search. */
export interface FindConnectorsOptions {
  /** How many folders are looked into before the search stops. Default 100,000. */
  readonly maxFolders?: number
}

/** The connectors of a tree. */
export interface FoundConnectors {
  /** Paths of the folders that hold a definition or properties, joined to the path given, in code-unit order. */
  readonly folders: readonly string[]
  /** Folders that could not be looked into, and links that were not followed. */
  readonly problems: readonly FileProblem[]
}

/**
 * Looks for connectors in a folder and everything below it. Symbolic links are followed once, and never out of the
 * folder; folders of tools (`.git`, `node_modules`) are passed over. Never throws: a path that is missing or no folder is among the problems.
 */
export function findConnectors(path: string, options: FindConnectorsOptions = {}): FoundConnectors {
  const maxFolders = options.maxFolders ?? 100_000
  const folders: string[] = []
  const problems: FileProblem[] = []
  const seen = new Set<string>()
  const top = placeOf(path)
  const inside = top.endsWith(sep) ? top : `${top}${sep}`
  const open: { path: string; above: readonly string[] }[] = [{ path, above: [] }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const place = placeOf(next.path)
    if (next.above.includes(place)) {
      problems.push(fileProblem('link-loop', next.path))
      continue
    }
    if (place !== top && !place.startsWith(inside)) {
      problems.push(fileProblem('link-outside', next.path))
      continue
    }
    if (seen.has(place)) continue
    if (seen.size >= maxFolders) {
      problems.push(fileProblem('too-many-folders', path, `${maxFolders}`))
      break
    }
    seen.add(place)
    const entries = listFolder(next.path)
    if ('code' in entries) {
      problems.push(entries)
      continue
    }
    if (isConnectorFolder(entries.files)) folders.push(next.path)
    const above = [...next.above, place]
    for (const name of entries.folders) open.push({ path: join(next.path, name), above })
  }
  return { folders: folders.sort(), problems: problems.sort((left, right) => (left.path < right.path ? -1 : 1)) }
}
