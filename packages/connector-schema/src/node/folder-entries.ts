import { readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { roleOfPath } from '../read/file-role.ts'
import { type FileProblem, problemOfError } from './file-problem.ts'

/** What a folder holds directly, links followed, each list in code-unit order. */
export interface FolderEntries {
  /** Names of files, and of whatever else is not a folder. */
  readonly files: readonly string[]
  readonly folders: readonly string[]
}

/** Folders that belong to tools and never hold an author's connector. */
const toolFolders: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules', '__MACOSX'])

/** Lists a folder; a problem when it cannot be listed. */
export function listFolder(path: string): FolderEntries | FileProblem {
  const files: string[] = []
  const folders: string[] = []
  try {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const isFolder = entry.isSymbolicLink() ? leadsToFolder(join(path, entry.name)) : entry.isDirectory()
      if (!isFolder) files.push(entry.name)
      else if (!toolFolders.has(entry.name)) folders.push(entry.name)
    }
  } catch (error) {
    return problemOfError(error, path)
  }
  return { files: files.sort(), folders: folders.sort() }
}

/** True when a folder with these files is a connector's: it holds a definition or properties, in any case. */
export function isConnectorFolder(files: readonly string[]): boolean {
  return files.some((name) => {
    const role = roleOfPath(name)
    return role === 'definition' || role === 'properties'
  })
}

/** The folder's true place, by which links that come back are known; the path itself when that cannot be told. */
export function placeOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
