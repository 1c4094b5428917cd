import { type ItemId, itemById } from '@sevenstep/onboarding'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { evidence, evidenceVersions } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import type { IsvContext } from '../define-verb.ts'
import { validUntilFor } from '../evidence/valid-until.ts'
import { updateVersioned } from '../versioned.ts'
import type { SettledWord } from './words-given.ts'

/** A piece of evidence with the bytes that count and everybody who brought a version of it. */
export interface ReviewedPiece {
  readonly piece: typeof evidence.$inferSelect
  /** Of the version that counts. */
  readonly hash: string
  readonly uploaders: ReadonlySet<string>
}

/** Whether an approval rests on the piece; drafts, and what was refused or taken back, are before nobody. */
export function isJudged({ state }: Pick<typeof evidence.$inferSelect, 'state'>): boolean {
  return state === 'submitted' || state === 'accepted'
}

/** All evidence for the items, oldest first. */
export async function readPieces(
  transaction: Transaction,
  productId: string,
  items: readonly ItemId[],
): Promise<readonly ReviewedPiece[]> {
  const rows = await transaction
    .select({
      piece: evidence,
      number: evidenceVersions.number,
      hash: evidenceVersions.hash,
      uploadedBy: evidenceVersions.uploadedBy,
    })
    .from(evidence)
    .innerJoin(evidenceVersions, eq(evidenceVersions.evidenceId, evidence.id))
    .where(and(eq(evidence.productId, productId), inArray(evidence.itemId, [...items])))
    .orderBy(asc(evidence.createdAt), asc(evidence.id), asc(evidenceVersions.number))
  const pieces = new Map<string, { piece: ReviewedPiece['piece']; hash: string; uploaders: Set<string> }>()
  for (const { piece, number, hash, uploadedBy } of rows) {
    const known = pieces.get(piece.id) ?? { piece, hash, uploaders: new Set([piece.createdBy]) }
    known.uploaders.add(uploadedBy)
    if (number === piece.current) known.hash = hash
    pieces.set(piece.id, known)
  }
  return [...pieces.values()]
}

/**
 * Brings what was handed in into line with the words given: accepted by its exact bytes and for as long as it counts, or
 * not accepted. Where changes are asked for it stays handed in, so that the ISV may add to it.
 *
 * @returns for the record: the pieces that moved
 */
export async function followDecision(
  { transaction, now }: IsvContext,
  words: readonly SettledWord[],
  pieces: readonly ReviewedPiece[],
): Promise<readonly { readonly id: string; readonly state: string; readonly hash: string }[]> {
  const moved: { id: string; state: string; hash: string }[] = []
  for (const { itemId, decision } of words) {
    const item = itemById(itemId)
    if (item === undefined || decision === 'changes-requested') continue
    for (const { piece, hash } of pieces) {
      if (piece.itemId !== itemId || piece.state !== 'submitted') continue
      const state = decision === 'approved' ? 'accepted' : 'rejected'
      await updateVersioned(transaction, evidence, piece, {
        state,
        updatedAt: now,
        ...(decision === 'approved' && { acceptedHash: hash, validUntil: validUntilFor(item, now) ?? null }),
      })
      moved.push({ id: piece.id, state, hash })
    }
  }
  return moved
}
