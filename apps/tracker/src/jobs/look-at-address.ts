import { eq } from 'drizzle-orm'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { probes } from '../db/schema/index.ts'
import type { HttpServices } from '../http/environment.ts'
import { execute } from '../verbs/execute.ts'
import { probeAtHand } from '../verbs/probes/probe-at-hand.ts'
import { recordLook } from '../verbs/probes/record-look.ts'
import type { JobHandler } from './run-jobs.ts'

const hour = 3600

/** A programme may have so many times the looks of one of its vendors. */
const vendorsAtOnce = 10

/**
 * Looks at one address and writes down what was seen. Each vendor and each programme has a budget an hour, so that the tracker
 * is of no use for searching other people's networks; what exceeds it waits. The budgets are this process's own.
 */
export function lookAtAddress(services: HttpServices): JobHandler {
  const { database, clock, look, configuration } = services
  const { perHour } = configuration.probes
  const ofIsv = new RateLimiterMemory({ points: perHour, duration: hour, keyPrefix: 'isv' })
  const ofProgramme = new RateLimiterMemory({ points: perHour * vendorsAtOnce, duration: hour, keyPrefix: 'programme' })
  return async ({ payload, organizationId, isvId }) => {
    const { probeId } = payload
    if (probeId === undefined || isvId === null) return
    const place = { organizationId, isvId }
    const scope = { kind: 'isv', ...place } as const
    const at = await database.within(scope, (transaction) => probeAtHand(transaction, probeId))
    if (at === undefined) return
    const wait = (await waitOf(ofIsv, isvId)) ?? (await waitOf(ofProgramme, organizationId))
    if (wait !== undefined) {
      const nextLookAt = new Date(clock.now().getTime() + wait)
      await database.within(scope, (transaction) =>
        transaction.update(probes).set({ nextLookAt }).where(eq(probes.id, probeId)),
      )
      return
    }
    const { address } = at.probe
    const { name: productName, edition } = at.product
    const ending = await look({ address, rule: at.rule, productName, edition })
    await execute(services, recordLook(ending), {
      principal: { kind: 'tracker', name: 'Sevenstep' },
      place,
      input: { probeId },
    })
  }
}

/** Takes one look from a budget; milliseconds until there is one again where it is spent. */
async function waitOf(budget: RateLimiterMemory, key: string): Promise<number | undefined> {
  try {
    await budget.consume(key)
    return undefined
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1000, refused.msBeforeNext)
    throw refused
  }
}
