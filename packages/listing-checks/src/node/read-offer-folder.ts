import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { OfferFile } from '../offer/offer.ts'

/** How much of a folder is read. */
export interface FolderLimits {
  readonly maxFiles: number
  readonly maxFileBytes: number
  readonly maxTotalBytes: number
  readonly maxDepth: number
}

/** Something in a folder that was left out. */
export interface FolderProblem {
  /** Relative to the folder. */
  readonly path: string
  readonly what: string
  readonly fix: string
}

/** The files of a folder, and what was left out of it. */
export interface OfferFolder {
  readonly files: readonly OfferFile[]
  readonly problems: readonly FolderProblem[]
}

const defaultLimits: FolderLimits = {
  maxFiles: 500,
  maxFileBytes: 64 * 1024 * 1024,
  maxTotalBytes: 256 * 1024 * 1024,
  maxDepth: 6,
}

/**
 * Reads an offer's folder. Links are not followed: a folder that somebody sent could otherwise name any file of this
 * machine. Names that begin with a dot are left out. Never throws; what is left out is among the problems.
 */
export function readOfferFolder(folder: string, limits: Partial<FolderLimits> = {}): OfferFolder {
  const reader = new FolderReader(folder, { ...defaultLimits, ...limits })
  reader.readAll()
  return { files: reader.files, problems: reader.problems }
}

class FolderReader {
  readonly files: OfferFile[] = []
  readonly problems: FolderProblem[] = []
  readonly #folder: string
  readonly #limits: FolderLimits
  #bytesLeft: number

  constructor(folder: string, limits: FolderLimits) {
    this.#folder = folder
    this.#limits = limits
    this.#bytesLeft = limits.maxTotalBytes
  }

  readAll(): void {
    this.#list('', 1)
  }

  #list(below: string, depth: number): void {
    for (const entry of this.#entries(below)) {
      const path = below + entry.name
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      if (entry.isDirectory()) {
        if (depth < this.#limits.maxDepth) this.#list(`${path}/`, depth + 1)
        else
          this.#leaveOut(path, `is more than ${this.#limits.maxDepth} folders deep`, 'Put the files nearer to the top.')
      } else if (!entry.isFile()) {
        this.#leaveOut(path, 'is a link, or no ordinary file', 'Put the file itself into the folder.')
      } else if (this.files.length >= this.#limits.maxFiles) {
        this.#leaveOut(
          path,
          `is one of more than ${this.#limits.maxFiles} files`,
          'Keep only the offer’s files in the folder.',
        )
        return
      } else this.#read(path)
    }
  }

  #entries(below: string): readonly Dirent[] {
    try {
      const entries = readdirSync(join(this.#folder, below), { withFileTypes: true })
      return entries.sort((left, right) => (left.name < right.name ? -1 : 1))
    } catch (error) {
      this.#leaveOut(
        below === '' ? '.' : below,
        `cannot be listed (${codeOf(error)})`,
        'Check the path and who may read it.',
      )
      return []
    }
  }

  #read(path: string): void {
    try {
      // Asked again of the open file: it may have been put in place of another since it was listed.
      const handle = openSync(join(this.#folder, path), constants.O_RDONLY | noFollow)
      try {
        const status = fstatSync(handle)
        const most = Math.min(this.#limits.maxFileBytes, this.#bytesLeft)
        if (!status.isFile()) this.#leaveOut(path, 'is no ordinary file', 'Put the file itself into the folder.')
        else if (status.size > most) {
          this.#leaveOut(path, `has ${status.size} bytes, where ${most} can still be read`, 'Make it smaller.')
        } else this.#keep(path, readBytes(handle, status.size))
      } finally {
        closeSync(handle)
      }
    } catch (error) {
      this.#leaveOut(path, `cannot be read (${codeOf(error)})`, 'Check who may read it.')
    }
  }

  #keep(path: string, bytes: Uint8Array): void {
    this.#bytesLeft -= bytes.length
    this.files.push({ path, bytes })
  }

  #leaveOut(path: string, what: string, fix: string): void {
    this.problems.push({ path, what: `"${path}" ${what}, and was left out.`, fix })
  }
}

/** Not known to Windows, where links need rights that files from elsewhere do not bring along. */
const noFollow = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

function readBytes(handle: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let filled = 0
  while (filled < size) {
    const count = readSync(handle, bytes, filled, size - filled, filled)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
