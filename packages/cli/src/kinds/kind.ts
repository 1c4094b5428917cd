import type { RuleDescription } from '@sevenstep/findings'
import type { Source } from '../check/source.ts'

/** The steps of the programme that files are judged for. */
export type Step = 1 | 2 | 3 | 4 | 6 | 7

/** What can be judged. */
export type KindName = 'connector' | 'app-registration' | 'host-page' | 'flow-package' | 'licences' | 'offer'

/** What is known of a kind before anything of its room is loaded. */
export interface KindEntry {
  readonly name: KindName
  readonly step: Step
  /** In words: `an app registration`. */
  readonly words: string
  /** What reports call the things it judges. */
  readonly subjects: readonly string[]
  /** The profiles it can be judged in. */
  readonly profiles: readonly string[]
  /** Options of `check` that say something about it, without their dashes. */
  readonly options: readonly ('edition' | 'capability' | 'facts' | 'headers' | 'catalogue')[]
}

/** A kind whose room is loaded when something that could be one is met. */
export interface LaterKindEntry extends KindEntry {
  /** Whether a folder with these entries may be one as a whole; cheap. */
  mayBeFolder?(names: ReadonlySet<string>): boolean
  /** Those of some files that may be one, or belong to one; cheap. */
  candidates?(files: readonly FoundFile[]): readonly FoundFile[]
  load(): Promise<LaterKind>
}

/** A kind with its room. */
export interface LaterKind {
  /** The folder as one thing; nothing when it is none. */
  inFolder?(folder: FoundFolder): Source | undefined
  /** What there is among files, each with the files that it is made of. */
  inFiles?(files: readonly FoundFile[]): readonly FoundInFiles[] | Promise<readonly FoundInFiles[]>
  describeRules(): readonly RuleDescription[] | Promise<readonly RuleDescription[]>
  /** The page of every rule in Markdown. */
  pages(): Promise<Readonly<Record<string, string>>>
}

/** Something that was found, and what it is made of. */
export interface FoundInFiles {
  readonly source: Source
  readonly files: readonly FoundFile[]
}

/** A folder that may be something as a whole. */
export interface FoundFolder {
  /** As the user named it, or below what the user named; with `/` between folders. */
  readonly path: string
  readonly absolute: string
}

/** A file that no connector's is. */
export interface FoundFile extends FoundFolder {
  readonly name: string
  /** Named on the command line, not met in a folder. */
  readonly isNamed: boolean
  /** Judged already for the connectors in it. */
  readonly isJudged: boolean
  /** Read once; empty when it is gone or too large. */
  readonly bytes: () => Uint8Array
  /** The bytes as text. */
  readonly text: () => string
}
