import { readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileNames } from '@sevenstep/connector-schema'
import { defaultMaxFileBytes, readFileBounded } from '@sevenstep/connector-schema/node'
import { systemCode } from '../failure.ts'
import { laterKinds } from '../kinds/later-kinds.ts'
import { pathBelow } from './path-below.ts'
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
  /** Why it is none that a connector can be found in; nothing where that was not looked into. */
  readonly unreadable?: readonly Unreadable[]
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
  const { findConnectorsBelow } = await import('./find-connectors.ts')
  const shownOf = (below: string): string => pathBelow(path, absolute, below)
  const { folders, sources: connectors, unreadable } = await findConnectorsBelow(absolute, shownOf)
  const sources: Source[] = [...connectors]
  if (holdsMore(absolute, folders)) {
    const { findOthersBelow } = await import('./find-others.ts')
    sources.push(...(await findOthersBelow({ path: shownOf(''), absolute }, folders)))
  }
  search.unreadable.push(...unreadable)
  if (sources.length === 0 && unreadable.length === 0) search.unreadable.push(nothingKnown(path))
  search.sources.push(...sources.map((source) => ({ source, order })))
}

/** False for the folder of one connector, so that such a check looks no further. */
function holdsMore(absolute: string, connectors: readonly string[]): boolean {
  if (connectors[0] !== absolute) return true
  const entries = readdirSync(absolute, { withFileTypes: true })
  return entries.some((entry) => (entry.isDirectory() ? !entry.name.startsWith('.') : mayBeOther.test(entry.name)))
}

const mayBeOther = /^(?!apiDefinition|apiProperties|settings\.json).*\.(?:json|csv|ya?ml|html?|zip)$/i

async function findInFile(named: Named, search: Search): Promise<void> {
  const { path, absolute, order } = named
  const reading = readFileBounded(absolute, defaultMaxFileBytes)
  if (!reading.ok) {
    search.unreadable.push(unreadableAt(reading.problem, () => path))
    return
  }
  const given = path.replaceAll('\\', '/')
  if (startsLikeZip(reading.bytes)) {
    search.files.push(await findInZip({ ...named, path: given }, reading.bytes, search))
    return
  }
  const { findInLoneFile } = await import('./find-connectors.ts')
  const source = await findInLoneFile(given, absolute, reading.bytes)
  if (source !== undefined) search.sources.push({ source, order })
  else search.files.push({ ...named, path: given, content: reading.bytes, isJudged: false, unreadable: [] })
}

/** The connectors in a zip; the zip itself may be something of a later step all the same. */
async function findInZip(named: Named, content: Uint8Array, search: Search): Promise<NamedFile> {
  // What reads connectors is loaded for those that may have one, and at the end for those that nobody knows.
  if (!mayHoldConnectors(content)) return { ...named, content, isJudged: false }
  const { findInArchive } = await import('../kinds/connector-archive.ts')
  const { sources, unreadable } = await findInArchive(named.path, named.absolute, content)
  search.sources.push(...sources.map((source) => ({ source, order: named.order })))
  const isJudged = sources.length > 0
  // What is wrong with a package for connectors says nothing about one of flows.
  if (isJudged) search.unreadable.push(...unreadable)
  return { ...named, content, isJudged, unreadable }
}

/** The names of files stand in an archive as they are, so that it need not be opened to rule connectors out. */
function mayHoldConnectors(zip: Uint8Array): boolean {
  const content = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength).toString('latin1')
  return /apiDefinition|apiProperties|solution\.xml|\.zip/i.test(content)
}

/** What the later steps know among the files that were named; those that nobody knows are said. */
async function findInFiles({ files, sources, unreadable }: Search): Promise<void> {
  const { findInNamed } = await import('./find-others.ts')
  const found = await findInNamed(files)
  for (const { source, first } of found) sources.push({ source, order: files[first]?.order ?? 0 })
  for (const [at, file] of files.entries()) {
    if (file.isJudged || found.some(({ made }) => made.has(at))) continue
    const inside = startsLikeZip(file.content) ? await findInOpened(file) : nothingFound
    unreadable.push(...inside.unreadable)
    sources.push(...inside.sources.map((source) => ({ source, order: file.order })))
    if (inside.sources.length > 0) continue
    const reasons = file.unreadable ?? (await whyUnreadable(file))
    unreadable.push(...(reasons.length > 0 ? reasons : [notKnown(file.path)]))
  }
}

const nothingFound: Found = { sources: [], unreadable: [] }

/** What lies in a zip that nobody knows as a whole; what is wrong with it is said where nothing does. */
async function findInOpened({ path, absolute, content }: NamedFile): Promise<Found> {
  const { findInOpenedZip } = await import('../kinds/opened-zip.ts')
  const found = await findInOpenedZip(path, absolute, content)
  return found.sources.length === 0 ? nothingFound : found
}

/** What is wrong with a zip that nobody knows and that holds no connector. */
async function whyUnreadable({ path, absolute, content }: NamedFile): Promise<readonly Unreadable[]> {
  const { findInArchive } = await import('../kinds/connector-archive.ts')
  return (await findInArchive(path, absolute, content)).unreadable
}

/** The signature every zip starts with, the empty one too. Told here, so that the archive reader is loaded only for archives. */
function startsLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
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
