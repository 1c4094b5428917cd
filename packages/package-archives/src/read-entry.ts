import type { ArchiveBudget } from './archive-budget.ts'
import { type ArchiveProblem, archiveProblem, type ProblemPlace } from './archive-problem.ts'
import { crc32 } from './crc32.ts'
import type { DirectoryRecord } from './directory-record.ts'
import { byteCount } from './end-record.ts'
import { highestRatio, inflateWithin } from './inflate-within.ts'

/** The content of an entry, or why there is none. */
export type EntryReading =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: ArchiveProblem }

/** Unpacks an entry whose `data` were found sound on the outside, charging the budget for what comes out. */
export function readEntry(
  data: Uint8Array,
  record: DirectoryRecord,
  budget: ArchiveBudget,
  place: ProblemPlace,
): EntryReading {
  const left = budget.limits.maxTotalBytes - budget.used.bytes
  if (record.size > left) {
    const detail = `it needs ${byteCount(record.size)}, and ${Math.max(0, left)} of ${budget.limits.maxTotalBytes} are left`
    return { ok: false, problem: archiveProblem('budget-spent', { ...place, detail }) }
  }
  const unpacked = unpack(data, record, budget, place)
  if (!(unpacked instanceof Uint8Array)) return { ok: false, problem: unpacked }
  const checksum = crc32(unpacked)
  if (checksum !== record.checksum) {
    const detail = `it is ${hexadecimal(checksum)} instead of ${hexadecimal(record.checksum)}`
    return { ok: false, problem: archiveProblem('checksum-mismatch', { ...place, detail }) }
  }
  return { ok: true, bytes: unpacked }
}

function unpack(
  data: Uint8Array,
  record: DirectoryRecord,
  budget: ArchiveBudget,
  place: ProblemPlace,
): Uint8Array | ArchiveProblem {
  try {
    if (record.method !== 0) return inflate(data, record, budget, place)
    budget.takeBytes(data.length)
    return data.slice()
  } catch {
    // Only under limits set so wide that the machine is the narrower one: nothing else throws in there.
    return archiveProblem('entry-too-large', { ...place, detail: `no memory for ${byteCount(record.size)}` })
  }
}

function inflate(
  data: Uint8Array,
  record: DirectoryRecord,
  budget: ArchiveBudget,
  place: ProblemPlace,
): Uint8Array | ArchiveProblem {
  if (record.size > data.length * highestRatio) {
    const detail = `it declares ${record.size}, more than ${byteCount(data.length)} of packed data can hold`
    return archiveProblem('size-mismatch', { ...place, detail })
  }
  const ceiling = Math.min(budget.limits.maxEntryBytes, budget.limits.maxTotalBytes - budget.used.bytes)
  const { outcome, bytes, produced } = inflateWithin(data, record.size, ceiling)
  budget.takeBytes(produced)
  if (outcome === 'complete') return bytes
  if (outcome === 'damaged') {
    return archiveProblem('data-broken', { ...place, detail: `it fails after ${byteCount(produced)}` })
  }
  const found = outcome === 'larger' ? `more than ${byteCount(record.size)}` : byteCount(produced)
  return archiveProblem('size-mismatch', { ...place, detail: `it declares ${record.size} and holds ${found}` })
}

function hexadecimal(checksum: number): string {
  return checksum.toString(16).padStart(8, '0')
}
