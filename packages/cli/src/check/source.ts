import type { Connector } from '@sevenstep/connector-schema'
import type { ArchiveContents } from '@sevenstep/connector-schema/archives'

/** A connector that was found and can be read, now or later again. */
export interface Source {
  /** As the user named it, or below what the user named; with `/` between folders. */
  readonly path: string
  /** What was recognised: `connector`, `connector-archive`, `certification-package`, `solution`, `file`. */
  readonly kind: string
  /** The folder the files stand in, where mends can be written; nothing for archives and single files. */
  readonly folder: string | undefined
  /** For a single file: what it is in a connector, and where it is. */
  readonly file?: { readonly role: string; readonly absolute: string }
  /** Where the nearest configuration is looked for. */
  readonly location: string
  /** Reads the files anew. `elsewhere` names files that exist but are kept outside. */
  read(elsewhere: readonly string[]): ReadSource
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
