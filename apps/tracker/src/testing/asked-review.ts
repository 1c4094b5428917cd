import { createHash } from 'node:crypto'
import type { ItemId } from '@sevenstep/onboarding'
import { evidence, evidenceVersions, reviewRequests } from '../db/schema/index.ts'
import { newId } from '../domain/ids.ts'
import { readFactHashes } from '../product/fact-hashes.ts'
import { readProductInput } from '../product/product-input.ts'
import { refreshProduct } from '../product/refresh-product.ts'
import type { TestIsv, TestTracker } from './tracker.ts'

/** A request for a review as a test wants it. */
export interface AskedReview {
  readonly reviewId: string
  readonly items: readonly ItemId[]
  /** By item. */
  readonly evidenceIds: Readonly<Record<ItemId, string>>
}

/** Items of step 2 that are proved by what is handed in. */
export const judgedItems: readonly ItemId[] = ['2.manifest-readable', '2.application-id']

/**
 * Hands in evidence for items of step 2 and asks for a review of them, without the rest of the step, so that a test need
 * not prove it first.
 *
 * @param by who asked and who brought the evidence; the ISV's administrator unless given
 */
export async function askReview(
  { services, time }: TestTracker,
  isv: TestIsv,
  organizationId: string,
  by: { readonly requestedBy?: string; readonly uploadedBy?: string } = {},
): Promise<AskedReview> {
  const { isvId, productId, admin } = isv
  const tenant = { isvId, organizationId }
  const uploadedBy = by.uploadedBy ?? admin.principal.userId
  const reviewId = newId('rev')
  const evidenceIds: Record<ItemId, string> = {}
  const { now } = time
  await services.database.within({ kind: 'isv', ...tenant }, async (transaction) => {
    for (const itemId of judgedItems) {
      const id = newId('evd')
      const statement = `The manifest of ${itemId}, handed in as ${id}.`
      evidenceIds[itemId] = id
      await transaction.insert(evidence).values({
        id,
        ...tenant,
        productId,
        itemId,
        state: 'submitted',
        current: 1,
        createdBy: uploadedBy,
        createdAt: now,
        updatedAt: now,
      })
      await transaction.insert(evidenceVersions).values({
        id: newId('evv'),
        ...tenant,
        evidenceId: id,
        number: 1,
        kind: 'statement',
        statement,
        hash: createHash('sha256').update(statement).digest('hex'),
        uploadedBy,
        uploadedAt: now,
      })
    }
    await refreshProduct({ transaction, now, newId }, { productId, items: judgedItems })
    const { input } = await readProductInput(transaction, productId, now)
    await transaction.insert(reviewRequests).values({
      id: reviewId,
      ...tenant,
      productId,
      step: 2,
      state: 'open',
      requestedBy: by.requestedBy ?? admin.principal.userId,
      requestedAt: now,
      snapshot: await readFactHashes(transaction, productId, judgedItems, input.records),
    })
    await refreshProduct({ transaction, now, newId }, { productId, items: judgedItems })
  })
  return { reviewId, items: judgedItems, evidenceIds }
}
