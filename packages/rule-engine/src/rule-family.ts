import type { MendKind, Message, RuleSetting, Severity } from '@sevenstep/findings'
import type { JsonEditor, JsonNode } from '@sevenstep/located-json'
import type { JudgedFile } from './judged-file.ts'

/** What a rule says, and how what it says is mended: the part that is the same in every room. */
export interface RuleWording {
  /** One sentence: what the rule demands. */
  readonly title: string
  /**
   * What is said about a finding, by name; a rule with one thing to say calls it `found`. `{name}` stands for a
   * value the check gives. `what` names the thing and the place, `why` the consequence, `fix` what to do.
   */
  readonly messages: Readonly<Record<string, Message>>
  /** How it is mended when the family's mends have an entry for it. */
  readonly mend?: MendKind
  /** How single messages are mended where they differ from {@link mend}; `none` for what only a person can put right. */
  readonly mendByMessage?: Readonly<Record<string, MendKind | 'none'>>
  /**
   * Messages that say something milder than the rule does. Never raises a severity; one that somebody sets for the
   * rule counts for all its messages.
   */
  readonly severityByMessage?: Readonly<Record<string, Severity>>
  /** What stands at the place is a secret: reports show dots instead of it. */
  readonly isSecret?: true
}

/** A setting for some profiles and editions instead of the rule's own. */
export interface SettingException<Profile extends string = string, Edition extends string = string> {
  /** All profiles when left out. */
  readonly profiles?: readonly Profile[]
  /** All editions when left out. */
  readonly editions?: readonly Edition[]
  readonly setting: RuleSetting
  /** Why, for the rule's page. */
  readonly because: string
}

/** A rule with its severities and its evidence, for rooms whose rules are judged by the documents alone. */
export interface RuleText<Profile extends string = string, Edition extends string = string> extends RuleWording {
  readonly setting: RuleSetting
  /** The first one that fits wins over {@link setting}. */
  readonly exceptions?: readonly SettingException<Profile, Edition>[]
  /** Keys of the room's table of sources; empty only with {@link deviation}. */
  readonly sources: readonly string[]
  /** Identifiers that Microsoft uses for the same thing. */
  readonly codes?: readonly string[]
  /** How sure the sources are; `low` is said on the rule's page. */
  readonly confidence?: 'low'
  /** Why it goes beyond its sources or has none. */
  readonly deviation?: string
}

/** Values for the holes in a message. */
export type MessageData = Readonly<Record<string, string | number>>

/** A place a check points at. */
export type Place =
  | JsonNode
  /** Part of a text file, as offsets; both 0 and no text for a file as a whole. */
  | { readonly file: Pick<JudgedFile, 'path' | 'text'>; readonly start: number; readonly end: number }
  /** A file that is not text or does not exist. */
  | { readonly path: string }

/** What goes with a finding beside its rule and place. */
export interface ReportOptions {
  /** Name of the message; `found` when left out. */
  readonly message?: string
  readonly data?: MessageData
  /** Underline the member's key instead of its value: for keys that should not be there. */
  readonly onKey?: boolean
  readonly related?: readonly { readonly at: Place; readonly note: string }[]
}

/** How checks say what they found. */
export interface Reporting {
  /** Says that something is wrong. `rule` is one of the family's ids. */
  report(rule: string, at: Place, options?: ReportOptions): void
  /**
   * Says that a rule could not look, and why: neither passed nor failed. `handIn`, where the subject lacks what the rule
   * judges, says in a sentence what to hand in; it is left out where the rule looked and could not decide.
   */
  notChecked(rule: string, reason: string, handIn?: string): void
}

/** What a family's check is called with. */
export interface RuleContext<Subject, Profile extends string = string, Edition extends string = string>
  extends Reporting {
  /** What is judged, already read; facts from elsewhere are part of it. */
  readonly subject: Subject
  readonly profile: Profile
  readonly edition: Edition
}

/** What a mend may look at and write to. */
export interface MendContext<Subject> {
  readonly subject: Subject
  /** The file the finding is in. */
  readonly path: string
  /** The node that was reported; nothing when a text place or a file was. */
  readonly node: JsonNode | undefined
  readonly data: MessageData
  /** Name of the message that was reported. */
  readonly message: string
  /** Offsets that were reported, for a text place. */
  readonly start: number
  readonly end: number
  /** Writes into the file the finding is in. */
  readonly edit: JsonEditor
}

/** Writes the edits that mend one finding; writing none means that this one needs a person. */
export type Mend<Subject> = (context: MendContext<Subject>) => void

/**
 * Requirements that are checked together because they look at the same thing. Detecting (`check`), describing
 * (`rules`) and mending (`mends`) are separate; the page stands beside in Markdown, the table test too. A check is
 * pure: the subject and the facts in it go in, reports come out.
 */
export interface RuleFamily<Subject, Profile extends string = string, Edition extends string = string> {
  /** Also the file's name. */
  readonly id: string
  /** The heading its rules are listed under. */
  readonly group: string
  readonly rules: Readonly<Record<string, RuleText<Profile, Edition>>>
  check(context: RuleContext<Subject, Profile, Edition>): void
  readonly mends?: Readonly<Record<string, Mend<Subject>>>
}

/**
 * Gives a room its `defineRuleFamily`, so that a slip in a family is a compile error where it is written:
 * `export const defineRuleFamily = ruleFamilyOf<AppRegistration, Profile, Edition>()`.
 */
export function ruleFamilyOf<Subject, Profile extends string = string, Edition extends string = string>(): (
  family: RuleFamily<Subject, Profile, Edition>,
) => RuleFamily<Subject, Profile, Edition> {
  return (family) => family
}
