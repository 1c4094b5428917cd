import type { BallEntry } from '../product-state.ts'
import type { Instant } from '../vocabulary.ts'

/** Milliseconds by who had the ball. */
export type TimeByBall = Readonly<Record<'isv' | 'us' | 'microsoft' | 'paused', number>>

/**
 * Splits the time since the stage began by who had the ball. The log is in order of time; its last entry lasts until
 * `now`. Time in which nobody had to act belongs to nobody.
 */
export function timeInStage(log: readonly BallEntry[], now: Instant): TimeByBall {
  const time = { isv: 0, us: 0, microsoft: 0, paused: 0 }
  const end = Date.parse(now)
  log.forEach((entry, index) => {
    const next = log[index + 1]
    const until = Math.min(end, next === undefined ? end : Date.parse(next.since))
    const spent = Math.max(0, until - Date.parse(entry.since))
    if (entry.ball !== 'nobody') time[entry.ball] += spent
  })
  return time
}
