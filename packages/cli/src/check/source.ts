import type { Timing } from '@sevenstep/certification-rules'
import type { Connector } from '@sevenstep/connector-schema'
import type { ArchiveContents } from '@sevenstep/connector-schema/archives'
import type { DraftSubject } from '@sevenstep/findings'
import type { Configuration } from '../configuration/configuration.ts'
import type { CheckFlags } from './check-flags.ts'

/** Something that was found and can be checked, now or later again. */
export type Source = ConnectorSource | DocumentSource

/** What is known of everything that is found. */
interface FoundSource {
  /** As the user named it, or below what the user named; with `/` between folders. */
  readonly path: string
  /** What was recognised: `connector`, `connector-archive`, `certification-package`, `solution`, `file`, or a document. */
  readonly kind: string
  /** The folder the files stand in, where mends can be written; nothing for archives and single files. */
  readonly folder: string | undefined
  /** For a single file: what it is called in reports, and where it is. */
  readonly file?: { readonly role: string; readonly absolute: string }
  /** Where the nearest configuration is looked for. */
  readonly location: string
}

/** A connector. */
export interface ConnectorSource extends FoundSource {
  /** Reads the files anew. `elsewhere` names files that exist but are kept outside. */
  read(elsewhere: readonly string[]): ReadSource
}

/** A file of another step, which the room of that step judges. */
export interface DocumentSource extends FoundSource {
  readonly file: { readonly role: string; readonly absolute: string }
  readonly document: CheckedDocument
}

/** How a document is judged; what it takes is loaded when one is recognised. */
export interface CheckedDocument {
  /** What was recognised, in words: `an app registration in Microsoft Graph format`. */
  readonly recognised: string
  /** The profiles it can be judged in; the first is what is assumed. */
  readonly profiles: readonly string[]
  /** Reads the file anew and judges it. */
  check(settings: DocumentSettings): { readonly subject: DraftSubject; readonly timing: readonly Timing[] }
  /** What applies to it, for showing. */
  applied(settings: DocumentSettings): Readonly<Record<string, unknown>>
}

/** What a document is judged with. */
export interface DocumentSettings {
  readonly flags: CheckFlags
  readonly configuration: Configuration
  /** The day, as `YYYY-MM-DD`. */
  readonly today: string
  /** The folder that paths of the command line are relative to. */
  readonly folder: string
  readonly withEdits: boolean | 'automatic'
  /** Judge this text instead of what stands in the file. */
  readonly text?: string
}

/** True for a file of another step than the connector's. */
export function isDocument(source: Source): source is DocumentSource {
  return 'document' in source
}

/** What reading a source gave. */
export interface ReadSource {
  readonly connector: Connector
  /** Files that are there and could not be read. */
  readonly problems: readonly Unreadable[]
  /** What the archive holds, for the rules about packages. */
  readonly contents?: ArchiveContents
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
}
