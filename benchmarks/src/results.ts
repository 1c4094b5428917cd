/** Median and quartiles. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** One measured figure. */
export interface Figure {
  readonly what: string
  /** What the figure is a multiple of, or its unit. */
  readonly unit: string
  readonly value: Spread
  /** What was asked for, in the same unit. */
  readonly goal?: number
  /** Rules that could run, and findings they made. */
  readonly rules?: number
  readonly findings?: number
  readonly note?: string
}

/** The figures of one part, with the conditions they were taken under. */
export interface Part {
  readonly date: string
  readonly node: string
  readonly machine: string
  /** Mean number of processes that wanted to run, over the last minute: before and after. */
  readonly load: { readonly before: number; readonly after: number }
  readonly rounds: number
  /** Connectors of the corpus; absent where none is read. */
  readonly connectors?: number
  readonly figures: readonly Figure[]
}

/** Names of the parts, in the order they are shown. */
export const partNames = [
  'corpus',
  'texts',
  'memory',
  'cold',
  'peers',
  'tracker',
  'cloud',
  'packages',
  'licences',
] as const
export type PartName = (typeof partNames)[number]

/** Everything that was measured last, part by part. */
export type Results = Readonly<Partial<Record<PartName, Part>>>
