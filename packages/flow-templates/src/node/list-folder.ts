import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GivenFile } from '../model/package-file.ts'
import { type PackageProblem, packageProblem } from '../problems/package-problem.ts'
import { pathProblem } from './path-problem.ts'

/** Bounds on what is read from a folder. */
export interface FolderLimits {
  /** Files and folders. Default 10,000. */
  readonly maxEntries?: number
  /** Bytes of all files together. Default 256 MiB. */
  readonly maxTotalBytes?: number
}

/** The files of a folder, with paths from it, and what was left out. */
export interface FolderListing {
  readonly files: readonly GivenFile[]
  readonly problems: readonly PackageProblem[]
  /** Names, from the folder, of what is there and was not read. */
  readonly lost: readonly string[]
}

/** Folders that belong to tools and are never part of a package. */
const toolFolders: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.vs',
  '.vscode',
  'node_modules',
  'bin',
  'obj',
])

/**
 * Reads all files of a folder and those below it. Links are not followed: what they lead to may lie anywhere. Never
 * throws. With a problem of effect `package` there are no files.
 */
export function listFolder(path: string, limits: FolderLimits = {}): FolderListing {
  const walk = new FolderWalk(path, limits.maxEntries ?? 10_000, limits.maxTotalBytes ?? 256 * 1024 * 1024)
  const stop = walk.run()
  if (stop !== undefined) return { files: [], problems: [stop], lost: [] }
  return walk
}

class FolderWalk implements FolderListing {
  readonly files: GivenFile[] = []
  readonly problems: PackageProblem[] = []
  readonly lost: string[] = []
  readonly #root: string
  readonly #maxEntries: number
  readonly #maxBytes: number
  #entries = 0
  #bytes = 0

  constructor(root: string, maxEntries: number, maxBytes: number) {
    this.#root = root
    this.#maxEntries = maxEntries
    this.#maxBytes = maxBytes
  }

  /** What made the walk stop, if anything did. */
  run(): PackageProblem | undefined {
    const open = ['']
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
      let entries: Dirent[]
      try {
        entries = readdirSync(join(this.#root, folder), { withFileTypes: true })
      } catch (error) {
        if (folder === '') return pathProblem(error, this.#root)
        this.#leaveOut(folder, pathProblem(error, folder))
        continue
      }
      for (const entry of entries) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`
        this.#entries += 1
        if (this.#entries > this.#maxEntries) return this.#tooLarge(`more than ${this.#maxEntries} files and folders`)
        if (!entry.isDirectory()) this.#read(path)
        else if (!toolFolders.has(entry.name)) open.push(path)
        if (this.#bytes > this.#maxBytes) return this.#tooLarge(`more than ${this.#maxBytes} bytes`)
      }
    }
    return undefined
  }

  #read(path: string): void {
    const full = join(this.#root, path)
    try {
      // Asked before opening: to open a pipe would wait for its other end.
      const status = lstatSync(full)
      if (!status.isFile()) {
        const detail = status.isSymbolicLink() ? 'a symbolic link' : 'a device, pipe or socket'
        this.#leaveOut(path, packageProblem('path-special', { file: path }, { detail }))
        return
      }
      this.#bytes += status.size
      if (this.#bytes <= this.#maxBytes) this.files.push({ path, content: new Uint8Array(readFileSync(full)) })
    } catch (error) {
      this.#leaveOut(path, pathProblem(error, path))
    }
  }

  #leaveOut(path: string, problem: PackageProblem): void {
    this.lost.push(path)
    this.problems.push({ ...problem, effect: 'part' })
  }

  #tooLarge(detail: string): PackageProblem {
    return packageProblem('folder-too-large', { file: this.#root }, { detail })
  }
}
