import type { ArchiveEntry, ArchiveProblem, ArchiveReading } from '@sevenstep/package-archives'

/** An archive with everything in it, archives in it included: what is where, not what it says. */
export interface ArchiveContents {
  /** Its file name, with those around it: `package.zip!PkgAssets/solution.zip`. */
  readonly name: string
  /** Its path in the archive around it; empty for the outermost. */
  readonly path: string
  readonly entries: readonly ArchiveEntry[]
  /** Archives among the entries, in the same order. */
  readonly archives: readonly ArchiveContents[]
  /** What was wrong with this archive itself. */
  readonly problems: readonly ArchiveProblem[]
  /** What the archive is as a Dataverse solution; nothing when it holds none of a solution's files. */
  readonly solution?: SolutionContents
}

/** A Dataverse solution from outside: which of its parts are there. */
export interface SolutionContents {
  /** `solution.xml`, `customizations.xml` and `[Content_Types].xml`, as far as they are at the root. */
  readonly files: readonly string[]
  /** Names of the elements in `customizations.xml` that hold something: `Connectors`, `Workflows`, `aicopilot_aiplugins`. */
  readonly nodes: readonly string[]
  /** Folders at the root: `Connector`, `Workflows`. */
  readonly folders: readonly string[]
  readonly connectors: readonly SolutionConnector[]
}

/** A connector as `customizations.xml` describes it. Element names are Dataverse's columns, in lower case. */
export interface SolutionConnector {
  /** Text of each element: `name`, `displayname`, `iconbrandcolor`, `openapidefinition`, `iconblob`. */
  readonly fields: ReadonlyMap<string, string>
}

/** Folders at the root of an archive, also those that only show as part of a longer path, in code-unit order. */
export function rootFolders(entries: readonly ArchiveEntry[]): readonly string[] {
  const folders = new Set<string>()
  for (const { path, isFolder, isPlatformJunk } of entries) {
    const slash = path.indexOf('/')
    if (isPlatformJunk) continue
    if (slash > 0) folders.add(path.slice(0, slash))
    else if (isFolder) folders.add(path)
  }
  return [...folders].sort()
}

const indexes = new WeakMap<readonly ArchiveEntry[], ReadonlyMap<string, ArchiveEntry>>()

/** The entry of that path, whatever the case of its letters; no folder. */
export function findEntry(reading: Pick<ArchiveReading, 'entries'>, path: string): ArchiveEntry | undefined {
  let index = indexes.get(reading.entries)
  if (index === undefined) {
    const files = reading.entries.filter((entry) => !entry.isFolder)
    // Reversed, so that of two that differ in case only the first is found.
    index = new Map(files.reverse().map((entry) => [entry.path.toLowerCase(), entry]))
    indexes.set(reading.entries, index)
  }
  return index.get(path.replace(/^\/+/, '').toLowerCase())
}
