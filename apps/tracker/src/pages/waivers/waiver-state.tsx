import type { WaiverEntry } from '../../reads/waivers/read-waivers.ts'
import type { Texts } from '../../texts/index.ts'
import { type State, StatePill } from '../components/pill.tsx'

/** A waiver's state as people see it: one taken back before a decision is not one that was revoked. */
type WaiverState = WaiverEntry['waiver']['state'] | 'withdrawn'

const looks: Readonly<Record<WaiverState, State>> = {
  requested: 'in-review',
  approved: 'waived',
  denied: 'failing',
  revoked: 'not-needed',
  withdrawn: 'not-needed',
  expired: 'expired',
}

/** Settles it by the facts; out of time counts from the moment itself. */
export function waiverStateOf({ waiver, left }: Pick<WaiverEntry, 'waiver' | 'left'>): WaiverState {
  if (waiver.state === 'revoked' && waiver.decidedBy === null) return 'withdrawn'
  return waiver.state === 'approved' && left !== undefined && left <= 0 ? 'expired' : waiver.state
}

/** Where a waiver stands. */
export function WaiverPill({ state, texts }: { readonly state: WaiverState; readonly texts: Texts }) {
  return <StatePill state={looks[state]}>{texts.waivers.states[state]}</StatePill>
}

/** The last day of a waiver; the moment it ends is the beginning of the next. */
export function lastDayOf(expiresAt: Date): string {
  return new Date(expiresAt.getTime() - 1).toISOString()
}
