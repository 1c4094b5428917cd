import { z } from 'zod'
import { evidence } from '../../db/schema/index.ts'
import { stateConflict } from '../../domain/failure.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { evidenceRequestOf } from '../items/item-at-hand.ts'
import { planProbe } from '../probes/plan-probe.ts'
import { updateVersioned } from '../versioned.ts'
import { refuseUnaccepted } from './add-evidence.ts'
import { evidenceAtHand, evidenceFields } from './evidence-at-hand.ts'
import { evidenceContent, nameOfContent, storedContentOf, writeVersion } from './evidence-content.ts'
import { overtakeReview } from './overtake-review.ts'

/**
 * Adds a version to a piece of evidence; earlier versions stay as they are. The same content again changes nothing. From
 * then on only the new version counts: what was accepted has to be accepted again.
 */
export const addEvidenceVersion = defineVerb({
  name: 'evidence.add-version',
  where: 'isv',
  allowed: ['evidence.write'],
  input: z.object({ ...evidenceFields, content: evidenceContent, submit: z.boolean() }),
  async run(context, input) {
    const { item, words, piece, latest } = await evidenceAtHand(context.transaction, input)
    refuseUnaccepted(evidenceRequestOf(item), input.content.kind)
    if (piece.state === 'withdrawn' || piece.state === 'superseded') throw over()
    const stored = storedContentOf(input.content)
    // What has run out may be shown again as it is: that it still holds is then said anew.
    const isOut = piece.state === 'expired' || (piece.validUntil !== null && piece.validUntil <= context.now)
    if (stored.hash === latest.hash && !isOut) {
      return unchanged({ evidenceId: piece.id, number: latest.number, isNew: false })
    }
    const number = latest.number + 1
    await writeVersion(context, { evidenceId: piece.id, number }, input.content, stored)
    await updateVersioned(
      context.transaction,
      evidence,
      { id: piece.id, version: input.version },
      {
        state: input.submit ? 'submitted' : 'draft',
        current: number,
        validUntil: null,
        acceptedHash: null,
        updatedAt: context.now,
      },
    )
    await overtakeReview(context, input.productId, item.id)
    const handedIn = { productId: input.productId, item, evidenceId: piece.id, number, link: stored.link }
    const jobs = input.submit ? await planProbe(context, handedIn) : []
    const name = nameOfContent(stored)
    return changed(
      { evidenceId: piece.id, number, isNew: true },
      {
        action: input.submit ? 'evidence.version-submitted' : 'evidence.version-added',
        subjectType: 'evidence',
        subjectId: piece.id,
        sentence: input.submit
          ? {
              en: `handed in ${name.en} as version ${number} of evidence for ${words.en}`,
              nl: `diende ${name.nl} in als versie ${number} van bewijs voor ${words.nl}`,
            }
          : {
              en: `kept ${name.en} as a draft of version ${number} of evidence for ${words.en}`,
              nl: `bewaarde ${name.nl} als concept van versie ${number} van bewijs voor ${words.nl}`,
            },
        detail: {
          productId: input.productId,
          itemId: item.id,
          kind: stored.kind,
          number,
          hash: stored.hash,
          before: { state: piece.state, number: latest.number, hash: latest.hash },
        },
      },
      { touched: [{ productId: input.productId, items: [item.id] }], jobs },
    )
  },
})

function over() {
  return stateConflict(
    { en: 'This piece of evidence is no longer in use.', nl: 'Dit bewijsstuk is niet meer in gebruik.' },
    { en: 'Hand in a new piece instead.', nl: 'Dien in plaats daarvan een nieuw stuk in.' },
  )
}
