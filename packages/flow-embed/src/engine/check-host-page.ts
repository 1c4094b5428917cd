import { type CheckResult, checkDraft, type CheckOptions as RoomCheckOptions } from '@sevenstep/rule-engine'
import { type HandedOnFacts, toldOf } from '@sevenstep/rule-engine/handed-on'
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
  /** What was read of templates beside the page; a fact that was handed in counts before it. */
  readonly handedOn?: Pick<HandedOnFacts, 'templateParameters'>
}

/**
 * Checks pages and scripts that embed Power Automate against every rule that applies to the profile and edition. Never
 * throws, whatever the files hold. What a text alone cannot tell is named as not checked, with the reason.
 */
export function checkHostPage(read: ReadHostPage, options: CheckOptions = {}): CheckResult {
  const { files, page } = read
  const { settings, only, skip, profile = 'production', edition = 'current', now } = options
  const { facts = {}, handedOn } = options
  const parameters = facts.templateParameters === undefined ? handedOn?.templateParameters : undefined
  return checkDraft({
    path: options.path ?? page.pages[0]?.file.path ?? files[0]?.path ?? '',
    kind: 'host page',
    subject: {
      page,
      facts: parameters?.value === undefined ? facts : { ...facts, templateParameters: parameters.value },
      handedOn,
    },
    handedOn: toldOf('templateParameters', parameters),
    files,
    families: options.families ?? ruleFamilies,
    choice: { profile, edition, settings, only, skip },
    withEdits: options.withEdits ?? false,
    ...(now !== undefined && { now }),
  })
}
