import { z } from 'zod'
import { evidence } from '../../db/schema/index.ts'
import { stateConflict } from '../../domain/failure.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { planProbe } from '../probes/plan-probe.ts'
import { updateVersioned } from '../versioned.ts'
import { evidenceAtHand, evidenceFields } from './evidence-at-hand.ts'
import { nameOfContent } from './evidence-content.ts'
import { overtakeReview } from './overtake-review.ts'

/** Hands in a draft, so that a reviewer may decide on it. */
export const submitEvidence = defineVerb({
  name: 'evidence.submit',
  where: 'isv',
  allowed: ['evidence.write'],
  input: z.object(evidenceFields),
  async run(context, input) {
    const { item, words, piece, latest } = await evidenceAtHand(context.transaction, input)
    if (piece.state === 'submitted') return unchanged({ evidenceId: piece.id })
    if (piece.state !== 'draft') throw noDraft()
    await updateVersioned(
      context.transaction,
      evidence,
      { id: piece.id, version: input.version },
      {
        state: 'submitted',
        updatedAt: context.now,
      },
    )
    await overtakeReview(context, input.productId, item.id)
    const { number, link } = latest
    const jobs = await planProbe(context, { productId: input.productId, item, evidenceId: piece.id, number, link })
    const name = nameOfContent(latest)
    return changed(
      { evidenceId: piece.id },
      {
        action: 'evidence.submitted',
        subjectType: 'evidence',
        subjectId: piece.id,
        sentence: { en: `handed in ${name.en} for ${words.en}`, nl: `diende ${name.nl} in voor ${words.nl}` },
        detail: { productId: input.productId, itemId: item.id, number: latest.number, hash: latest.hash },
      },
      { touched: [{ productId: input.productId, items: [item.id] }], jobs },
    )
  },
})

function noDraft() {
  return stateConflict(
    { en: 'Only a draft can be handed in.', nl: 'Alleen een concept kan worden ingediend.' },
    { en: 'Add a new version, or a new piece of evidence.', nl: 'Voeg een nieuwe versie of een nieuw bewijsstuk toe.' },
  )
}
