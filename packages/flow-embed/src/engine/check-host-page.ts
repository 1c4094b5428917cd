import { type CheckResult, checkDraft, type CheckOptions as RoomCheckOptions } from '@sevenstep/rule-engine'
import { ruleFamilies } from '../generated/rule-families.ts'
import type { ReadHostPage } from '../page/read-host-page.ts'
import type { Edition, Profile } from './embed-subject.ts'
import type { HostFacts } from './host-facts.ts'
import type { RuleFamily } from './rule-family.ts'

export type { CheckResult } from '@sevenstep/rule-engine'

/** How to check a page; `production` is the profile when none is given. */
export interface CheckOptions extends RoomCheckOptions<Profile, Edition, RuleFamily> {
  /** What was found out elsewhere: headers, answers, a token's check, a run in a browser. */
  readonly facts?: HostFacts
}

/**
 * Checks pages and scripts that embed Power Automate against every rule that applies to the profile and edition. Never
 * throws, whatever the files hold. What a text alone cannot tell is named as not checked, with the reason.
 */
export function checkHostPage(read: ReadHostPage, options: CheckOptions = {}): CheckResult {
  const { files, page } = read
  const { settings, only, skip, profile = 'production', edition = 'current', now } = options
  return checkDraft({
    path: options.path ?? page.pages[0]?.file.path ?? files[0]?.path ?? '',
    kind: 'host page',
    subject: { page, facts: options.facts ?? {} },
    files,
    families: options.families ?? ruleFamilies,
    choice: { profile, edition, settings, only, skip },
    withEdits: options.withEdits ?? false,
    ...(now !== undefined && { now }),
  })
}
