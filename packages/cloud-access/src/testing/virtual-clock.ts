import type { Clock } from '../pipeline/clock.ts'

/** Time that passes only when everybody waits for it. */
export interface VirtualClock extends Clock {
  /** Lets time pass without anybody waiting. */
  advance(milliseconds: number): void
}

interface Sleeper {
  readonly at: number
  readonly order: number
  readonly wake: () => void
}

/**
 * A clock for tests, rehearsals and benchmarks: whoever sleeps is woken as soon as nothing else is left to do, and the
 * clock then shows the time until which they wanted to sleep.
 *
 * @param startsAt milliseconds since 1970.
 */
export function createVirtualClock(startsAt: number = Date.UTC(2026, 0, 1)): VirtualClock {
  let now = startsAt
  let order = 0
  let isScheduled = false
  const sleepers: Sleeper[] = []

  function schedule(): void {
    if (isScheduled) return
    isScheduled = true
    // After everything that is ready has run.
    setImmediate(() => {
      isScheduled = false
      const next = sleepers.shift()
      if (next === undefined) return
      now = Math.max(now, next.at)
      next.wake()
      schedule()
    })
  }

  return {
    now: () => now,
    advance(milliseconds) {
      now += milliseconds
    },
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason)
          return
        }
        const aborted = (): void => {
          const at = sleepers.indexOf(sleeper)
          if (at !== -1) sleepers.splice(at, 1)
          reject(signal?.reason)
        }
        const sleeper: Sleeper = {
          at: now + Math.max(0, milliseconds),
          order: order++,
          wake: () => {
            signal?.removeEventListener('abort', aborted)
            resolve()
          },
        }
        signal?.addEventListener('abort', aborted, { once: true })
        insert(sleepers, sleeper)
        schedule()
      }),
  }
}

/** Keeps them by time, and those of the same time in the order in which they came. */
function insert(sleepers: Sleeper[], sleeper: Sleeper): void {
  let low = 0
  let high = sleepers.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = sleepers[middle]
    if (other !== undefined && (other.at < sleeper.at || (other.at === sleeper.at && other.order < sleeper.order)))
      low = middle + 1
    else high = middle
  }
  sleepers.splice(low, 0, sleeper)
}
