import type { Text } from '@sevenstep/onboarding'
import type { isvs } from '../../db/schema/index.ts'

/** The state of an ISV. */
export type IsvState = typeof isvs.$inferSelect.state

/** A way from one state of an ISV to another. */
export interface IsvMove {
  readonly from: readonly IsvState[]
  readonly to: IsvState
  /** Asks for a reason and for the day on which to look again. */
  readonly needsReview: boolean
  /** Only where no product is still on its way. */
  readonly needsFinishedProducts: boolean
  /** For the record, before the name of the ISV. */
  readonly verb: Text
}

const plain = { needsReview: false, needsFinishedProducts: false }

/** Every way an ISV can go. What is archived can only be read, until it is brought back. */
export const isvMoves = {
  activate: { ...plain, from: ['invited'], to: 'active', verb: { en: 'started', nl: 'startte' } },
  pause: { ...plain, from: ['active'], to: 'paused', needsReview: true, verb: { en: 'paused', nl: 'pauzeerde' } },
  resume: { ...plain, from: ['paused'], to: 'active', verb: { en: 'resumed', nl: 'hervatte' } },
  complete: {
    ...plain,
    from: ['active', 'paused'],
    to: 'completed',
    needsFinishedProducts: true,
    verb: { en: 'completed', nl: 'rondde af:' },
  },
  reopen: { ...plain, from: ['completed'], to: 'active', verb: { en: 'reopened', nl: 'heropende' } },
  archive: {
    ...plain,
    from: ['invited', 'active', 'paused', 'completed'],
    to: 'archived',
    verb: { en: 'archived', nl: 'archiveerde' },
  },
  restore: { ...plain, from: ['archived'], to: 'active', verb: { en: 'brought back', nl: 'haalde terug:' } },
} as const satisfies Record<string, IsvMove>

/** The name of a move. */
export type IsvMoveName = keyof typeof isvMoves

/** The moves in the order in which they are offered. */
export const isvMoveNames = [
  'activate',
  'pause',
  'resume',
  'complete',
  'reopen',
  'archive',
  'restore',
] as const satisfies IsvMoveName[]

/** The moves that lead out of a state. */
export function movesFrom(state: IsvState): readonly IsvMoveName[] {
  return isvMoveNames.filter((name) => isvMoves[name].from.some((from) => from === state))
}
