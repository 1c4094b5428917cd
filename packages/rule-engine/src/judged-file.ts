import type { LocatedJson } from '@sevenstep/located-json'

/** A file that rules look at: its text, and what was read from it where it is JSON. */
export interface JudgedFile {
  /** Relative to the subject, with `/` between folders. */
  readonly path: string
  readonly text: string
  /** False when bytes were replaced while decoding, so that offsets say nothing about the file. */
  readonly isUtf8: boolean
  readonly json?: LocatedJson
}
