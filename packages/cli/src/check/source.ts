import type { MendedFile, Timing } from '@sevenstep/certification-rules'
import type { DraftSubject, ReportDrawing } from '@sevenstep/findings'
import type { Lesson } from '@sevenstep/rule-engine/handed-on'
import type { KindEntry } from '../kinds/kind.ts'
import type { CheckFlags } from './check-flags.ts'
import type { CheckRun } from './check-run.ts'
import type { SettingsFor } from './settings-for.ts'

/** Something that was found and can be checked, now or later again. */
export interface Source {
  /** As the user named it, or below what the user named; with `/` between folders. */
  readonly path: string
  /** The kind as which it is judged. */
  readonly entry: KindEntry
  /** What reports call it: `connector`, `connector-archive`, `certification-package`, `app registration`, … */
  readonly kind: string
  /** What was recognised, in words, where its name does not say so: `an app registration in Microsoft Graph format`. */
  readonly recognised?: string
  /** The folder the files stand in, where mends can be written; nothing for archives and single files. */
  readonly folder: string | undefined
  /** For a single file: what it is called in reports, and where it is. */
  readonly file?: { readonly role: string; readonly absolute: string }
  /** Where the nearest configuration is looked for. */
  readonly location: string
  /** Absolute paths of files that it is made of, beside those that their names tell. */
  readonly reads?: readonly string[]
  /** Loads what judging with these options takes, and most runs do not. */
  prepare?(flags: CheckFlags): Promise<void>
  /** What it tells those who judge other sources; nothing where that cannot be read. */
  lesson?(judging: Judging): Lesson | undefined
  /** Reads the files anew and judges them. */
  judge(judging: Judging): Judged
  /** The files that change, with their automatic mends made in memory. */
  mend(judging: Judging): Promise<readonly MendedFile[]>
  /** What applies to it, for showing. */
  applied(judging: Judging): Readonly<Record<string, unknown>>
  /** Pictures of it, as it was judged last. */
  drawings?(): Promise<readonly ReportDrawing[]>
  /** The text of a file that is not on disk by itself. */
  textOf?(file: string): string | undefined
}

/** True for what came out of an archive, where nothing is mended. */
export function isPacked({ folder, file }: Pick<Source, 'folder' | 'file'>): boolean {
  return folder === undefined && file === undefined
}

/** What a source is judged with. */
export interface Judging {
  readonly run: CheckRun
  readonly settings: SettingsFor
  readonly withEdits: boolean | 'automatic'
}

/** What was found in a source. */
export interface Judged {
  readonly subject: DraftSubject
  readonly timing: readonly Timing[]
  /** Files of it that are there and could not be read. */
  readonly unreadable: readonly Unreadable[]
}

/** Something that was named but could not be read. */
export interface Unreadable {
  readonly path: string
  readonly what: string
  readonly why: string
  readonly fix: string
}

/**
 * Words a problem for the person who gave the path: its text starts with the path that was opened, in quotes, which is
 * shown as it was given instead.
 */
export function unreadableAt(
  { what, why, fix }: Omit<Unreadable, 'path'>,
  shownOf: (path: string) => string,
): Unreadable {
  const [, opened, rest] = /^"([^"]*)" ([\s\S]+)$/.exec(what) ?? []
  return opened === undefined || rest === undefined
    ? { path: shownOf(''), what, why, fix }
    : { path: shownOf(opened), what: rest, why, fix }
}

/** What the paths of a command line led to. */
export interface Found {
  readonly sources: readonly Source[]
  readonly unreadable: readonly Unreadable[]
  /** What is not judged this time, and still tells something to what is; none when left out. */
  readonly beside?: readonly Source[]
}
