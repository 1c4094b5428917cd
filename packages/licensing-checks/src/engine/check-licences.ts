import {
  checkDraft,
  type JudgedFile,
  type CheckOptions as RoomCheckOptions,
  type CheckResult as RoomCheckResult,
} from '@sevenstep/rule-engine'
import { type Catalogue, knownCatalogue } from '../catalogue/catalogue.ts'
import { ruleFamilies } from '../generated/rule-families.ts'
import type { ReadLicenceFile } from '../licences/licence-list.ts'
import { gatherLicensing } from './gather-licensing.ts'
import type { LicensingFacts } from './licensing-facts.ts'
import type { Edition, Licensing, Profile } from './licensing-subject.ts'
import type { RuleFamily } from './rule-family.ts'

/** How to check licences; `production` is the profile when none is given: trials are not counted then. */
export interface CheckOptions extends Omit<RoomCheckOptions<Profile, Edition, RuleFamily>, 'withEdits'> {
  /** The day of the check as `YYYY-MM-DD`, to judge when trials and terms end. */
  readonly today?: string
  /** What was looked up or decided elsewhere. */
  readonly facts?: LicensingFacts
  readonly catalogue?: Catalogue
}

/** What a check found. */
export interface CheckResult extends RoomCheckResult {
  /** What the lists say together: what entitlements and reports are made from. */
  readonly licensing: Licensing
}

/**
 * Checks the licences of a tenant against every rule of step 6 that applies. Several lists of one tenant are judged
 * together: who holds what, what the tenant bought, and which flows are meant to run. Never throws.
 */
export function checkLicences(files: readonly ReadLicenceFile[], options: CheckOptions = {}): CheckResult {
  const licensing = gatherLicensing(files)
  const { settings, only, skip, profile = 'production', edition = 'current', now } = options
  const judged: readonly JudgedFile[] = files.map(({ file }) => file)
  const main = judged[0] ?? { path: options.path ?? 'licences', text: '', isUtf8: true }
  const catalogue = options.catalogue ?? knownCatalogue()
  const checked = checkDraft({
    path: options.path ?? main.path,
    kind: 'licences',
    subject: { ...licensing, main, catalogue, today: options.today, facts: options.facts ?? {} },
    files: judged,
    families: options.families ?? ruleFamilies,
    choice: { profile, edition, settings, only, skip },
    ...(now !== undefined && { now }),
  })
  return { ...checked, licensing }
}
