import { type CheckResult, checkDraft, type CheckOptions as RoomCheckOptions } from '@sevenstep/rule-engine'
import { type HandedOnFacts, type LandingPageOf, toldOf } from '@sevenstep/rule-engine/handed-on'
import { ruleFamilies } from '../generated/rule-families.ts'
import type { Offer } from '../offer/offer.ts'
import { textAt } from '../rules/fields.ts'
import { offerFile } from '../rules/offer/offer-file.ts'
import type { ListingFacts } from './listing-facts.ts'
import type { Edition, ListingSubject, Profile } from './listing-subject.ts'
import type { RuleFamily } from './rule-family.ts'

export type { CheckResult } from '@sevenstep/rule-engine'

/** How to check an offer. The profile is what the offer says of itself when none is given, and `saas` if it does not. */
export interface CheckOptions extends Omit<RoomCheckOptions<Profile, Edition, RuleFamily>, 'withEdits'> {
  /** The day of the check as `YYYY-MM-DD`, to judge when things end. */
  readonly today?: string
  /** What was looked up elsewhere; `./live` gathers what the addresses answer. */
  readonly facts?: ListingFacts
  /** What was read of registrations beside the offer; a fact that was handed in counts before it. */
  readonly handedOn?: Pick<HandedOnFacts, 'landingPageSignIn'>
}

const partOnly = 'Not all of the offer’s file could be read, so that what stands there is not known.'
const noOffer = 'The offer’s file is missing, or not enough of it could be read to tell.'

/**
 * Checks an offer against every rule that applies to its kind and edition. Never throws, whatever the folder holds. The
 * verdict is ours: it says what Microsoft's published rules lead us to expect.
 */
export function checkOffer(offer: Offer, options: CheckOptions = {}): CheckResult {
  const profile = options.profile ?? offer.profile ?? 'saas'
  const { settings, only, skip, edition = 'current', today, facts = {}, families = ruleFamilies, now } = options
  const { handedOn } = options
  const signIn = facts.landingPageSignIn === undefined ? handedOn?.landingPageSignIn : undefined
  const known = signIn?.value === undefined ? facts : { ...facts, landingPageSignIn: signIn.value }
  const subject: ListingSubject = { offer, today, facts: known, handedOn }
  const shared = {
    path: options.path ?? '.',
    kind: 'offer',
    subject,
    files: offer.texts,
    // An offer on Dataverse has no landing page.
    handedOn: profile === 'saas' ? toldOf('landingPageSignIn', signIn) : [],
    choice: { profile, edition, settings, only, skip },
    ...(now !== undefined && { now }),
  }
  const others = families.filter((family) => family !== offerFile)
  if (offer.isReadable) {
    const blind = offer.problems.length === 0 ? {} : { blind: { families: others, reason: partOnly } }
    return withoutEchoes(checkDraft({ ...shared, ...blind, families }))
  }
  const able = others.length === families.length ? [] : [offerFile]
  return checkDraft({ ...shared, families: able, blind: { families: others, reason: noOffer } })
}

/** What nobody filled in is said once: that it has not the form of a real value either helps nobody. */
function withoutEchoes(result: CheckResult): CheckResult {
  const { findings } = result.subject
  const placeOf = ({ file, pointer }: (typeof findings)[number]): string => `${file} ${pointer ?? ''}`
  const unfilled = new Set(findings.filter(({ ruleId }) => ruleId === 'offer-filled').map(placeOf))
  if (unfilled.size === 0) return result
  const kept = findings.filter(
    (one) => one.ruleId === 'offer-filled' || !unfilled.has(placeOf(one)) || one.hides !== undefined,
  )
  return { ...result, subject: { ...result.subject, findings: kept } }
}

/** What an offer says of its landing page: by that the registration beside it is told. */
export function landingPageOf({ root }: Offer): LandingPageOf {
  return {
    applicationId: textAt(root, 'technical', 'applicationId')?.text,
    landingPageUrl: textAt(root, 'technical', 'landingPageUrl')?.text,
  }
}
