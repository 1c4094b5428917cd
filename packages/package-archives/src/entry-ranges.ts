/** The bytes an entry takes, header included. `described` entries may have 12 to 24 bytes after `end`. */
export interface EntryRange {
  readonly start: number
  readonly end: number
  readonly described: boolean
}

export interface RangeReport {
  /** Index of each range that shares bytes with another, and the index of one it shares them with. */
  readonly overlaps: ReadonlyMap<number, number>
  /** Bytes before the limit that no range covers, in order. */
  readonly gaps: readonly { readonly start: number; readonly end: number }[]
}

/** Sizes and checksum after the data: 12 bytes, 20 in ZIP64, each with or without a signature of 4. */
const descriptorSizes: ReadonlySet<number> = new Set([12, 16, 20, 24])

/** Finds what ranges share and what they leave out, in the bytes up to `limit`. */
export function examineRanges(ranges: readonly EntryRange[], limit: number): RangeReport {
  const overlaps = new Map<number, number>()
  const gaps: { start: number; end: number }[] = []
  const order = ranges
    .map((range, index) => ({ range, index }))
    .sort((left, right) => left.range.start - right.range.start)
  let furthest: { readonly range: EntryRange; readonly index: number } | undefined
  for (const current of order) {
    const from = furthest?.range.end ?? 0
    if (furthest && current.range.start < from) {
      overlaps.set(current.index, furthest.index)
      if (!overlaps.has(furthest.index)) overlaps.set(furthest.index, current.index)
    } else if (!isFilled(from, current.range.start, furthest?.range)) {
      gaps.push({ start: from, end: current.range.start })
    }
    if (current.range.end >= from) furthest = current
  }
  const last = furthest?.range.end ?? 0
  if (last < limit && !isFilled(last, limit, furthest?.range)) gaps.push({ start: last, end: limit })
  return { overlaps, gaps }
}

function isFilled(from: number, to: number, before: EntryRange | undefined): boolean {
  return from === to || (before?.described === true && descriptorSizes.has(to - from))
}
