import type { Clock } from '../clock.ts'

/** A clock whose waiting takes no time: it moves on by what is waited for. */
export function virtualClock(start = Date.UTC(2030, 0, 7, 9)): Clock & { advance(milliseconds: number): void } {
  let now = start
  return {
    now: () => now,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted()
      now += milliseconds
    },
    advance(milliseconds) {
      now += milliseconds
    },
  }
}
