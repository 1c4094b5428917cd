import type { DraftSubject } from '@sevenstep/findings'
import { checkSubject, type FamilyTiming, type JudgedFile, type RuleChoice } from '@sevenstep/rule-engine'
import { type Catalogue, knownCatalogue } from '../catalogue/catalogue.ts'
import { ruleFamilies } from '../generated/rule-families.ts'
import type { ReadLicenceFile } from '../licences/licence-list.ts'
import { gatherLicensing } from './gather-licensing.ts'
import type { LicensingFacts } from './licensing-facts.ts'
import type { Edition, Licensing, Profile } from './licensing-subject.ts'
import type { RuleFamily } from './rule-family.ts'

/** How to check licences; everything has a default. */
export interface CheckOptions extends RuleChoice {
  /** Where the lists were found, for the report; the first file's path when left out. */
  readonly path?: string
  /** `production` when left out: trials are not counted then. */
  readonly profile?: Profile
  /** `current` when left out. */
  readonly edition?: Edition
  /** The day of the check as `YYYY-MM-DD`, to judge when trials and terms end. */
  readonly today?: string
  /** What was looked up or decided elsewhere. */
  readonly facts?: LicensingFacts
  readonly catalogue?: Catalogue
  /** Rule families to run instead of all. */
  readonly families?: readonly RuleFamily[]
  /** A clock in milliseconds; given, the result says how long each family took. */
  readonly now?: () => number
}

/** What a check found. */
export interface CheckResult {
  /** Ready for `createReport` of `@sevenstep/findings`. */
  readonly subject: DraftSubject
  /** What the lists say together: what entitlements and reports are made from. */
  readonly licensing: Licensing
  /** Milliseconds per family, slowest first; empty when no clock was given. */
  readonly timing: readonly FamilyTiming[]
}

/**
 * Checks the licences of a tenant against every rule of step 6 that applies. Several lists of one tenant are judged
 * together: who holds what, what the tenant bought, and which flows are meant to run. Never throws.
 */
export function checkLicences(files: readonly ReadLicenceFile[], options: CheckOptions = {}): CheckResult {
  const licensing = gatherLicensing(files)
  const { settings, only, skip, profile = 'production', edition = 'current' } = options
  const judged: readonly JudgedFile[] = files.map(({ file }) => file)
  const main = judged[0] ?? { path: options.path ?? 'licences', text: '', isUtf8: true }
  const { findings, notChecked, timing } = checkSubject({
    subject: {
      ...licensing,
      main,
      catalogue: options.catalogue ?? knownCatalogue(),
      today: options.today,
      facts: options.facts ?? {},
    },
    files: judged,
    families: options.families ?? ruleFamilies,
    choice: { profile, edition, settings, only, skip },
    ...(options.now !== undefined && { now: options.now }),
  })
  const subject = { path: options.path ?? main.path, kind: 'licences', profile, target: edition, findings }
  return { subject: notChecked.length === 0 ? subject : { ...subject, notChecked }, licensing, timing }
}
