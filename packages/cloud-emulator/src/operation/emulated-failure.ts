/** What a refusal may carry beyond status, code and message. */
export interface FailureExtras {
  readonly headers?: Readonly<Record<string, string>>
  /** Members put beside code and message, for example `details` or `innerError`. */
  readonly members?: Readonly<Record<string, unknown>>
  /** A whole body instead of the service's envelope. */
  readonly body?: unknown
}

/** A refusal by an emulated service. The engine words it in the envelope of the service it comes from. */
export class EmulatedFailure extends Error {
  override readonly name = 'EmulatedFailure'
  readonly status: number
  /** The service's own code, for example `EnvironmentNotFound` or `0x80040217`. */
  readonly code: string
  readonly extras: FailureExtras

  constructor(status: number, code: string, message: string, extras: FailureExtras = {}) {
    super(message)
    this.status = status
    this.code = code
    this.extras = extras
  }
}
