import type { PlantedDefect } from '../mutation.ts'

/** A folder of an archive: file texts, further folders, and archives inside the archive, by name. */
export interface ArchiveFolder {
  [name: string]: string | Uint8Array | ArchiveFolder | ArchiveInside
}

/** An archive that lies inside another one. */
export interface ArchiveInside {
  archive: ArchiveFolder
}

/** A certification package as it is handed in: the outer archive with the introduction and the inner package. */
export type CertificationPackage = ArchiveFolder

/** One defect planted into the layout of a certification package. */
export interface PackageMutation {
  /** Kebab-case, says the defect. */
  readonly id: string
  readonly expects: readonly string[]
  readonly source: string
  /** Changes the package and names the file or folder at fault, with `/` between levels of folders and archives. */
  readonly plant: (tree: CertificationPackage, random: () => number) => PlantedDefect | undefined
}

/** The file or archive at the end of a path through folders and archives; undefined when there is none. */
export function entryAt(tree: ArchiveFolder, ...names: readonly string[]): ArchiveFolder[string] | undefined {
  let folder: ArchiveFolder | undefined = tree
  let entry: ArchiveFolder[string] | undefined
  for (const name of names) {
    entry = folder !== undefined && Object.hasOwn(folder, name) ? folder[name] : undefined
    folder = folderOf(entry)
  }
  return entry
}

/** The folder an entry is or, for an archive, holds at its root. */
export function folderOf(entry: ArchiveFolder[string] | undefined): ArchiveFolder | undefined {
  if (entry === undefined || typeof entry === 'string' || entry instanceof Uint8Array) return undefined
  return isArchive(entry) ? entry.archive : entry
}

/** An archive and a folder are both objects of names; the former has the one name no folder here uses. */
function isArchive(entry: ArchiveFolder | ArchiveInside): entry is ArchiveInside {
  return Object.keys(entry).length === 1 && Object.hasOwn(entry, 'archive')
}
