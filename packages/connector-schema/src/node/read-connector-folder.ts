import { basename, join, resolve } from 'node:path'
import type { Connector } from '../read/connector.ts'
import { roleOfPath } from '../read/file-role.ts'
import { readConnector } from '../read/read-connector.ts'
import type { GivenFile } from '../read/text-file.ts'
import { type FileProblem, fileProblem } from './file-problem.ts'
import { isConnectorFolder, listFolder, placeOf } from './folder-entries.ts'
import { defaultMaxFileBytes, readFileBounded } from './read-file-bounded.ts'

/** How a folder is read. */
export interface ReadConnectorFolderOptions {
  /** Files larger than this are listed but not read. Default 32 MiB. */
  readonly maxFileBytes?: number
  /** Paths of files the folder is known to have although they are not here: present, but not readable. */
  readonly alsoPresent?: readonly string[]
}

/** A connector's folder as it was read, or why it could not be. */
export type FolderReading =
  | { readonly ok: true; readonly connector: Connector; readonly problems: readonly FileProblem[] }
  | { readonly ok: false; readonly problem: FileProblem }

const maxListed = 2000

/**
 * Reads the connector in a folder: the files a connector consists of are read, whatever their letters' case; all others
 * are listed in `paths`. Never throws. A file that cannot be read is `unreadable` in the connector's `presence`, and the
 * reason is among the problems.
 */
export function readConnectorFolder(path: string, options: ReadConnectorFolderOptions = {}): FolderReading {
  const entries = listFolder(path)
  if ('code' in entries) return { ok: false, problem: entries }
  const problems: FileProblem[] = []
  const files: GivenFile[] = entries.files.map((name) => {
    if (roleOfPath(name) === undefined) return { path: name, content: undefined }
    const reading = readFileBounded(join(path, name), options.maxFileBytes ?? defaultMaxFileBytes)
    if (reading.ok) return { path: name, content: reading.bytes }
    problems.push(reading.problem)
    return { path: name, content: undefined }
  })
  const seen = new Set<string>()
  for (const name of entries.folders) listBelow(path, name, [placeOf(path)], { files, problems, seen })
  const known = new Set(files.map((file) => file.path.toLowerCase()))
  for (const name of options.alsoPresent ?? []) {
    if (!known.has(name.toLowerCase())) files.push({ path: name, content: undefined })
  }
  const connector = readConnector(files, { name: basename(resolve(path)), isWholeFolder: true })
  return { ok: true, connector, problems }
}

/** What is known so far of the folders below a connector's. */
interface Listing {
  readonly files: GivenFile[]
  readonly problems: FileProblem[]
  /** True places of the folders looked into: links may lead to one in more ways than can be walked. */
  readonly seen: Set<string>
}

/**
 * Adds the names of files further down, each folder's once; a folder that is a connector of its own is not part of
 * this one.
 */
function listBelow(root: string, folder: string, above: readonly string[], listing: Listing): void {
  const { files, problems, seen } = listing
  const path = join(root, folder)
  const place = placeOf(path)
  if (above.includes(place)) {
    problems.push(fileProblem('link-loop', path))
    return
  }
  if (seen.has(place) || seen.size >= maxListed) return
  seen.add(place)
  const entries = listFolder(path)
  if ('code' in entries) {
    problems.push(entries)
    return
  }
  if (isConnectorFolder(entries.files)) return
  for (const name of entries.files) {
    if (files.length >= maxListed) return
    files.push({ path: `${folder}/${name}`, content: undefined })
  }
  for (const name of entries.folders) {
    if (files.length < maxListed) listBelow(root, `${folder}/${name}`, [...above, place], listing)
  }
}
