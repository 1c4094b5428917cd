import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { foundFile } from '../kinds/found-file.ts'
import type { FoundFile, FoundFolder } from '../kinds/kind.ts'

/** Folders of tools, whose files are nobody's to judge or were made of others that are; named themselves, they are looked into. */
const toolFolders = /^(?:\..+|node_modules|bower_components|__MACOSX|bin|obj|dist|build|coverage|test-results)$/
const mostFolders = 20_000
const mostFiles = 50_000

/** What is done with a folder on the way. */
export interface FolderVisit {
  /** Gives true where the folder was taken as a whole, and nothing in it is looked at. */
  take(folder: FoundFolder, names: ReadonlySet<string>): Promise<boolean>
}

/**
 * The files of a folder and everything below it that could be something by their names' ends. Links are not followed;
 * what cannot be listed is passed over, since finding the connectors has said so.
 */
export async function walkFolder(root: FoundFolder, { take }: FolderVisit): Promise<readonly FoundFile[]> {
  const files: FoundFile[] = []
  const open: FoundFolder[] = [root]
  let folders = 0
  for (let next = open.pop(); next !== undefined && folders < mostFolders; next = open.pop()) {
    folders++
    const entries = entriesOf(next.absolute)
    if (await take(next, new Set(entries.map(({ name }) => name.toLowerCase())))) continue
    const below: FoundFolder[] = []
    for (const entry of entries) {
      const at = {
        path: next.path === '/' ? `/${entry.name}` : `${next.path}/${entry.name}`,
        absolute: join(next.absolute, entry.name),
      }
      if (entry.isDirectory() && !toolFolders.test(entry.name)) below.push(at)
      else if (entry.isFile() && files.length < mostFiles) files.push(foundFile(at.path, at.absolute))
    }
    open.push(...below.reverse())
  }
  return files
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1))
  } catch {
    return []
  }
}
