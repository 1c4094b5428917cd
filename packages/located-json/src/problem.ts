/** Everything that can be wrong with a JSON text. */
export type JsonProblemCode =
  | 'byte-order-mark'
  | 'wrong-encoding'
  | 'empty-text'
  | 'trailing-comma'
  | 'stray-comma'
  | 'missing-comma'
  | 'comment'
  | 'duplicate-key'
  | 'control-character'
  | 'invalid-escape'
  | 'invalid-number'
  | 'text-after-root'
  | 'single-quotes'
  | 'unquoted-key'
  | 'unexpected-text'
  | 'unterminated-text'
  | 'too-deep'

/** One thing wrong with a JSON text. Offsets count UTF-16 code units. */
export interface JsonProblem {
  readonly code: JsonProblemCode
  readonly start: number
  readonly end: number
  /** What stands there, or the key that occurs twice; shortened to 40 characters. */
  readonly found: string
  /** What would have been right there, in words; empty when the code says it all. */
  readonly expected: string
  /** For a duplicate key: where the same key stood before, the nearest time if it stood there often. */
  readonly first?: number
  /**
   * True when reading went on with the only sensible meaning. False when the rest of the text was given up: what
   * was read before is still in the tree, but what is absent from it proves nothing.
   */
  readonly isRecovered: boolean
}
