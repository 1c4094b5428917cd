/** What may be spent on an archive and everything nested in it. Sizes in bytes. */
export interface ArchiveLimits {
  /** Entries listed, over all archives opened with the budget. */
  readonly maxEntries: number
  /** Bytes unpacked, over all archives opened with the budget. A second reading of an entry counts again. */
  readonly maxTotalBytes: number
  /** Unpacked size of a single entry. */
  readonly maxEntryBytes: number
  /** Unpacked to packed size of an entry; not judged up to `ratioFloorBytes`. */
  readonly maxRatio: number
  /** Unpacked size up to which any ratio is fine: small files of blanks or zeros shrink far and do no harm. */
  readonly ratioFloorBytes: number
  /** Levels of archives: 1 opens no archive inside another. */
  readonly maxDepth: number
  /** Length of a name as stored. */
  readonly maxNameBytes: number
  /** Folders in a name, and the file itself. */
  readonly maxNameSegments: number
}

const mebibyte = 1024 * 1024

/**
 * Hundreds of times what public solutions and flow packages need (the largest of 34: 46 entries, 0.45 MB, ratio 24) and
 * narrow enough for a small server that takes files from strangers.
 */
export const defaultArchiveLimits: ArchiveLimits = {
  maxEntries: 10_000,
  maxTotalBytes: 256 * mebibyte,
  maxEntryBytes: 64 * mebibyte,
  maxRatio: 200,
  ratioFloorBytes: mebibyte,
  maxDepth: 5,
  maxNameBytes: 1024,
  maxNameSegments: 64,
}

/** One account for an archive and all archives inside it. Make one for each thing that a person hands in. */
export interface ArchiveBudget {
  readonly limits: ArchiveLimits
  /** Spent so far. `bytes` counts all that was unpacked, refused and repeated readings included. */
  readonly used: { readonly entries: number; readonly bytes: number }
  /** Charges entries; false, and nothing charged, if they are more than are left. */
  takeEntries(count: number): boolean
  /** Charges bytes that were unpacked, or are about to be. */
  takeBytes(count: number): void
}

/**
 * A fresh budget; what `limits` leaves out is as in {@link defaultArchiveLimits}.
 * @throws RangeError for a limit that is negative or not a number; `Infinity` is allowed.
 */
export function createBudget(limits: Partial<ArchiveLimits> = {}): ArchiveBudget {
  const merged: ArchiveLimits = { ...defaultArchiveLimits, ...limits }
  for (const [name, value] of Object.entries(merged)) {
    if (typeof value !== 'number' || !(value >= 0)) {
      throw new RangeError(`The archive limit ${name} is ${value}; give a number from 0, or leave it out.`)
    }
  }
  const used = { entries: 0, bytes: 0 }
  return {
    limits: Object.freeze(merged),
    used,
    takeEntries(count) {
      if (used.entries + count > merged.maxEntries) return false
      used.entries += count
      return true
    },
    takeBytes(count) {
      used.bytes += count
    },
  }
}
