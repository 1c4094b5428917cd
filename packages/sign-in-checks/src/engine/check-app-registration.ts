import type { DraftSubject, NotChecked } from '@sevenstep/findings'
import { type Checked, checkSubject, type FamilyTiming, type RuleChoice } from '@sevenstep/rule-engine'
import type { CapabilityId } from '../data/capabilities.ts'
import { ruleFamilies } from '../generated/rule-families.ts'
import type { ReadManifest } from '../registration/read-app-registration.ts'
import { manifestFormat } from '../rules/registration/manifest-format.ts'
import type { RuleFamily } from './rule-family.ts'
import type { Edition, Profile } from './sign-in-subject.ts'
import type { TenantFacts } from './tenant-facts.ts'

/** How to check a registration; everything has a default. */
export interface CheckOptions extends RuleChoice {
  /** Where the manifest was found, for the report. */
  readonly path?: string
  /** Where the registration is used; `production` when left out. */
  readonly profile?: Profile
  /** `current` when left out. */
  readonly edition?: Edition
  /** What the application wants to do. Left out, rules about what it needs say that they could not look. */
  readonly capabilities?: readonly CapabilityId[]
  /** The day of the check as `YYYY-MM-DD`, to judge when credentials end. */
  readonly today?: string
  /** What was looked up in a tenant; `./live` gathers it. */
  readonly facts?: TenantFacts
  /** Add the edits that would mend each finding, or only those that need no decision; off by default. */
  readonly withEdits?: boolean | 'automatic'
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

const noRegistration = 'The file is no app registration, or not enough of it could be read to tell.'

/**
 * Checks an app registration against every rule that applies to its profile and edition. Never throws, whatever the
 * manifest holds. The verdict is ours: it says what Microsoft's published rules lead us to expect.
 */
export function checkAppRegistration(manifest: ReadManifest, options: CheckOptions = {}): CheckResult {
  const { file, registration } = manifest
  const profile = options.profile ?? 'production'
  const edition = options.edition ?? 'current'
  const { settings, only, skip } = options
  const shared = {
    files: [file],
    choice: { profile, edition, settings, only, skip },
    withEdits: options.withEdits ?? false,
    ...(options.now !== undefined && { now: options.now }),
  }
  const families = options.families ?? ruleFamilies
  const found =
    registration === undefined
      ? withoutRegistration(families, checkSubject({ ...shared, subject: manifest, families: [manifestFormat] }))
      : checkSubject({
          ...shared,
          families,
          subject: {
            file,
            registration,
            capabilities: options.capabilities === undefined ? undefined : new Set(options.capabilities),
            today: options.today,
            facts: options.facts ?? {},
          },
        })
  const { findings, notChecked } = found
  const subject = { path: options.path ?? file.path, kind: 'app registration', profile, target: edition, findings }
  return {
    subject: notChecked.length === 0 ? subject : { ...subject, notChecked },
    timing: found.timing,
  }
}

/** Every other rule was not checked, and says so. */
function withoutRegistration(families: readonly RuleFamily[], checked: Checked): Checked {
  const isAsked = families.includes(manifestFormat)
  const others = families.filter((family) => family !== manifestFormat).flatMap(({ rules }) => Object.keys(rules))
  const unchecked: NotChecked = { rules: others.sort(), reason: noRegistration }
  return {
    findings: isAsked ? checked.findings : [],
    notChecked: others.length === 0 ? [] : [unchecked],
    timing: checked.timing,
  }
}
