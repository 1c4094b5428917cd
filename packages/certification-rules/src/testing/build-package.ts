import { readConnectorArchive } from '@sevenstep/connector-schema/archives'
import { writeArchive } from '@sevenstep/package-archives'
import type { PackageContents } from '../engine/package-contents.ts'

/** Files by path; a record is an archive within, `true` a folder. */
export interface ArchiveTree {
  readonly [path: string]: string | true | ArchiveTree
}

/** Packs an archive in memory and reads it the way a check would. */
export function readArchiveTree(tree: ArchiveTree, name = 'shop.zip'): PackageContents {
  return readConnectorArchive(packArchive(tree), { name }).contents
}

/** A faultless solution; `customizations` says which elements hold something. */
export function solutionTree(elements: readonly string[], folders: readonly string[]): ArchiveTree {
  const body = elements.map((element) => `<${element}><one><name>shop</name></one></${element}>`).join('')
  return {
    'solution.xml': '<ImportExportXml/>',
    '[Content_Types].xml': '<Types/>',
    'customizations.xml': `<ImportExportXml>${body}</ImportExportXml>`,
    ...Object.fromEntries(folders.map((folder) => [`${folder}/shop.json`, '{}'])),
  }
}

function packArchive(tree: ArchiveTree): Uint8Array {
  const writing = writeArchive(
    Object.entries(tree).map(([path, content]) =>
      content === true
        ? { path: `${path}/` }
        : { path, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : packArchive(content) },
    ),
  )
  if (!writing.ok) throw new Error(writing.problem.what)
  return writing.bytes
}
