import { dirname, sep } from 'node:path'
import { pathOfGroup } from './group-files.ts'
import type { FoundFile } from './kind.ts'
import { embedMarks } from './later-kinds.ts'

/** Pages and scripts that are taken to belong together. */
export interface PageGroup {
  /** As the user would write it. */
  readonly path: string
  readonly folder: string
  readonly files: readonly FoundFile[]
}

/** A script of a folder further up, or of the site's root. */
const namesOutside = /\bsrc\s*=\s*["']?(?:\.\.\/|\/(?!\/))/i

/**
 * Groups files by the folders that hold a page: a script belongs to the nearest one above it, a page that names scripts
 * further up to the folder there. Scripts beside no page are grouped by the folders of those that show something.
 */
export function groupPages(files: readonly FoundFile[]): readonly PageGroup[] {
  const pages = files.filter(({ name }) => /\.x?html?$/i.test(name))
  const byPages = groupsUnder(foldersOf(pages), files)
  const taken = new Set(byPages.flatMap((group) => group.files))
  const rest = files.filter((file) => !taken.has(file))
  return [...byPages, ...groupsUnder(foldersOf(rest.filter((file) => embedMarks.test(file.text()))), rest)]
}

/** A file of each folder; without the folders whose files need what stands further up. */
function foldersOf(files: readonly FoundFile[]): ReadonlyMap<string, FoundFile> {
  const byFolder = new Map<string, FoundFile>()
  for (const file of files) if (!byFolder.has(dirname(file.absolute))) byFolder.set(dirname(file.absolute), file)
  for (const file of files) {
    const folder = dirname(file.absolute)
    const isInner = [...byFolder.keys()].some((other) => isBelow(folder, other))
    if (isInner && namesOutside.test(file.text())) byFolder.delete(folder)
  }
  return byFolder
}

function groupsUnder(folders: ReadonlyMap<string, FoundFile>, files: readonly FoundFile[]): readonly PageGroup[] {
  const members = new Map<string, FoundFile[]>([...folders.keys()].map((folder) => [folder, []]))
  for (const file of files) {
    let folder = dirname(file.absolute)
    while (!members.has(folder) && dirname(folder) !== folder) folder = dirname(folder)
    members.get(folder)?.push(file)
  }
  return [...folders].map(([folder, file]) => ({
    path: pathOfGroup(file),
    folder,
    files: members.get(folder) ?? [],
  }))
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
