import type { DraftFinding } from '@sevenstep/findings'
import type { Arbitrary } from 'fast-check'
import type { JudgedFile } from '../judged-file.ts'
import type { PageExample } from '../read-rule-page.ts'
import type { RuleWording } from '../rule-family.ts'

/** A file as a test gives it: text, bytes, or nothing for one whose content plays no part. */
export interface GivenText {
  readonly path: string
  readonly content: string | Uint8Array | undefined
}

/** What the tester needs to know of a family, whatever it looks at. */
export interface TestedFamily {
  readonly id: string
  readonly rules: Readonly<Record<string, RuleWording>>
  readonly mends?: Readonly<Record<string, unknown>>
}

/** What running a family gave. */
export interface Ran {
  /** With all edits. */
  readonly findings: readonly DraftFinding[]
  /** The files as the family saw them, to compare places with. */
  readonly judged: readonly JudgedFile[]
}

/** How a room's families are run in tests: what is given there is the room's own. */
export interface TestedRoom<Family extends TestedFamily, Given> {
  /** The files a given subject consists of. */
  files(given: Given): readonly GivenText[]
  /** Reads the files as a check would and runs the family with every rule on; rules that are off speak as `info`. */
  run(family: Family, files: readonly GivenText[], given: Given): Ran
  /** The subject that a page's examples describe; nothing when none of them can be run. */
  givenBy(examples: readonly PageExample[]): Given | undefined
  /** Anything at all, to show that no input makes a check throw. */
  readonly anyGiven: Arbitrary<Given>
  /** The same subject with the keys of its objects turned round; nothing where that is not the same subject. */
  turned(given: Given): Given | undefined
  /** What a rule's text lacks of the evidence the room asks for; nothing when it is whole. */
  evidenceFault(rule: string, family: Family): string | undefined
}
