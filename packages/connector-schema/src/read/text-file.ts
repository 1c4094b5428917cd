import type { LocatedJson } from '@sevenstep/located-json'

/** One file as it is handed to {@link readConnector}. */
export interface GivenFile {
  /** Path inside the connector's folder, with `/` between folders. */
  readonly path: string
  /** Text, bytes, or `undefined` for a file that exists but could not be read (or was left out on purpose). */
  readonly content: string | Uint8Array | undefined
}

/** A text file of a connector, decoded. */
export interface TextFile {
  readonly path: string
  /** Decoded text; a byte-order mark stays in front, so that offsets fit the file. */
  readonly text: string
  /** Size of the file in bytes; for a file that was given as text, its size in UTF-8. */
  readonly sizeBytes: number
  /** False when bytes that are no UTF-8 had to be replaced; edits to such a file are refused. */
  readonly isUtf8: boolean
  /** Offset of the first character that was replaced, when there is one. */
  readonly firstInvalid?: number
}

/** A JSON file of a connector. */
export interface JsonFile extends TextFile {
  readonly json: LocatedJson
}

/** A file that is not text, the icon for one. */
export interface BinaryFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * What is known about one of the files a connector may have. `absent` is only said when the whole folder was seen;
 * `unreadable` exists but its content is not at hand; `unknown` was simply not given.
 */
export type Presence = 'read' | 'unreadable' | 'absent' | 'unknown'
