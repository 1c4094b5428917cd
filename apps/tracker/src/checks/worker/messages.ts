import type { Profile } from '@sevenstep/certification-rules'
import type { Counts, MendKind } from '@sevenstep/findings'
import type { Edition, FamilyFact, RuleRoom, Text } from '@sevenstep/onboarding'

/** A file as somebody handed it in: its path with `/` between folders, and its bytes. */
export interface UploadedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** What a worker is asked to do. */
export interface CheckRequest {
  readonly kind: 'check' | 'mend'
  readonly files: readonly UploadedFile[]
  readonly profile: Profile
  /** The state of the programme to judge by; today's when left out. */
  readonly edition?: Edition
  /** The day of the check, as `YYYY-MM-DD`; left out, when credentials end is not judged. */
  readonly today?: string
  /** Tenants that the vendor's own people sign in from; left out, whose tenant a deployment reached cannot be told. */
  readonly ownTenants?: readonly string[]
}

/** One file of a connector and how it fared. */
export interface FileResult {
  /** As a person knows it: the path that was handed in, or the path of the archive and the one in it. */
  readonly path: string
  readonly errors: number
  readonly warnings: number
  readonly notes: number
  /** False for a file that lies beside those a connector consists of. */
  readonly judged: boolean
}

/** A stretch of one line, as columns from 1; `to` is the first column after it. */
export interface ShownMark {
  readonly line: number
  readonly from: number
  readonly to: number
}

/** One line of what a mend would change. */
export interface ShownChange {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
  readonly before?: number
  readonly after?: number
}

/** What is shown beside a finding: the lines around it and the mend on offer, secrets hidden. */
export interface ShownPlace {
  readonly firstLine: number
  readonly lines: readonly string[]
  readonly marks: readonly ShownMark[]
  readonly mend?: { readonly kind: MendKind; readonly changes: readonly ShownChange[] }
}

/** By position of the subject and fingerprint of the finding: `0 3f2a…`. */
export type ShownPlaces = Readonly<Record<string, ShownPlace>>

/** A secret that was found, by its place alone. */
export interface FoundSecret {
  /** The file that was handed in and is not to be kept. */
  readonly path: string
  readonly file: string
  readonly line: number
  readonly rule: string
}

/** Something that kept a file or an archive from being read, in the three sentences of every problem. */
export interface ReadingTrouble {
  readonly path: string
  readonly what: Text
  readonly why: Text
  readonly fix: Text
}

/** A file with facts from outside that counted, and whose word that is: the person's who handed it in. */
export interface ReportedFile {
  readonly path: string
  /** The rules that took facts from it. */
  readonly rooms: readonly RuleRoom[]
  /** Names of the facts, as `headers` or `order`. */
  readonly facts: readonly string[]
}

/** A flow as it is drawn. */
export interface DrawnFlow {
  /** The package or solution it is of. */
  readonly subject: string
  readonly name: string
  /** An `<svg>` element without styles; none where a secret stands in a name. */
  readonly svg?: string
  /** The same in words, a line for each step. */
  readonly outline?: string
}

/** What a check gives. */
export interface CheckResult {
  /** Whose rules judged something, in the order of the steps. */
  readonly rooms: readonly RuleRoom[]
  /** The very bytes that the command line prints with `--format json`. */
  readonly reportJson: string
  readonly counts: Counts
  /** The same, by whose rules found it. */
  readonly countsOfRooms: Readonly<Partial<Record<RuleRoom, Counts>>>
  readonly families: Readonly<Record<string, FamilyFact>>
  readonly operations: number
  readonly files: readonly FileResult[]
  readonly shown: ShownPlaces
  readonly secrets: readonly FoundSecret[]
  /** Why nothing could be judged; none where something was. */
  readonly trouble: readonly ReadingTrouble[]
  /** What could not be read whole and was therefore left out, while the rest was judged. */
  readonly unread: readonly ReadingTrouble[]
  /** What is of a known kind and holds nothing that is checked. */
  readonly idle: readonly ReadingTrouble[]
  /** Files that nobody took for anything, by their paths. */
  readonly unrecognised: readonly string[]
  /** Files that were handed in and of which nothing was judged: whether they hold a secret nobody knows. */
  readonly unjudged: readonly string[]
  readonly reported: readonly ReportedFile[]
  readonly drawings: readonly DrawnFlow[]
}

/** One file with its automatic mends, as it is shown and as it is handed out. */
export interface MendedUpload {
  readonly path: string
  readonly count: number
  readonly changes: readonly ShownChange[]
}

/** What mending gives: the files that change, and a zip of all files with the mended ones in place. */
export interface MendResult {
  readonly mended: readonly MendedUpload[]
  readonly archive: Uint8Array
}

/** What a worker says; `file` may come any number of times before the last word. */
export type CheckMessage =
  | { readonly type: 'file'; readonly file: FileResult }
  | { readonly type: 'checked'; readonly result: CheckResult }
  | { readonly type: 'mended'; readonly result: MendResult }
