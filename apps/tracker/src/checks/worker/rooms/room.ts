import type { DraftFinding, DraftSubject, Subject } from '@sevenstep/findings'
import type { FamilyFact, RuleRoom } from '@sevenstep/onboarding'
import type { MendedText } from '@sevenstep/rule-engine'
import type { HandingOn, Lesson } from '@sevenstep/rule-engine/handed-on'
import type { CheckRequest, DrawnFlow, FileResult, ReadingTrouble, UploadedFile } from '../messages.ts'
import type { ReportedFacts } from '../reported/reported-facts.ts'
import type { Upload } from '../upload.ts'

/** What is known beside the files. */
export type KnownBeside = Pick<CheckRequest, 'profile' | 'edition' | 'today' | 'ownTenants'> & {
  /** Facts that were handed in as files; none when left out. */
  readonly reported?: ReportedFacts
  /** What was read in one part of the upload and others are judged with; our own reading, so it is seen, not reported. */
  readonly handingOn?: HandingOn
}

/** The rules of one step and the kind of files they judge. */
export interface Room {
  readonly name: RuleRoom
  /** What there is of its kind among the files that are free, told by their content; nothing where there is none. Never throws. */
  find(upload: Upload): FoundInRoom | undefined
}

/** Something of a room's kind. */
export interface FoundInRoom {
  /** The files that it is made of, which no other room then looks at. */
  readonly taken: readonly UploadedFile[]
  /** Files that lie with it and are known to it by their names alone; another room may take them. */
  readonly beside?: readonly UploadedFile[]
  /** What it tells those who judge other parts; nothing of what was handed in as facts. */
  lessons?(known: KnownBeside): readonly Lesson[]
  judge(known: KnownBeside): Judged
  /** The uploads with their automatic mends, each by its upload's path; nothing where nothing is mended. */
  mend?(known: KnownBeside): readonly MendedText[]
}

/** What a room found out. */
export interface Judged {
  /** One after the other, so that each is told of as soon as it is there. */
  readonly subjects: Iterable<JudgedSubject>
  /** Any of these means that not all of the room's files were judged, so that nothing of it may count. */
  readonly trouble: readonly ReadingTrouble[]
  /** Things of its kind with nothing in them that it judges; they decide nothing. */
  readonly idle?: readonly ReadingTrouble[]
  /** What the finished subjects say of each family. */
  facts(subjects: readonly FactSubject[]): Readonly<Record<string, FamilyFact>>
  /** Operations of connectors. */
  readonly operations?: number
  /** The flows as they are drawn; `isSecret` tells texts that must not be shown. */
  drawings?(isSecret: (text: string) => boolean): readonly DrawnFlow[]
}

/** What facts are made from. */
export type FactSubject = Pick<Subject, 'path' | 'findings' | 'notChecked' | 'profile'>

/** One thing that was judged, with the way back to what was handed in. */
export interface JudgedSubject {
  readonly draft: DraftSubject
  /** Its files as findings name them; named in vain where one is handed in under another name. */
  readonly files: readonly string[]
  /** True where it came in an archive: nothing is mended in there. */
  readonly isArchive: boolean
  /** True where its lines name people: findings are then shown by their place alone. */
  readonly isPersonal?: boolean
  /** Files that a finding is about as well, where it points at their names: pictures of an offer. */
  filesNamedBy?(finding: DraftFinding): readonly string[]
  textOf(file: string): string | undefined
  uploadOf(file: string): UploadedFile | undefined
  /** For a subject that names its files in another way than the usual one. */
  fileResults?(findings: readonly DraftFinding[]): readonly FileResult[]
}
