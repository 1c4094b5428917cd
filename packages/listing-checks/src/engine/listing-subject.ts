import type { HandedOnFacts } from '@sevenstep/rule-engine/handed-on'
import type { Offer } from '../offer/offer.ts'
import type { ListingFacts } from './listing-facts.ts'

/** Which kind of offer is judged. */
export type Profile = 'saas' | 'dataverse'

/** The state of the programme: the seeds' of February 2018, or today's. */
export type Edition = '2018-02' | 'current'

/** All profiles; the first is what is assumed of an offer that does not say. */
export const profiles: readonly Profile[] = ['saas', 'dataverse']

/** All editions; the first is what is assumed. */
export const editions: readonly Edition[] = ['current', '2018-02']

/** What rules about an offer look at. */
export interface ListingSubject {
  readonly offer: Offer
  /** The day of the check as `YYYY-MM-DD`; nothing when nobody said. */
  readonly today: string | undefined
  /** What was looked up elsewhere; empty when nothing was. */
  readonly facts: ListingFacts
  /** What was read beside the offer; nothing when nobody read anything. */
  readonly handedOn?: Pick<HandedOnFacts, 'landingPageSignIn'> | undefined
}
