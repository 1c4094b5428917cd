import type { AddressFacts } from '@sevenstep/onboarding'
import type { probes } from '../db/schema/index.ts'
import type { LookEnding } from './look.ts'

type ProbeRow = typeof probes.$inferSelect

/** What a look changes of a probe. */
export type Folded = Pick<ProbeRow, 'seen' | 'doubt' | 'unseen' | 'troubles' | 'lookedAt' | 'nextLookAt'>

const minute = 60_000
const day = 24 * 60 * minute

/**
 * What is known of an address after a look. A look that saw nothing leaves what was known. A failure that may pass by itself
 * does so too where all was well before and nobody asked: it counts once the next look sees one as well.
 *
 * @param spread between 0 and 1, so that not all addresses are looked at together
 */
export function foldLook(before: ProbeRow, ending: LookEnding, now: Date, spread: number): Folded {
  const known = { seen: before.seen, doubt: before.doubt, lookedAt: now }
  if (ending.kind === 'unseen') {
    const troubles = before.troubles + 1
    const unseen = { at: now.toISOString(), obstacle: ending.obstacle }
    return { ...known, unseen, troubles, nextLookAt: nextAfter(now, troubles, spread) }
  }
  const { facts } = ending
  const isFailure = facts.failure !== undefined || (facts.status ?? 0) >= 400
  const troubles = isFailure ? before.troubles + 1 : 0
  const nextLookAt = nextAfter(now, troubles, spread)
  const isDoubtful = mayPass(facts) && wasWell(before) && before.doubt === null && before.askedBy === 'tracker'
  return isDoubtful
    ? { seen: before.seen, doubt: facts, unseen: null, troubles, lookedAt: now, nextLookAt }
    : { seen: facts, doubt: null, unseen: null, troubles, lookedAt: now, nextLookAt }
}

/** A day later, or sooner after trouble: a quarter of an hour at first, doubled each time; a quarter more or less. */
function nextAfter(now: Date, troubles: number, spread: number): Date {
  const pause = troubles === 0 ? day : Math.min(15 * minute * 2 ** (troubles - 1), day)
  return new Date(now.getTime() + Math.round(pause * (0.75 + spread / 2)))
}

/** Failures of a moment: a server that restarts, a line that is down. */
function mayPass({ failure, status = 0 }: AddressFacts): boolean {
  return failure === 'timed-out' || failure === 'connection-failed' || failure === 'name-unresolved' || status >= 500
}

function wasWell({ seen }: ProbeRow): boolean {
  return seen !== null && seen.failure === undefined && (seen.status ?? 0) < 400
}
