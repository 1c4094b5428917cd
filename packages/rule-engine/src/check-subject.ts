import type { DraftFinding, NotChecked, RuleSetting } from '@sevenstep/findings'
import { FindingCollector } from './finding-collector.ts'
import type { JudgedFile } from './judged-file.ts'
import { NotCheckedNotes } from './not-checked-notes.ts'
import { Places } from './places.ts'
import { planRule } from './planned-rule.ts'
import type { RuleFamily, RuleText } from './rule-family.ts'
import { createRulePlanner, type RuleChoice } from './rule-planner.ts'
import { Unfinished } from './unfinished.ts'

/** Who is judged, at which state of the programme, and what somebody asked for. */
export interface Choice<Profile extends string = string, Edition extends string = string> extends RuleChoice {
  readonly profile: Profile
  readonly edition: Edition
}

/** What a check works on. */
export interface CheckInput<Subject, Profile extends string, Edition extends string> {
  readonly subject: Subject
  /** The text files of the subject, for places and edits. */
  readonly files: readonly JudgedFile[]
  readonly families: readonly RuleFamily<Subject, Profile, Edition>[]
  readonly choice: Choice<Profile, Edition>
  /** Add the edits that would mend each finding, or only those that need no decision; off by default. */
  readonly withEdits?: boolean | 'automatic'
  /** A clock in milliseconds; given, the result says how long each family took. */
  readonly now?: () => number
}

/** How long one family took. */
export interface FamilyTiming {
  readonly family: string
  readonly milliseconds: number
}

/** What a check found. */
export interface Checked {
  readonly findings: readonly DraftFinding[]
  readonly notChecked: readonly NotChecked[]
  /** Slowest first; empty when no clock was given. */
  readonly timing: readonly FamilyTiming[]
}

/** Said of a rule that would have judged a value whose file could not be read to its end. */
export const cutOff = 'A JSON file could not be read to its end.'

/**
 * Runs families over a subject and words what they report. What is reported about a value that may go on where the
 * reading of its file ended counts as not checked, because what it lacks may stand in the part not read.
 */
export function checkSubject<Subject, Profile extends string, Edition extends string>(
  input: CheckInput<Subject, Profile, Edition>,
): Checked {
  const { subject, files, choice, now } = input
  const { families, rules } = planFor<Subject, Profile, Edition>()(input.families, choice)
  const unreadable = new Set(files.filter((file) => !file.isUtf8).map((file) => file.path))
  const isEditable = (path: string) => !unreadable.has(path)
  const collector = new FindingCollector({ subject, places: new Places(files), rules, isEditable })
  const unfinished = new Unfinished(files)
  const notes = new NotCheckedNotes(rules)
  const timing: FamilyTiming[] = []
  for (const family of families) {
    const start = now?.() ?? 0
    family.check({
      subject,
      profile: choice.profile,
      edition: choice.edition,
      report(rule, at, options) {
        if (options?.onKey !== true && unfinished.holds(at)) notes.add(rule, cutOff)
        else collector.report(rule, at, options)
      },
      notChecked: (rule, reason, handIn) => notes.add(rule, reason, handIn),
    })
    if (now !== undefined) timing.push({ family: family.id, milliseconds: now() - start })
  }
  return {
    findings: collector.findings(input.withEdits ?? false),
    notChecked: notes.list(),
    timing: timing.sort((left, right) => right.milliseconds - left.milliseconds),
  }
}

/** What a rule is set to for a profile and an edition, before anybody overrides it. */
export function settingOf<Profile extends string, Edition extends string>(
  text: RuleText<Profile, Edition>,
  { profile, edition }: { readonly profile: Profile; readonly edition: Edition },
): RuleSetting {
  const exception = text.exceptions?.find(
    ({ profiles, editions }) =>
      (profiles === undefined || profiles.includes(profile)) && (editions === undefined || editions.includes(edition)),
  )
  return exception?.setting ?? text.setting
}

/** Where a rule's page stands, from the root of the project's repository. */
export function documentationOf(rule: string): string {
  return `docs/rules/${rule}.md`
}

function makePlanner<Subject, Profile extends string, Edition extends string>() {
  return createRulePlanner<
    RuleText<Profile, Edition>,
    RuleFamily<Subject, Profile, Edition>,
    Choice<Profile, Edition>,
    Subject
  >({
    settingOf: (_rule, text, choice) => settingOf(text, choice),
    plan: (id, text, severity, family, isSetByUser) =>
      planRule(text, {
        id,
        severity,
        isSetByUser,
        documentation: documentationOf(id),
        code: text.codes?.[0],
        isCodeUncertain: text.confidence === 'low',
        mend: family.mends?.[id],
      }),
  })
}

const planner: unknown = makePlanner<unknown, string, string>()

/** The one planner, typed for a room: it keeps plans by the families it was given, so rooms never meet in it. */
function planFor<Subject, Profile extends string, Edition extends string>() {
  // Made for any subject: a plan only hands on what the families of the call hold.
  return planner as ReturnType<typeof makePlanner<Subject, Profile, Edition>>
}
