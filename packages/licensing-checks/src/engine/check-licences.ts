import {
  type BlindFamilies,
  checkDraft,
  type JudgedFile,
  type CheckOptions as RoomCheckOptions,
  type CheckResult as RoomCheckResult,
} from '@sevenstep/rule-engine'
import { type HandedOnFacts, toldOf } from '@sevenstep/rule-engine/handed-on'
import { type Catalogue, knownCatalogue } from '../catalogue/catalogue.ts'
import { ruleFamilies } from '../generated/rule-families.ts'
import { isReadWhole } from '../licences/is-read-whole.ts'
import type { ReadLicenceFile } from '../licences/licence-list.ts'
import { flowsHandedOn } from './flows-handed-on.ts'
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
  /** What was read of packages beside the lists; counts where no list has flows. */
  readonly handedOn?: Pick<HandedOnFacts, 'flows'>
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
  const catalogue = options.catalogue ?? knownCatalogue()
  const handed = flowsHandedOn(files, options.handedOn, catalogue)
  const all = handed.list === undefined ? files : [...files, handed.list]
  const licensing = gatherLicensing(all, catalogue)
  const { settings, only, skip, profile = 'production', edition = 'current', now } = options
  const judged: readonly JudgedFile[] = all.map(({ file }) => file)
  const main = judged[0] ?? { path: options.path ?? 'licences', text: '', isUtf8: true }
  const checked = checkDraft({
    path: options.path ?? main.path,
    kind: 'licences',
    subject: {
      ...licensing,
      main,
      catalogue,
      today: options.today,
      facts: options.facts ?? {},
      handedOn: options.handedOn,
    },
    files: judged,
    // Whoever does not own a flow is not judged for it.
    families: (options.families ?? ruleFamilies).filter(
      ({ id }) => handed.ownersUnknown === undefined || !aboutOwners.has(id),
    ),
    choice: { profile, edition, settings, only, skip },
    ...blindTo(files, handed.ownersUnknown),
    ...(handed.list !== undefined && { handedOn: toldOf('flows', options.handedOn?.flows) }),
    ...(now !== undefined && { now }),
  })
  return { ...checked, licensing }
}

/**
 * What was read of lists that were not read whole decides nothing but what it shows: whoever is missing may lack a licence.
 * Nor is anybody covered for a flow of which nobody said who owns it.
 */
function blindTo(
  files: readonly ReadLicenceFile[],
  ownersUnknown: string | undefined,
): { readonly blind?: BlindFamilies } {
  const [first, ...more] = files.filter((file) => !isReadWhole(file))
  if (first !== undefined) {
    const which = more.length === 0 ? first.file.path : `${first.file.path} and ${more.length} more`
    const families = ruleFamilies.filter(({ id }) => !aboutFiles.has(id))
    return { blind: { families, reason: `Not all of ${which} could be read, so that what stands there is not known.` } }
  }
  if (ownersUnknown === undefined) return {}
  const families = ruleFamilies.filter(({ id }) => aboutOwners.has(id))
  return { blind: { families, reason: ownersUnknown } }
}

/** Families that judge the files themselves. */
const aboutFiles: ReadonlySet<string> = new Set(['list-readable', 'secrets-out'])

/** Families that judge by who owns and runs a flow. */
const aboutOwners: ReadonlySet<string> = new Set(['flows-covered', 'requests-summed', 'account-enabled'])
