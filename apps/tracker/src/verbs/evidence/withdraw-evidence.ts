import { z } from 'zod'
import { evidence } from '../../db/schema/index.ts'
import { stateConflict } from '../../domain/failure.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { evidenceAtHand, evidenceFields } from './evidence-at-hand.ts'
import { nameOfContent } from './evidence-content.ts'
import { overtakeReview } from './overtake-review.ts'

/** Takes a piece of evidence back. It stays on record with all its versions, and no longer counts. */
export const withdrawEvidence = defineVerb({
  name: 'evidence.withdraw',
  where: 'isv',
  allowed: ['evidence.write'],
  input: z.object(evidenceFields),
  async run(context, input) {
    const { item, words, piece, latest } = await evidenceAtHand(context.transaction, input)
    if (piece.state === 'withdrawn') return unchanged({ evidenceId: piece.id })
    if (piece.state === 'superseded') throw replaced()
    await updateVersioned(
      context.transaction,
      evidence,
      { id: piece.id, version: input.version },
      {
        state: 'withdrawn',
        validUntil: null,
        updatedAt: context.now,
      },
    )
    // A draft was never before a reviewer, so nobody's word rests on it.
    if (piece.state !== 'draft') await overtakeReview(context, input.productId, item.id)
    const name = nameOfContent(latest)
    return changed(
      { evidenceId: piece.id },
      {
        action: 'evidence.withdrawn',
        subjectType: 'evidence',
        subjectId: piece.id,
        sentence: { en: `took back ${name.en} from ${words.en}`, nl: `trok ${name.nl} in bij ${words.nl}` },
        detail: { productId: input.productId, itemId: item.id, before: piece.state, hash: latest.hash },
      },
      { touched: [{ productId: input.productId, items: [item.id] }] },
    )
  },
})

function replaced() {
  return stateConflict(
    { en: 'This piece was replaced by a newer one.', nl: 'Dit stuk is door een nieuwer vervangen.' },
    { en: 'Withdraw the newer one instead.', nl: 'Trek in plaats daarvan het nieuwere in.' },
  )
}
