import type { DraftSubject, NotChecked } from '@sevenstep/findings'
import { type Checked, checkSubject, type FamilyTiming, type RuleChoice } from '@sevenstep/rule-engine'
import { ruleFamilies } from '../generated/rule-families.ts'
import type { Offer } from '../offer/offer.ts'
import { offerFile } from '../rules/offer/offer-file.ts'
import type { ListingFacts } from './listing-facts.ts'
import type { Edition, ListingSubject, Profile } from './listing-subject.ts'
import type { RuleFamily } from './rule-family.ts'

/** How to check an offer; everything has a default. */
export interface CheckOptions extends RuleChoice {
  /** Where the folder was found, for the report; `.` when left out. */
  readonly path?: string
  /** The kind of offer; what the offer says of itself when left out, and `saas` when it does not say. */
  readonly profile?: Profile
  /** `current` when left out. */
  readonly edition?: Edition
  /** The day of the check as `YYYY-MM-DD`, to judge when things end. */
  readonly today?: string
  /** What was looked up elsewhere; `./live` gathers what the addresses answer. */
  readonly facts?: ListingFacts
  /** Rule families to run instead of all. */
  readonly families?: readonly RuleFamily[]
  /** A clock in milliseconds; given, the result says how long each family took. */
  readonly now?: () => number
}

/** What a check found. */
export interface CheckResult {
  /** Ready for `createReport` of `@sevenstep/findings`. */
  readonly subject: DraftSubject
  /** Milliseconds per family, slowest first; empty when no clock was given. */
  readonly timing: readonly FamilyTiming[]
}

const noOffer = 'The offer’s file is missing, or not enough of it could be read to tell.'

/**
 * Checks an offer against every rule that applies to its kind and edition. Never throws, whatever the folder holds. The
 * verdict is ours: it says what Microsoft's published rules lead us to expect.
 */
export function checkOffer(offer: Offer, options: CheckOptions = {}): CheckResult {
  const profile = options.profile ?? offer.profile ?? 'saas'
  const edition = options.edition ?? 'current'
  const { settings, only, skip, today, facts = {}, now } = options
  const families = options.families ?? ruleFamilies
  const subject: ListingSubject = { offer, today, facts }
  const shared = {
    subject,
    files: offer.texts,
    choice: { profile, edition, settings, only, skip },
    ...(now !== undefined && { now }),
  }
  const { findings, notChecked, timing } = offer.isReadable
    ? checkSubject({ ...shared, families })
    : withoutOffer(families, checkSubject({ ...shared, families: [offerFile] }))
  const judged = { path: options.path ?? '.', kind: 'offer', profile, target: edition, findings }
  return { subject: notChecked.length === 0 ? judged : { ...judged, notChecked }, timing }
}

/** Every other rule was not checked, and says so. */
function withoutOffer(families: readonly RuleFamily[], checked: Checked): Checked {
  const isAsked = families.includes(offerFile)
  const others = families.filter((family) => family !== offerFile).flatMap(({ rules }) => Object.keys(rules))
  const unchecked: NotChecked = { rules: others.sort(), reason: noOffer }
  return {
    findings: isAsked ? checked.findings : [],
    notChecked: others.length === 0 ? [] : [unchecked],
    timing: checked.timing,
  }
}
