import { vi } from 'vitest'

/** Tries until it no longer throws, and gives what it gave. Ended only by the test's own limit: that something is slow proves nothing. */
export function eventually<Result>(attempt: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(attempt, { timeout: 600_000, interval: 25 })
}
