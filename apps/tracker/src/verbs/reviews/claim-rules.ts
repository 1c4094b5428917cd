import { Failure, stateConflict } from '../../domain/failure.ts'
import type { ReviewAtHand } from './review-at-hand.ts'

/** @throws Failure `state-conflict` where the request is decided or taken back. */
export function refuseOver({ request }: ReviewAtHand): void {
  if (request.state === 'open' || request.state === 'claimed') return
  throw stateConflict(
    {
      en: request.state === 'withdrawn' ? 'The ISV took this request back.' : 'This review is already decided.',
      nl:
        request.state === 'withdrawn'
          ? 'De ISV heeft dit verzoek ingetrokken.'
          : 'Over deze beoordeling is al beslist.',
    },
    { en: 'Go back to the queue and take the next one.', nl: 'Ga terug naar de lijst en neem de volgende.' },
  )
}

/** @throws Failure `four-eyes` where the person asked for the review themselves. */
export function refuseOwnRequest({ request, person }: ReviewAtHand): void {
  if (request.requestedBy !== person) return
  throw new Failure('four-eyes', {
    what: {
      en: 'You cannot judge what you asked a review for.',
      nl: 'U kunt niet beoordelen wat u zelf hebt aangevraagd.',
    },
    why: {
      en: 'Nobody decides on their own request: a second person has to look.',
      nl: 'Niemand beslist over een eigen verzoek: een tweede persoon moet kijken.',
    },
    fix: { en: 'Leave it to another reviewer.', nl: 'Laat het over aan een andere beoordelaar.' },
  })
}

/** True while another reviewer keeps the request to themselves. */
export function heldByOther({ request, person }: Pick<ReviewAtHand, 'request' | 'person'>, now: Date): boolean {
  return (
    request.state === 'claimed' &&
    request.claimedBy !== person &&
    request.claimedUntil !== null &&
    request.claimedUntil > now
  )
}

/**
 * Only who has taken up a review writes in it. That their time is over does no harm as long as nobody took it over.
 *
 * @throws Failure `lease-held` where somebody else has it, `state-conflict` where nobody has
 */
export function demandClaim(at: ReviewAtHand, now: Date): void {
  refuseOver(at)
  refuseOwnRequest(at)
  if (at.request.state === 'claimed' && at.request.claimedBy === at.person) return
  if (heldByOther(at, now)) throw leaseHeld()
  throw stateConflict(
    { en: 'You have not taken up this review.', nl: 'U hebt deze beoordeling niet opgepakt.' },
    { en: 'Take it up first; then decide.', nl: 'Pak haar eerst op; beslis daarna.' },
  )
}

/** Another reviewer is at it. */
export function leaseHeld(): Failure {
  return new Failure('lease-held', {
    what: { en: 'Another reviewer has taken this up.', nl: 'Een andere beoordelaar heeft dit opgepakt.' },
    why: {
      en: 'A review belongs to one person at a time, until they release it or their time runs out.',
      nl: 'Een beoordeling hoort bij één persoon, tot die haar vrijgeeft of de tijd om is.',
    },
    fix: {
      en: 'Ask them to release it, or take it over once their time is over.',
      nl: 'Vraag die persoon haar vrij te geven, of neem haar over zodra de tijd om is.',
    },
  })
}
