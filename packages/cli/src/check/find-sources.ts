import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { type Connector, fileNames, readConnector, roleOfPath } from '@sevenstep/connector-schema'
import {
  defaultMaxFileBytes,
  findConnectors,
  readConnectorFolder,
  readFileBounded,
} from '@sevenstep/connector-schema/node'
import { systemCode } from '../failure.ts'
import { type Found, type Source, type Unreadable, unreadableAt } from './source.ts'

/**
 * Finds what the paths of a command line lead to: connector folders, folders with many connectors in them, zips, and
 * single files. Nothing is read yet but what it takes to tell them apart.
 */
export async function findSources(paths: readonly string[], folder: string): Promise<Found> {
  const sources: Source[] = []
  const unreadable: Unreadable[] = []
  for (const path of paths) {
    const found = await findBelow(path, resolve(folder, path))
    sources.push(...found.sources)
    unreadable.push(...found.unreadable)
  }
  return { sources, unreadable }
}

async function findBelow(path: string, absolute: string): Promise<Found> {
  let isFolder: boolean
  try {
    isFolder = statSync(absolute).isDirectory()
  } catch (error) {
    return { sources: [], unreadable: [cannotOpen(path, error)] }
  }
  if (!isFolder) return findInFile(path, absolute)
  const { folders, problems } = findConnectors(absolute)
  const unreadable = problems.map((one) => unreadableAt(one, (at) => pathBelow(path, absolute, at)))
  if (folders.length === 0 && problems.length === 0) unreadable.push(noConnector(path))
  return { sources: folders.map((one) => folderSource(pathBelow(path, absolute, one), one)), unreadable }
}

/** The path of something below a folder, as the user would write it. */
function pathBelow(path: string, absolute: string, below: string): string {
  const rest = below === '' ? '' : relative(absolute, below)
  const given = path.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '')
  if (rest === '') return given
  const tail = rest.split(sep).join('/')
  return given === '/' ? `/${tail}` : `${given}/${tail}`
}

function folderSource(path: string, folder: string): Source {
  return {
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
  }
}

async function findInFile(path: string, absolute: string): Promise<Found> {
  const reading = readFileBounded(absolute, defaultMaxFileBytes)
  if (!reading.ok) {
    return { sources: [], unreadable: [unreadableAt(reading.problem, () => path)] }
  }
  const given = path.replaceAll('\\', '/')
  if (startsLikeZip(reading.bytes)) {
    const { findInArchive } = await import('./find-in-archive.ts')
    return findInArchive(given, absolute, reading.bytes)
  }
  const role = roleOfPath(basename(absolute)) ?? roleOfContent(reading.bytes)
  if (role === undefined) {
    // What other steps judge is only loaded for files that are no connector's.
    const { findDocument } = await import('./documents/find-document.ts')
    const document = findDocument(given, absolute, reading.bytes)
    return document === undefined
      ? { sources: [], unreadable: [notAConnectorFile(path)] }
      : { sources: [document], unreadable: [] }
  }
  const read = (): Connector =>
    readConnector([{ path: fileNames[role], content: readFileSync(absolute) }], { name: basename(absolute) })
  const source: Source = {
    path: given,
    kind: 'file',
    folder: undefined,
    file: { role: fileNames[role], absolute },
    location: dirname(absolute),
    read: () => ({ connector: read(), problems: [] }),
  }
  return { sources: [source], unreadable: [] }
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
  return node.member('properties')?.kind === 'object' ? 'properties' : undefined
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

/** Nothing that looks like a connector. */
export function noConnector(path: string): Unreadable {
  return {
    path,
    what: 'there is no connector in it.',
    why: `A connector is a folder with ${fileNames.definition} and ${fileNames.properties}; neither was found here or further down.`,
    fix: 'Give the folder that holds these files, a zip of it, or the definition itself.',
  }
}

function notAConnectorFile(path: string): Unreadable {
  return {
    path,
    what: 'this is neither a connector’s file nor a zip, and no app registration either.',
    why: `Known are ${Object.values(fileNames).join(', ')}, app manifests, zips, and JSON that looks like a definition or properties.`,
    fix: 'Give one of these, or the folder they are in.',
  }
}

/** Where a file of a subject is on disk, for reading it again; nothing for what came out of an archive. */
export function placeOnDisk(source: Source, file: string): string | undefined {
  if (source.file !== undefined) return source.file.role === file ? source.file.absolute : undefined
  return source.folder === undefined ? undefined : join(source.folder, file)
}
