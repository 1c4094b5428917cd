import { dirname } from 'node:path'
import type { FoundFile } from './kind.ts'

/** Some files; never none. */
export type FileGroup = readonly [FoundFile, ...FoundFile[]]

/** The files of each folder, in the order in which they were found. */
export function groupsByFolder(files: readonly FoundFile[]): readonly FileGroup[] {
  const groups = new Map<string, [FoundFile, ...FoundFile[]]>()
  for (const file of files) {
    const group = groups.get(dirname(file.absolute))
    if (group === undefined) groups.set(dirname(file.absolute), [file])
    else group.push(file)
  }
  return [...groups.values()]
}

/** The folder of a file, as the user would write it. */
export function pathOfGroup({ path, name }: FoundFile): string {
  const folder = path.slice(0, path.length - name.length).replace(/(?<=.)\/$/, '')
  return folder === '' ? '.' : folder
}
