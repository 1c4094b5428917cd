import { hostname } from 'node:os'
import type { Clock } from '../clock.ts'
import type { Lease, LeaseArea } from '../target/database-area.ts'
import { TargetFailure } from '../target/target-failure.ts'

const lasts = 15 * 60_000
const renewBefore = 10 * 60_000
const betweenLooks = 10_000

/** How a lease is taken. */
export interface LeaseOptions {
  readonly clock: Clock
  /** Milliseconds; 0 refuses at once. */
  readonly waitFor: number
  readonly signal?: AbortSignal
}

/** A lease that is held. */
export interface HeldLease {
  readonly holder: string
  /** Makes it last longer when it is about to end. @throws TargetFailure when somebody took it over meanwhile. */
  renew(): Promise<void>
  release(): Promise<void>
}

/**
 * Takes the lease of a target, so that applies from two machines do not meet there. It ends by itself, and is taken over
 * from a run that was killed. When it ends is counted in the target's time: the clocks of two machines may differ.
 *
 * @throws TargetFailure `target-busy` when somebody else holds it for longer than `waitFor`.
 */
export async function takeLease(
  area: LeaseArea,
  id: string,
  holder: string,
  options: LeaseOptions,
): Promise<HeldLease> {
  const { clock, waitFor, signal } = options
  const until = clock.now() + waitFor
  const ahead = (await area.now()) - clock.now()
  const now = () => clock.now() + ahead
  const lease = () => ({ id, holder: `${holder} on ${hostname()}`, until: new Date(now() + lasts).toISOString() })
  for (;;) {
    const mine = lease()
    if (await area.take(mine)) return held(area, mine, lease, now)
    const there = await area.read(id)
    const isMine = there?.holder === mine.holder
    if (there !== undefined && (isMine || Date.parse(there.until) <= now())) {
      if (await area.replace(there, mine)) return held(area, mine, lease, now)
      continue
    }
    if (there === undefined) continue
    if (clock.now() >= until) throw busy(there)
    await clock.sleep(betweenLooks, signal)
  }
}

function held(area: LeaseArea, taken: Lease, next: () => Lease, now: () => number): HeldLease {
  let current = taken
  return {
    holder: taken.holder,
    async renew() {
      if (Date.parse(current.until) - now() > renewBefore) return
      const there = await area.read(current.id)
      const renewed = next()
      const isMine = there?.holder === current.holder
      if (!isMine || !(await area.replace(there, renewed))) throw lost(there)
      current = renewed
    },
    async release() {
      // It may be somebody else's by now, who must not lose it through us.
      if ((await area.read(taken.id))?.holder === taken.holder) await area.release(taken.id)
    },
  }
}

function busy({ holder, until }: Lease): TargetFailure {
  return new TargetFailure({
    code: 'target-busy',
    what: `Somebody else is deploying to this target: ${holder}.`,
    why: 'Two applies at once on one target would make things twice.',
    fix: `Wait until it has ended (its note in the target ends at ${until} at the latest), or give --wait.`,
  })
}

function lost(there: Lease | undefined): TargetFailure {
  return new TargetFailure({
    code: 'lease-lost',
    what: `The note in the target that we deploy there ${there === undefined ? 'is gone' : `was taken over by ${there.holder}`}.`,
    why: 'Somebody else may be changing the same things.',
    fix: 'See who it is, and run apply again afterwards; it goes on where it was.',
  })
}
