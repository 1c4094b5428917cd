import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import {
  type Connector,
  type ConnectorFileRole,
  fileNames,
  readConnector,
  roleOfPath,
} from '@sevenstep/connector-schema'
import {
  defaultMaxFileBytes,
  findConnectors,
  readConnectorFolder,
  readFileBounded,
} from '@sevenstep/connector-schema/node'
import { systemCode } from '../failure.ts'
import { connectorSource } from '../kinds/connector.ts'
import { laterKinds } from '../kinds/later-kinds.ts'
import { type Found, type Source, type Unreadable, unreadableAt } from './source.ts'

/**
 * Finds what the paths of a command line lead to: connectors and what the later steps judge, in folders, archives and
 * files. Nothing is read yet but what it takes to tell them apart.
 */
export async function findSources(paths: readonly string[], folder: string): Promise<Found> {
  const search: Search = { sources: [], unreadable: [], files: [] }
  for (const [order, path] of paths.entries()) await findBelow({ path, absolute: resolve(folder, path), order }, search)
  if (search.files.length > 0) await findInFiles(search)
  const sources = search.sources.sort((left, right) => left.order - right.order).map(({ source }) => source)
  return { sources, unreadable: search.unreadable }
}

/** What was found so far. */
interface Search {
  /** With the place on the command line of what led there. */
  readonly sources: { readonly source: Source; readonly order: number }[]
  readonly unreadable: Unreadable[]
  /** Files that were named and are no connector's, which may belong together. */
  readonly files: NamedFile[]
}

interface NamedFile extends Named {
  readonly content: Uint8Array
  /** Judged already for the connectors in it. */
  readonly isJudged: boolean
  /** Why it is none that a connector can be found in. */
  readonly unreadable: readonly Unreadable[]
}

interface Named {
  readonly path: string
  readonly absolute: string
  readonly order: number
}

async function findBelow(named: Named, search: Search): Promise<void> {
  const { path, absolute, order } = named
  let isFolder: boolean
  try {
    isFolder = statSync(absolute).isDirectory()
  } catch (error) {
    search.unreadable.push(cannotOpen(path, error))
    return
  }
  if (!isFolder) return findInFile(named, search)
  const { folders, problems } = findConnectors(absolute)
  const sources: Source[] = folders.map((one) => folderSource(pathBelow(path, absolute, one), one))
  if (holdsMore(absolute, folders)) {
    const { findOthersBelow } = await import('./find-others.ts')
    sources.push(...(await findOthersBelow({ path: pathBelow(path, absolute, ''), absolute }, folders)))
  }
  search.unreadable.push(...problems.map((one) => unreadableAt(one, (at) => pathBelow(path, absolute, at))))
  if (sources.length === 0 && problems.length === 0) search.unreadable.push(nothingKnown(path))
  search.sources.push(...sources.map((source) => ({ source, order })))
}

/** False for the folder of one connector, so that such a check looks no further. */
function holdsMore(absolute: string, connectors: readonly string[]): boolean {
  if (connectors[0] !== absolute) return true
  const entries = readdirSync(absolute, { withFileTypes: true })
  return entries.some((entry) => (entry.isDirectory() ? !entry.name.startsWith('.') : mayBeOther.test(entry.name)))
}

const mayBeOther = /^(?!apiDefinition|apiProperties|settings\.json).*\.(?:json|csv|ya?ml|html?|zip)$/i

/** The path of something below a folder, as the user would write it. */
function pathBelow(path: string, absolute: string, below: string): string {
  const rest = below === '' ? '' : relative(absolute, below)
  const given = path.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '')
  if (rest === '') return given
  const tail = rest.split(sep).join('/')
  return given === '/' ? `/${tail}` : `${given}/${tail}`
}

function folderSource(path: string, folder: string): Source {
  return connectorSource({
    path,
    kind: 'connector',
    folder,
    location: folder,
    read(elsewhere) {
      const reading = readConnectorFolder(folder, { alsoPresent: elsewhere })
      // A folder that vanished since it was found is an empty connector: everything in it is unknown.
      const connector = reading.ok ? reading.connector : readConnector([], { name: basename(folder) })
      const problems = reading.ok ? reading.problems : [reading.problem]
      return { connector, problems: problems.map((one) => unreadableAt(one, (at) => pathBelow(path, folder, at))) }
    },
  })
}

async function findInFile(named: Named, search: Search): Promise<void> {
  const { path, absolute, order } = named
  const reading = readFileBounded(absolute, defaultMaxFileBytes)
  if (!reading.ok) {
    search.unreadable.push(unreadableAt(reading.problem, () => path))
    return
  }
  const given = path.replaceAll('\\', '/')
  if (startsLikeZip(reading.bytes)) {
    const { findInArchive } = await import('../kinds/connector-archive.ts')
    const { sources, unreadable } = findInArchive(given, absolute, reading.bytes)
    search.sources.push(...sources.map((source) => ({ source, order })))
    const isJudged = sources.length > 0
    // What is wrong with a package for connectors says nothing about one of flows.
    if (isJudged) search.unreadable.push(...unreadable)
    search.files.push({ ...named, path: given, content: reading.bytes, isJudged, unreadable })
    return
  }
  const role = roleOfPath(basename(absolute)) ?? roleOfContent(reading.bytes)
  if (role !== undefined) search.sources.push({ source: fileSource(given, absolute, role), order })
  else search.files.push({ ...named, path: given, content: reading.bytes, isJudged: false, unreadable: [] })
}

function fileSource(path: string, absolute: string, role: ConnectorFileRole): Source {
  const read = (): Connector =>
    readConnector([{ path: fileNames[role], content: readFileSync(absolute) }], { name: basename(absolute) })
  return connectorSource({
    path,
    kind: 'file',
    folder: undefined,
    file: { role: fileNames[role], absolute },
    location: dirname(absolute),
    read: () => ({ connector: read(), problems: [] }),
  })
}

/** What the later steps know among the files that were named; those that nobody knows are said. */
async function findInFiles({ files, sources, unreadable }: Search): Promise<void> {
  const { findInNamed } = await import('./find-others.ts')
  const found = await findInNamed(files)
  for (const { source, first } of found) sources.push({ source, order: files[first]?.order ?? 0 })
  for (const [at, { path, isJudged, unreadable: reasons }] of files.entries()) {
    if (isJudged || found.some(({ made }) => made.has(at))) continue
    unreadable.push(...(reasons.length > 0 ? reasons : [notKnown(path)]))
  }
}

/** The signature every zip starts with, the empty one too. Told here, so that the archive reader is loaded only for archives. */
function startsLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/** A JSON file under another name: a definition or properties, told by what stands at its top level. */
function roleOfContent(bytes: Uint8Array): 'definition' | 'properties' | undefined {
  const { definition } = readConnector([{ path: fileNames.definition, content: bytes }])
  if (definition === undefined) return undefined
  const { node } = definition
  if (node.member('swagger') ?? node.member('openapi') ?? node.member('paths')) return 'definition'
  const properties = node.member('properties')
  // A flow's own file has properties, too: its definition is among them.
  const isFlow = properties?.member('definition') !== undefined
  return properties?.kind === 'object' && !isFlow ? 'properties' : undefined
}

function cannotOpen(path: string, error: unknown): Unreadable {
  const isMissing = systemCode(error) === 'ENOENT'
  return {
    path,
    what: isMissing ? 'there is no such file or folder.' : 'it cannot be opened.',
    why: error instanceof Error ? error.message : String(error),
    fix: isMissing ? 'Check the path; names of folders with blanks need quotes.' : 'Check that you may read it.',
  }
}

/** Nothing that any step knows. */
function nothingKnown(path: string): Unreadable {
  const others = laterKinds.map(({ words }) => words).join(', ')
  return {
    path,
    what: 'there is nothing in it that can be checked.',
    why: `Neither a connector (a folder with ${fileNames.definition} and ${fileNames.properties}) nor ${others} was found here or further down.`,
    fix: 'Give the folder that holds these files, a zip of it, or a single file.',
  }
}

function notKnown(path: string): Unreadable {
  const others = laterKinds.map(({ words }) => words).join(', ')
  return {
    path,
    what: 'this is nothing that can be checked.',
    why: `It is neither a connector’s file (${Object.values(fileNames).join(', ')}) or package, nor ${others}, by its name and content.`,
    fix: 'Give one of these, or the folder they are in.',
  }
}

/** Where a file of a subject is on disk, for reading it again; nothing for what came out of an archive. */
export function placeOnDisk(source: Source, file: string): string | undefined {
  if (source.file !== undefined) return source.file.role === file ? source.file.absolute : undefined
  return source.folder === undefined ? undefined : join(source.folder, file)
}
