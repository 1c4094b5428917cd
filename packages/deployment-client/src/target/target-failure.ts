/** What a target says when something does not work, in the words a person can use. */
export interface FailureText {
  /** From the catalogue of failures, or one of our own. */
  readonly code: string
  readonly what: string
  readonly why: string
  readonly fix: string
  /** The cloud's own ids of the requests, for its support. */
  readonly requestIds?: readonly string[]
  readonly status?: number
}

/** Something a target refused or could not do. */
export class TargetFailure extends Error {
  readonly text: FailureText
  /** True when nobody knows whether the work was accepted. */
  readonly isAmbiguous: boolean

  constructor(text: FailureText, options: { readonly isAmbiguous?: boolean; readonly cause?: unknown } = {}) {
    super(text.what, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'TargetFailure'
    this.text = text
    this.isAmbiguous = options.isAmbiguous ?? false
  }
}

/** Whether a failure says that the thing asked for is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof TargetFailure && error.text.status === 404
}
