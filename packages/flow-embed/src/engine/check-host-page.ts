import type { DraftSubject } from '@sevenstep/findings'
import { checkSubject, type FamilyTiming, type RuleChoice } from '@sevenstep/rule-engine'
import { ruleFamilies } from '../generated/rule-families.ts'
import type { ReadHostPage } from '../page/read-host-page.ts'
import type { Edition, Profile } from './embed-subject.ts'
import type { HostFacts } from './host-facts.ts'
import type { RuleFamily } from './rule-family.ts'

/** How to check a page; everything has a default. */
export interface CheckOptions extends RuleChoice {
  /** Where the page was found, for the report. */
  readonly path?: string
  /** Where the page is used; `production` when left out. */
  readonly profile?: Profile
  /** `current` when left out. */
  readonly edition?: Edition
  /** What was found out elsewhere: headers, answers, a token's check, a run in a browser. */
  readonly facts?: HostFacts
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

/**
 * Checks pages and scripts that embed Power Automate against every rule that applies to the profile and edition. Never
 * throws, whatever the files hold. What a text alone cannot tell is named as not checked, with the reason.
 */
export function checkHostPage(read: ReadHostPage, options: CheckOptions = {}): CheckResult {
  const { files, page } = read
  const profile = options.profile ?? 'production'
  const edition = options.edition ?? 'current'
  const { settings, only, skip, facts = {}, families = ruleFamilies, withEdits = false, now } = options
  const { findings, notChecked, timing } = checkSubject({
    subject: { page, facts },
    files,
    families,
    choice: { profile, edition, settings, only, skip },
    withEdits,
    ...(now !== undefined && { now }),
  })
  const path = options.path ?? page.pages[0]?.file.path ?? files[0]?.path ?? ''
  const subject = { path, kind: 'host page', profile, target: edition, findings }
  return { subject: notChecked.length === 0 ? subject : { ...subject, notChecked }, timing }
}
