import { deriveProduct, type ItemId } from '@sevenstep/onboarding'
import { z } from 'zod'
import { reviewDecisions, reviewRequests } from '../../db/schema/index.ts'
import { Failure } from '../../domain/failure.ts'
import { readFactHashes } from '../../product/fact-hashes.ts'
import { readProductInput } from '../../product/product-input.ts'
import { changed, defineVerb, type IsvContext } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { refuseUnapprovable } from './approval-rules.ts'
import { demandClaim } from './claim-rules.ts'
import { refuseOwnIsv } from './refuse-own-isv.ts'
import { type ReviewAtHand, reviewAtHand, reviewEntry } from './review-at-hand.ts'
import { followDecision, readPieces } from './reviewed-evidence.ts'
import { type SettledWord, settleWords, wholeDecision, wordsGiven } from './words-given.ts'

/**
 * Decides a review: a word on each item and on the whole. Evidence follows: what is approved is accepted by its exact
 * bytes, what is rejected is not. What changed since the reviewer looked is never decided on unseen.
 */
export const decideReview = defineVerb({
  name: 'review.decide',
  where: 'isv',
  allowed: ['review.decide'],
  input: z.strictObject({ ...wordsGiven, decision: wholeDecision }),
  async run(context, input) {
    const { transaction, now } = context
    const at = await reviewAtHand(context, input.reviewId)
    demandClaim(at, now)
    refuseOwnIsv(context)
    const { request, items } = at
    const read = await readProductInput(transaction, request.productId, now)
    const facts = await readFactHashes(transaction, request.productId, items, read.input.records)
    refuseUnseen(items, facts, input.items)
    const words = settleWords(input, items)
    const pieces = await readPieces(transaction, request.productId, items)
    const approved = words.filter(({ decision }) => decision === 'approved').map(({ itemId }) => itemId)
    refuseUnapprovable(approved, deriveProduct(read.input), pieces, at.person)
    const state = words.length === 0 ? ('deprecated' as const) : input.decision
    await updateVersioned(
      transaction,
      reviewRequests,
      { id: request.id, version: input.version },
      {
        state,
        decidedBy: at.person,
        decidedAt: now,
        note: input.note === undefined || input.note === '' ? null : input.note,
        claimedUntil: null,
        draft: null,
        // From now on the facts that were judged, so that the next review shows what is new since.
        snapshot: facts,
      },
    )
    await keepWords(context, at, words)
    const evidence = await followDecision(context, words, pieces)
    return changed(
      { reviewId: request.id, state },
      reviewEntry(at, `review.${state}`, sentenceOf(at, state), {
        items: Object.fromEntries(words.map(({ itemId, decision }) => [itemId, decision])),
        facts,
        evidence,
        ...(input.note !== undefined && { note: input.note }),
      }),
      { touched: [{ productId: request.productId, items }] },
    )
  },
})

/** An item whose facts are not those that the reviewer had before them has to be looked at again first. */
function refuseUnseen(
  items: readonly ItemId[],
  facts: Readonly<Record<ItemId, string>>,
  said: z.infer<typeof wordsGiven.items>,
): void {
  const unseen = items.filter((itemId) => facts[itemId] !== said[itemId]?.seen)
  if (unseen.length === 0) return
  const count = unseen.length
  throw new Failure(
    'version-conflict',
    {
      what: {
        en: `${count} ${count === 1 ? 'item' : 'items'} changed since you opened this. Nothing is decided yet.`,
        nl: `${count} ${count === 1 ? 'punt is' : 'punten zijn'} gewijzigd sinds u dit opende. Er is nog niets beslist.`,
      },
      why: {
        en: 'The ISV handed in something else, or a check found something else.',
        nl: 'De ISV heeft iets anders ingediend, of een controle vond iets anders.',
      },
      fix: { en: 'Look at these items again; then decide.', nl: 'Bekijk deze punten opnieuw; beslis daarna.' },
    },
    { current: { changedItems: unseen } },
  )
}

async function keepWords(
  { transaction, place, now }: IsvContext,
  { request, person }: ReviewAtHand,
  words: readonly SettledWord[],
): Promise<void> {
  if (words.length === 0) return
  await transaction.insert(reviewDecisions).values(
    words.map((word) => ({
      ...word,
      ...place,
      reviewId: request.id,
      productId: request.productId,
      decidedBy: person,
      decidedAt: now,
    })),
  )
}

function sentenceOf({ words }: ReviewAtHand, state: 'approved' | 'changes-requested' | 'rejected' | 'deprecated') {
  switch (state) {
    case 'approved':
      return { en: `approved in ${words.en}`, nl: `keurde goed in ${words.nl}` }
    case 'changes-requested':
      return { en: `asked for changes in ${words.en}`, nl: `vroeg om wijzigingen in ${words.nl}` }
    case 'rejected':
      return { en: `did not accept what was shown in ${words.en}`, nl: `aanvaardde het getoonde niet in ${words.nl}` }
    case 'deprecated':
      return {
        en: `left ${words.en} for a new request, since everything in it changed`,
        nl: `liet ${words.nl} over aan een nieuw verzoek, omdat alles erin is gewijzigd`,
      }
  }
}
