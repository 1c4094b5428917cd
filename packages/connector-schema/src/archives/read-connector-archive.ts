import {
  type ArchiveBudget,
  type ArchiveEntry,
  type ArchiveReading,
  createBudget,
  openArchive,
} from '@sevenstep/package-archives'
import type { Connector } from '../read/connector.ts'
import { fileNames, roleOfPath } from '../read/file-role.ts'
import { readConnector } from '../read/read-connector.ts'
import type { GivenFile } from '../read/text-file.ts'
import type { ArchiveContents } from './archive-contents.ts'
import { type ContainerProblem, noConnector } from './container-problem.ts'
import { contentOf, isSolution, readSolution } from './read-solution.ts'

/** How an archive is read. */
export interface ReadConnectorArchiveOptions {
  /** File name of the archive, for problems. Default `archive`. */
  readonly name?: string
  /** What may be unpacked, over this archive and all within it; a fresh one with the usual limits when left out. */
  readonly budget?: ArchiveBudget
}

/** An archive as it was read. */
export interface ConnectorArchive {
  /**
   * `connector-archive`: a connector's files, at the root or in folders. `solution`: a Dataverse solution.
   * `certification-package`: what is handed in to Microsoft, or its inner zip. `unknown`: none of these.
   */
  readonly kind: 'connector-archive' | 'solution' | 'certification-package' | 'unknown'
  /** Each connector once, also when several solutions hold it unchanged. */
  readonly connectors: readonly Connector[]
  readonly contents: ArchiveContents
  /** Of this archive and all within it. */
  readonly problems: readonly ContainerProblem[]
}

/** What reading one archive found, and all within it. */
interface Findings {
  readonly connectors: Connector[]
  readonly problems: ContainerProblem[]
  /** The connectors of solutions by name: there may be very many. */
  readonly byName: Map<string, Connector[]>
}

/**
 * Reads the connectors in a zip: of a connector's files, of a Dataverse solution, or of a certification package with
 * solutions inside zips. All in memory and under one budget. Never throws for the bytes given.
 */
export function readConnectorArchive(bytes: Uint8Array, options: ReadConnectorArchiveOptions = {}): ConnectorArchive {
  const name = options.name ?? 'archive'
  const reading = openArchive(bytes, { name, budget: options.budget ?? createBudget() })
  const found: Findings = { connectors: [], problems: [], byName: new Map() }
  const contents = readOne(reading, '', undefined, found)
  const isEmpty = found.connectors.length === 0
  if (isEmpty && !found.problems.some((problem) => 'effect' in problem && problem.effect === 'archive')) {
    found.problems.push(noConnector(name))
  }
  return { kind: kindOf(contents, isEmpty), connectors: found.connectors, contents, problems: found.problems }
}

function readOne(
  reading: ArchiveReading,
  path: string,
  introOutside: GivenFile | undefined,
  found: Findings,
): ArchiveContents {
  found.problems.push(...reading.problems)
  const { name, entries, problems } = reading
  const contents = { name, path, entries, problems }
  if (isSolution(reading)) {
    const solution = readSolution(reading, introOutside)
    for (const problem of solution.problems) found.problems.push(problem)
    for (const connector of solution.connectors) addOnce(found, connector)
    return { ...contents, archives: [], solution: solution.solution }
  }
  const folders = connectorFolders(reading)
  for (const [folder, inside] of folders) {
    found.connectors.push(readFolder(reading, folder, inside, found.problems))
  }
  if (folders.size > 0) return { ...contents, archives: [] }
  const introEntry = entries.find((entry) => !entry.isFolder && entry.path.toLowerCase() === fileNames.intro)
  const intro = introEntry === undefined ? introOutside : contentOf(introEntry, found.problems)
  const archives = entries
    .filter((entry) => !entry.isFolder && !entry.isPlatformJunk && entry.path.toLowerCase().endsWith('.zip'))
    .map((entry) => readOne(entry.archive(), entry.path, intro, found))
  return { ...contents, archives }
}

/** Two solutions of a package hold the same connector, as a rule; one that differs is worth its own report. */
function addOnce({ connectors, byName }: Findings, connector: Connector): void {
  const known = byName.get(connector.name) ?? []
  const isKnown = known.some(
    (other) =>
      other.definitionFile?.text === connector.definitionFile?.text &&
      other.propertiesFile?.text === connector.propertiesFile?.text,
  )
  if (isKnown) return
  connectors.push(connector)
  byName.set(connector.name, [...known, connector])
}

/** Folders of an archive that hold a definition or properties (the root is the empty text), and all files in each. */
function connectorFolders(reading: ArchiveReading): ReadonlyMap<string, readonly ArchiveEntry[]> {
  const files = reading.entries.filter((entry) => !entry.isFolder && !entry.isPlatformJunk)
  const found = files.filter((entry) => {
    const role = roleOfPath(fileNameOf(entry.path))
    return role === 'definition' || role === 'properties'
  })
  const folders = new Map<string, ArchiveEntry[]>(
    found
      .map((entry) => folderOf(entry.path))
      .sort()
      .map((folder) => [folder, []]),
  )
  for (const entry of files) {
    let folder = entry.path
    while (folder !== '') {
      folder = folderOf(folder)
      folders.get(folder)?.push(entry)
    }
  }
  return folders
}

function readFolder(
  reading: ArchiveReading,
  folder: string,
  entries: readonly ArchiveEntry[],
  problems: ContainerProblem[],
): Connector {
  const files = entries.map((entry) => fileIn(entry, folder === '' ? '' : `${folder}/`, problems))
  const name = fileNameOf(folder) || withoutZip(reading.name)
  const connector = readConnector(files, { name, isWholeFolder: true })
  return { ...connector, origin: { archive: reading.name, folder, isAssembled: false } }
}

function fileIn(entry: ArchiveEntry, prefix: string, problems: ContainerProblem[]): GivenFile {
  const path = entry.path.slice(prefix.length)
  const content = roleOfPath(path) === undefined ? undefined : contentOf(entry, problems).content
  return { path, content }
}

function kindOf(contents: ArchiveContents, isEmpty: boolean): ConnectorArchive['kind'] {
  if (contents.solution !== undefined) return 'solution'
  if (hasSolution(contents)) return 'certification-package'
  return isEmpty ? 'unknown' : 'connector-archive'
}

function hasSolution(contents: ArchiveContents): boolean {
  return contents.solution !== undefined || contents.archives.some(hasSolution)
}

function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function withoutZip(name: string): string {
  return fileNameOf(name.slice(name.lastIndexOf('!') + 1)).replace(/\.zip$/i, '')
}
