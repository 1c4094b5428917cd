import type { JsonNode, LocatedJson } from '@sevenstep/located-json'
import { type JudgedFile, type RuleContext, type RuleFamily, ruleFamilyOf } from '@sevenstep/rule-engine'
import type { Edition, Profile } from '../checks/flow-subject.ts'
import type { TemplateEvent, TemplateState } from './template-life-cycle.ts'

/** What an address answered when somebody opened it. */
export interface AddressAnswer {
  readonly url: string
  /** Of HTTP; 0 where nothing answered. */
  readonly status: number
}

/** What is known of a submission beyond its file; every part may be missing. */
export interface SubmissionFacts {
  readonly links?: readonly AddressAnswer[]
}

/** The file of a submission as it was read. */
export interface ReadSubmission {
  readonly file: JudgedFile & { readonly json: LocatedJson }
  /** The object; nothing where the file holds none. */
  readonly root: JsonNode | undefined
  readonly edition: Edition
}

/** Something that happened to a template, as the file tells it. */
export interface RecordedEvent {
  readonly node: JsonNode
  readonly event: TemplateEvent
  /** `YYYY-MM-DD`; empty where none is said. */
  readonly on: string
}

/** What rules about the file itself look at. */
export interface SubmissionFileSubject {
  readonly file: ReadSubmission['file']
  /** Whatever it holds; nothing where it is empty. */
  readonly root: JsonNode | undefined
}

/** What rules about a submission look at. */
export interface SubmissionSubject extends SubmissionFileSubject {
  readonly root: JsonNode
  readonly history: readonly RecordedEvent[]
  /** Where the history leads; nothing where it breaks off. */
  readonly state: TemplateState | undefined
  /** The day of the check as `YYYY-MM-DD`. */
  readonly today: string | undefined
  readonly facts: SubmissionFacts
}

/** A family of rules about submissions. */
export type SubmissionFamily = RuleFamily<SubmissionSubject, Profile, Edition>

/** What such a family's check is called with. */
export type SubmissionContext = RuleContext<SubmissionSubject, Profile, Edition>

/** Gives a family about submissions its type. */
export const defineSubmissionFamily: (family: SubmissionFamily) => SubmissionFamily = ruleFamilyOf<
  SubmissionSubject,
  Profile,
  Edition
>()
