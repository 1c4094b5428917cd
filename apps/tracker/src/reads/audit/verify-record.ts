import { and, eq, inArray } from 'drizzle-orm'
import { type ChainVerdict, verifyChains } from '../../audit/verify-chains.ts'
import { auditEvents, isvs } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Place } from '../../domain/principal.ts'
import { scopeOfPlace } from '../members/read-members.ts'

/** A chain that does not hold, with what stands where it breaks. */
export interface BrokenChain {
  /** Name of the ISV; absent for the programme's own chain, and for an ISV that is gone. */
  readonly isvName?: string
  readonly chain: string
  readonly soundBefore: number
  readonly sequence: number
  readonly reason: NonNullable<ChainVerdict['broken']>['reason']
  /** When that event says it happened; absent where there is none in its place. */
  readonly at?: string
}

/** What came of working out every hash again. */
export interface RecordVerdict {
  readonly verifiedAt: string
  readonly events: number
  readonly chains: number
  readonly broken: readonly BrokenChain[]
}

/** Verifies every chain that a place's record has: an ISV's own, or all of the programme. */
export async function verifyRecord(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  place: Place,
): Promise<RecordVerdict> {
  const scope = scopeOfPlace(place)
  const verdicts = await verifyChains(database, scope)
  return database.within(scope, async (transaction) => {
    const broken: BrokenChain[] = []
    for (const { chain, events, broken: found } of verdicts) {
      if (found === undefined) continue
      const [event] = await transaction
        .select({ at: auditEvents.at })
        .from(auditEvents)
        .where(and(eq(auditEvents.chain, chain), eq(auditEvents.sequence, found.sequence)))
      broken.push({ chain, soundBefore: events, ...found, ...(event !== undefined && { at: event.at.toISOString() }) })
    }
    const ids = broken.flatMap(({ chain }) => (chain.startsWith('isv:') ? [chain.slice('isv:'.length)] : []))
    const names = ids.length === 0 ? [] : await transaction.select().from(isvs).where(inArray(isvs.id, ids))
    return {
      verifiedAt: clock.now().toISOString(),
      events: verdicts.reduce((sum, { events }) => sum + events, 0),
      chains: verdicts.length,
      broken: broken.map((one) => {
        const isvName = names.find(({ id }) => one.chain === `isv:${id}`)?.name
        return { ...one, ...(isvName !== undefined && { isvName }) }
      }),
    }
  })
}
