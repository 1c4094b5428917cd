import type { Text } from '@sevenstep/onboarding'
import { failureWords, type SignInFailureCode } from './failure-words.ts'

/** The HTTP status that says the same to programs: whose fault it is, ours, theirs or the provider's. */
const failureStatus = {
  'attempt-missing': 400,
  'attempt-expired': 400,
  'answer-malformed': 400,
  'state-mismatch': 400,
  denied: 403,
  'provider-refused': 502,
  'provider-unreachable': 503,
  'code-rejected': 400,
  'client-rejected': 502,
  signature: 502,
  issuer: 502,
  audience: 502,
  expired: 502,
  'nonce-mismatch': 502,
  'claims-missing': 502,
  'tenant-not-allowed': 403,
} as const satisfies Record<SignInFailureCode, number>

/** A sign-in that came to nothing: nobody is signed in, and nothing was created. */
export class SignInFailure extends Error {
  override readonly name = 'SignInFailure'
  readonly code: SignInFailureCode
  readonly what: Text
  readonly why: Text
  readonly fix: Text
  /** The provider's own correlation id, for whoever looks into it. */
  readonly reference: string | undefined

  constructor(
    code: SignInFailureCode,
    more: { readonly cause?: unknown; readonly reference?: string | undefined } = {},
  ) {
    const words = failureWords[code]
    super(`${code}: ${words.why.en}`, more.cause === undefined ? {} : { cause: more.cause })
    this.code = code
    this.what = words.what
    this.why = words.why
    this.fix = words.fix
    this.reference = more.reference
  }

  /** The HTTP status of the page that tells of it. */
  get status(): (typeof failureStatus)[SignInFailureCode] {
    return failureStatus[this.code]
  }
}

/** Sign-in was configured in a way that cannot be safe; the message says what, why and what to change. */
export class SignInSettingsError extends Error {
  override readonly name = 'SignInSettingsError'
}
