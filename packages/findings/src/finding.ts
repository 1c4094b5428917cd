import type { Severity } from './severity.ts'

/** A place in a text: line and column, both from 1; the column counts UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A stretch of text; `end` is the position just behind the last character. */
export interface Range {
  readonly start: Position
  readonly end: Position
}

/** Where something is: a file, and inside it a JSON pointer, a range, both or neither. */
export interface Location {
  /** Path relative to the subject that was checked, with `/` between folders. */
  readonly file: string
  /** RFC 6901 JSON pointer into the file; always of a node that exists. */
  readonly pointer?: string
  readonly range?: Range
}

/** A second place that a reader needs to understand a finding, with the reason it is named. */
export interface RelatedPlace extends Location {
  readonly note: string
}

/** One replacement in one file. `start` and `end` are UTF-16 offsets into the text as it was read. */
export interface TextEdit {
  readonly file: string
  readonly range: Range
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Whether an edit may be made without asking. `automatic` keeps the meaning and invents nothing;
 * `proposed` is shown to a person, who decides.
 */
export type MendKind = 'automatic' | 'proposed'

/** The three sentences every finding says: what is wrong, why it matters, what to do. */
export interface Message {
  readonly what: string
  readonly why: string
  readonly fix: string
}

/** One thing wrong in one place. */
export interface Finding extends Location {
  readonly ruleId: string
  readonly severity: Severity
  readonly message: Message
  /** Identity that survives moved lines: rule, file, pointer and what was said, hashed. */
  readonly fingerprint: string
  readonly related?: readonly RelatedPlace[]
  /** Edits that together mend this finding; empty or absent when only a person can. */
  readonly edits?: readonly TextEdit[]
  readonly mend?: MendKind
  /** Microsoft's own identifier for the requirement, where one is known. */
  readonly code?: string
  /** How sure the source of `code` is; absent means it was read in Microsoft's own documentation. */
  readonly codeConfidence?: 'low'
  /** A stretch of the file that holds a secret: printers show dots in its place. */
  readonly hides?: Range
  /** Address of the page that explains the rule. */
  readonly documentation?: string
}
