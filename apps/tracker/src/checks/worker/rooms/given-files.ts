import { type ArchiveBudget, createBudget } from '@sevenstep/package-archives'
import { uploadLimits } from '../../upload-limits.ts'
import type { UploadedFile } from '../messages.ts'
import { type GivenFile, shownPath } from '../upload.ts'
import { type UploadFolder, uploadTree } from '../upload-tree.ts'

/** The account of what all archives of one upload may unpack to together. */
export function uploadBudget(): ArchiveBudget {
  return createBudget({ maxEntries: uploadLimits.files, maxTotalBytes: uploadLimits.unpackedBytes })
}

/** Every folder of an upload, outer ones first, each by its path and all files below it by their paths in it. */
export function foldersOf(files: readonly GivenFile[]): readonly GivenFolder[] {
  const found: GivenFolder[] = []
  const open = [uploadTree(files)]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    found.push(givenFolder(next))
    open.push(...next.folders.values())
  }
  return found
}

/** A folder of what was handed in. */
export interface GivenFolder {
  /** Below what was handed in; empty for the root. */
  readonly path: string
  /** Names of what lies directly in it. */
  readonly names: ReadonlySet<string>
  /** All files below it. */
  files(): ReadonlyMap<string, GivenFile>
}

/** A folder's path as reports show it. */
export function shownFolder(path: string, archive: UploadedFile | undefined): string {
  return path === '' ? '.' : shownPath(path, archive)
}

/** Those that match, without any that lies in another that does. */
export function outermost(
  folders: readonly GivenFolder[],
  matches: (folder: GivenFolder) => boolean,
): readonly GivenFolder[] {
  const found: GivenFolder[] = []
  for (const folder of folders) {
    const isInside = found.some(({ path }) => path === '' || folder.path.startsWith(`${path}/`))
    if (!isInside && matches(folder)) found.push(folder)
  }
  return found
}

function givenFolder(folder: UploadFolder): GivenFolder {
  return {
    path: folder.path,
    names: new Set([...folder.files.keys(), ...folder.folders.keys()]),
    files: () => {
      const files = new Map<string, GivenFile>()
      addFiles(files, folder, '')
      return files
    },
  }
}

function addFiles(files: Map<string, GivenFile>, folder: UploadFolder, prefix: string): void {
  for (const [name, file] of folder.files) files.set(prefix + name, file)
  for (const [name, inner] of folder.folders) addFiles(files, inner, `${prefix}${name}/`)
}
