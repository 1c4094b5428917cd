/** `SEVENSTEP_LONG=1` kills, races and tries sequences ten times as often. */
const isLongRun = process.env.SEVENSTEP_LONG !== undefined && process.env.SEVENSTEP_LONG !== ''

/** How often something is tried: so often in the suite, ten times as often in a long run. */
export function times(inSuite: number): number {
  return isLongRun ? inSuite * 10 : inSuite
}

/** Milliseconds a test may take before it counts as hung. */
export const patience = isLongRun ? 3_600_000 : 600_000
