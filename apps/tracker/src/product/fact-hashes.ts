import { createHash } from 'node:crypto'
import type { ItemId, ItemRecord } from '@sevenstep/onboarding'
import canonicalize from 'canonicalize'
import { and, eq, inArray } from 'drizzle-orm'
import { evidence, evidenceVersions } from '../db/schema/index.ts'
import type { Transaction } from '../db/scope.ts'

/**
 * For each item named a hash of the facts a reviewer judges: what the checks found and the exact bytes handed in, without
 * what reviewers said of it. It stays the same for as long as there is nothing new to look at.
 *
 * @returns SHA-256 of canonical JSON, in hexadecimal, by item
 */
export async function readFactHashes(
  transaction: Transaction,
  productId: string,
  itemIds: readonly ItemId[],
  records: Readonly<Record<ItemId, ItemRecord>>,
): Promise<Readonly<Record<ItemId, string>>> {
  const evidenceIds = itemIds.flatMap((id) => records[id]?.evidence?.id ?? [])
  const handedIn =
    evidenceIds.length === 0
      ? []
      : await transaction
          .select({ id: evidence.id, hash: evidenceVersions.hash })
          .from(evidence)
          .innerJoin(
            evidenceVersions,
            and(eq(evidenceVersions.evidenceId, evidence.id), eq(evidenceVersions.number, evidence.current)),
          )
          .where(and(eq(evidence.productId, productId), inArray(evidence.id, evidenceIds)))
  const hashes = new Map(handedIn.map(({ id, hash }) => [id, hash]))
  return Object.fromEntries(
    itemIds.map((id) => {
      const record = records[id]
      const evidenceId = record?.evidence?.id
      const facts = {
        families: record?.verification?.families ?? {},
        evidence: evidenceId === undefined ? null : { id: evidenceId, hash: hashes.get(evidenceId) ?? null },
      }
      return [
        id,
        createHash('sha256')
          .update(canonicalize(facts) ?? '')
          .digest('hex'),
      ]
    }),
  )
}
