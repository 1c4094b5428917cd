import { verifyChains } from '../src/audit/verify-chains.ts'
import { auditEvents, comments, evidence, evidenceVersions, idempotencyRecords } from '../src/db/schema/index.ts'
import type { Database } from '../src/db/scope.ts'
import { compareProduct } from '../src/product/rebuild-product.ts'

/** Where something is looked at. */
export interface Spot {
  readonly organizationId: string
  readonly isvId: string
  readonly productId: string
}

/**
 * Everything that must hold of a product at any moment, as a list of what does not: derived state equals its sources,
 * the record is unbroken, and what was handed in or said stands with exactly one event, and no event without it.
 */
export async function faultsOf(database: Database, { organizationId, isvId, productId }: Spot): Promise<string[]> {
  const scope = { kind: 'isv', organizationId, isvId, internal: true } as const
  const chains = await verifyChains(database, scope)
  return database.within(scope, async (transaction) => {
    const faults: string[] = []
    for (const { place, stored, expected } of await compareProduct(transaction, productId)) {
      faults.push(`${place}: ${JSON.stringify(stored)} is stored, ${JSON.stringify(expected)} follows`)
    }
    for (const { chain, broken } of chains) {
      if (broken !== undefined) faults.push(`${chain} is broken at ${broken.sequence}: ${broken.reason}`)
    }
    const events = await transaction.select().from(auditEvents)
    const begun = events
      .filter(({ action }) => ['evidence.submitted', 'evidence.added', 'comment.written'].includes(action))
      .filter(({ detail }) => detail.number === undefined || detail.number === 1)
      .map(({ subjectId }) => subjectId)
    const pieces = await transaction.select({ id: evidence.id }).from(evidence)
    const versions = await transaction.select({ id: evidenceVersions.evidenceId }).from(evidenceVersions)
    const said = await transaction.select({ id: comments.id }).from(comments)
    const made = [...pieces, ...said].map(({ id }) => id)
    for (const id of made) if (!begun.includes(id)) faults.push(`${id} has no event`)
    for (const id of begun) if (!made.includes(id)) faults.push(`an event tells of ${id}, which is not there`)
    for (const { id } of pieces) if (!versions.some((version) => version.id === id)) faults.push(`${id} has no version`)
    const keys = await transaction.select().from(idempotencyRecords)
    for (const { key, result } of keys) if (result === null) faults.push(`the key ${key} was taken for nothing`)
    return faults
  })
}
