import type { DraftSubject, HandedOnFact, NotChecked } from '@sevenstep/findings'
import { type CheckInput, checkSubject, type FamilyTiming } from './check-subject.ts'
import type { RuleFamily } from './rule-family.ts'
import type { RuleChoice } from './rule-planner.ts'

/** How a room's check is asked; everything has a default. Rooms add what only they can be given. */
export interface CheckOptions<
  Profile extends string = string,
  Edition extends string = string,
  Family extends Pick<RuleFamily<never, Profile, Edition>, 'id' | 'rules'> = RuleFamily<never, Profile, Edition>,
> extends RuleChoice {
  /** Where the subject was found, for the report. */
  readonly path?: string
  /** What the subject is for. */
  readonly profile?: Profile
  /** State of Microsoft's programme; `current` when left out. */
  readonly edition?: Edition
  /** Add the edits that would mend each finding, or only those that need no decision; off by default. */
  readonly withEdits?: boolean | 'automatic'
  /** Rule families to run instead of all. */
  readonly families?: readonly Family[]
  /** A clock in milliseconds; given, the result says how long each family took. */
  readonly now?: () => number
}

/** What a room's check found. */
export interface CheckResult {
  /** Ready for `createReport` of `@sevenstep/findings`. */
  readonly subject: DraftSubject
  /** Milliseconds per family, slowest first; empty when no clock was given. */
  readonly timing: readonly FamilyTiming[]
}

/** A check with the names that its report carries. */
export interface DraftInput<Subject, Profile extends string, Edition extends string>
  extends CheckInput<Subject, Profile, Edition> {
  /** Where the subject was found. */
  readonly path: string
  /** What the subject is, in words: `host page`. */
  readonly kind: string
  /** Families that had nothing to look at: each of their rules counts as not checked, whatever it found beside. */
  readonly blind?: BlindFamilies
  /** What is known from what was read beside it, for the report. */
  readonly handedOn?: readonly HandedOnFact[]
}

/** Families that had nothing to look at, why, and where something is lacking what to hand in. */
export interface BlindFamilies {
  readonly families: readonly Pick<RuleFamily<never>, 'rules'>[]
  readonly reason: string
  readonly handIn?: string
}

/** Runs families over a subject and drafts its part of a report; the edition stands there as the target. */
export function checkDraft<Subject, Profile extends string, Edition extends string>(
  input: DraftInput<Subject, Profile, Edition>,
): CheckResult {
  const { path, kind, choice, blind, handedOn = [] } = input
  const { findings, notChecked: noted, timing } = checkSubject(input)
  const notChecked = blind === undefined ? noted : [...noted, ...unseenBy(blind)]
  const named = { path, kind, profile: choice.profile, target: choice.edition, findings }
  const subject = handedOn.length === 0 ? named : { ...named, handedOn }
  return { subject: notChecked.length === 0 ? subject : { ...subject, notChecked }, timing }
}

/** Every rule of families that had nothing to look at, as not checked for one reason. */
export function unseenBy({ families, reason, handIn }: BlindFamilies): readonly NotChecked[] {
  const rules = families.flatMap((family) => Object.keys(family.rules)).sort()
  return rules.length === 0 ? [] : [{ rules, reason, ...(handIn !== undefined && { handIn }) }]
}
