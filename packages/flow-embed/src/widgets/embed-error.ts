/** Why embedding did not work; a closed list. */
export type EmbedErrorCode =
  | 'sdk-not-loaded'
  | 'render-failed'
  | 'not-ready'
  | 'disposed'
  | 'token-failed'
  | 'token-expired'
  | 'widget-failed'
  | 'listener-failed'
  | 'answered-already'

/** A failure of embedding, with what to do about it. Never holds a token. */
export class EmbedError extends Error {
  override readonly name = 'EmbedError'
  readonly code: EmbedErrorCode

  constructor(code: EmbedErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
  }
}
