import { roleOfPath } from '@sevenstep/connector-schema'
import type { GivenFile } from './upload.ts'

/** Folders that belong to tools and never hold an author's connector, as the command line passes them over. */
const toolFolders: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules', '__MACOSX'])

/** A folder of what was handed in, without its path. */
export interface UploadFolder {
  /** Path below what was handed in; empty for the root. */
  readonly path: string
  readonly files: Map<string, GivenFile>
  readonly folders: Map<string, UploadFolder>
}

/** The folders that the paths of the files describe; what lies in folders of tools is left out. */
export function uploadTree(files: readonly GivenFile[]): UploadFolder {
  const root: UploadFolder = { path: '', files: new Map(), folders: new Map() }
  for (const file of files) {
    const steps = file.path.split('/')
    const name = steps.pop() ?? ''
    if (steps.some((step) => toolFolders.has(step))) continue
    let folder = root
    for (const step of steps) {
      let next = folder.folders.get(step)
      if (next === undefined) {
        next = { path: folder.path === '' ? step : `${folder.path}/${step}`, files: new Map(), folders: new Map() }
        folder.folders.set(step, next)
      }
      folder = next
    }
    folder.files.set(name, file)
  }
  return root
}

/** True where a folder is a connector's own: it holds a definition or properties, in any case. */
function isConnectorFolder({ files }: UploadFolder): boolean {
  return [...files.keys()].some((name) => {
    const role = roleOfPath(name)
    return role === 'definition' || role === 'properties'
  })
}

/** Every connector folder at and below a folder, in code-unit order of their paths. */
export function connectorFolders(folder: UploadFolder): readonly UploadFolder[] {
  const found: UploadFolder[] = []
  const open = [folder]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isConnectorFolder(next)) found.push(next)
    open.push(...next.folders.values())
  }
  return found.sort((left, right) => (left.path < right.path ? -1 : 1))
}

/** The files directly in a folder, then those further down that belong to no connector of their own; sorted by name. */
export function filesOfFolder(folder: UploadFolder): readonly (readonly [path: string, file: GivenFile])[] {
  const found: (readonly [string, GivenFile])[] = []
  const add = (inside: UploadFolder, prefix: string): void => {
    for (const name of [...inside.files.keys()].sort()) {
      const file = inside.files.get(name)
      if (file !== undefined) found.push([prefix + name, file])
    }
    for (const name of [...inside.folders.keys()].sort()) {
      const next = inside.folders.get(name)
      if (next !== undefined && !isConnectorFolder(next)) add(next, `${prefix}${name}/`)
    }
  }
  add(folder, '')
  return found
}

/** True for bytes that begin as every zip does, the empty one too. */
export function startsLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}
