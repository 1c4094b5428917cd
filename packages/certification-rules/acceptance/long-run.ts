/** `SEVENSTEP_LONG=1` looks at every connector of the corpus instead of a sample, and takes an hour or more. */
export const isLongRun = process.env.SEVENSTEP_LONG !== undefined && process.env.SEVENSTEP_LONG !== ''

/** Milliseconds a test over the corpus may take before it counts as hung. */
export const patience = isLongRun ? 6 * 3_600_000 : 300_000

/** About so many of a list, spread over it; all of it in a long run. */
export function sampleOf<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (isLongRun) return items
  const step = Math.max(1, Math.floor(items.length / count))
  return items.filter((_, index) => index % step === 0)
}
