import type { ChangeSeverity } from './change.ts'

/** What is known about one kind of change: enough for a page, a list and a message. */
export interface ChangeKindEntry {
  /** One phrase: what happened. */
  readonly title: string
  /** The severity a change of this kind has unless its circumstances make it milder or graver. */
  readonly severity: ChangeSeverity
  /** What it does to flows and apps that exist already. */
  readonly why: string
  /** What to do instead, or along with it. */
  readonly instead: string
  /** When the severity differs, and how; absent when it never does. */
  readonly exceptions?: string
  /** Consecutive versions of certified connectors in which it was seen, and how often in all of them. */
  readonly measured?: { readonly pairs: number; readonly occurrences: number }
  /** True when Microsoft's own comparison is known to say this. */
  readonly isMicrosoftTextKnown?: true
}
