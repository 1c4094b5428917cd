import type { Message } from './finding.ts'
import type { RuleDescription } from './rule.ts'
import type { Severity } from './severity.ts'

const documentation = 'https://www.npmjs.com/package/@sevenstep/findings#suppressions'

/** Descriptions of the remarks that suppressions themselves can get, for rule lists and rule tables. */
export const suppressionRules: readonly RuleDescription[] = [
  describe('suppression-unused', 'warning', 'Every suppression fits a finding.', {
    what: 'The suppression of {name} fits no finding.',
    why: 'What it excused is gone, or the rule id, file or pointer is misspelt; it could later hide something new.',
    fix: 'Remove it, or correct what it names.',
  }),
  describe('suppression-expired', 'warning', 'No suppression is past its last day.', {
    what: 'The suppression of {name} held until {until}; {effect}.',
    why: 'Whoever wrote it agreed to live with the finding up to that day only, so it no longer hides anything.',
    fix: 'Mend the finding and remove the suppression, or decide anew and give a later day.',
  }),
  describe('suppression-without-reason', 'error', 'Every suppression says why.', {
    what: 'The suppression of {name} gives no reason.',
    why: 'The next reader cannot tell a decision from an oversight, so a suppression without a reason is not obeyed.',
    fix: 'Write in `reason` why the finding is acceptable here.',
  }),
  describe('suppression-until-invalid', 'error', 'The last day of a suppression is a real day.', {
    what: 'The suppression of {name} ends on {until}, which is not a day.',
    why: 'It cannot be known whether it still holds, so it is not obeyed.',
    fix: 'Write the day as YYYY-MM-DD, or leave `until` out.',
  }),
]

function describe(id: string, severity: Severity, title: string, message: Message): RuleDescription {
  return {
    id,
    group: 'Suppressions',
    title,
    settings: { 'verified-publisher': severity, 'independent-publisher': severity, custom: severity },
    messages: { default: message },
    codes: [],
    sources: [],
    documentation,
  }
}
