import { type CheckResult, checkDraft, type CheckOptions as RoomCheckOptions } from '@sevenstep/rule-engine'
import type { CapabilityId } from '../data/capabilities.ts'
import { ruleFamilies } from '../generated/rule-families.ts'
import type { ReadManifest } from '../registration/read-app-registration.ts'
import { manifestFormat } from '../rules/registration/manifest-format.ts'
import type { RuleFamily } from './rule-family.ts'
import type { Edition, Profile } from './sign-in-subject.ts'
import type { TenantFacts } from './tenant-facts.ts'

export type { CheckResult } from '@sevenstep/rule-engine'

/** How to check a registration; `production` is the profile when none is given. */
export interface CheckOptions extends RoomCheckOptions<Profile, Edition, RuleFamily> {
  /** What the application wants to do. Left out, rules about what it needs say that they could not look. */
  readonly capabilities?: readonly CapabilityId[]
  /** The day of the check as `YYYY-MM-DD`, to judge when credentials end. */
  readonly today?: string
  /** What was looked up in a tenant; `./live` gathers it. */
  readonly facts?: TenantFacts
}

const noRegistration = 'The file is no app registration, or not enough of it could be read to tell.'

/**
 * Checks an app registration against every rule that applies to its profile and edition. Never throws, whatever the
 * manifest holds. The verdict is ours: it says what Microsoft's published rules lead us to expect.
 */
export function checkAppRegistration(manifest: ReadManifest, options: CheckOptions = {}): CheckResult {
  const { file, registration } = manifest
  const { settings, only, skip, profile = 'production', edition = 'current', families = ruleFamilies, now } = options
  const shared = {
    path: options.path ?? file.path,
    kind: 'app registration',
    files: [file],
    choice: { profile, edition, settings, only, skip },
    withEdits: options.withEdits ?? false,
    ...(now !== undefined && { now }),
  }
  if (registration === undefined) {
    const others = families.filter((family) => family !== manifestFormat)
    const able = others.length === families.length ? [] : [manifestFormat]
    const blind = { families: others, reason: noRegistration }
    return checkDraft({ ...shared, subject: manifest, families: able, blind })
  }
  const capabilities = options.capabilities === undefined ? undefined : new Set(options.capabilities)
  const subject = { file, registration, capabilities, today: options.today, facts: options.facts ?? {} }
  return checkDraft({ ...shared, families, subject })
}
