import type { Instant } from '@sevenstep/onboarding'

/** Where the present comes from; tests and the seed give their own. */
export interface Clock {
  readonly now: () => Date
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() }

/** The present as an ISO 8601 moment in UTC. */
export function instantOf(clock: Clock): Instant {
  return clock.now().toISOString()
}
