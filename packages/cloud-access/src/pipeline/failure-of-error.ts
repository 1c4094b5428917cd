import { CloudFailure } from '../failures/cloud-failure.ts'
import { TimeoutReason } from './body-policy.ts'
import type { CallContext } from './call-context.ts'

/** Codes of the system for connections that were never made, so that nothing of the request arrived. */
const unsent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
])

const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ALTNAME/

/** Whether an error proves that the request did not arrive. */
export function certainlyUnsent(error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && (unsent.has(code) || untrusted.test(code))
}

/** What went wrong on the way, as a failure of the call. */
export function failureOfError(error: unknown, context: CallContext): CloudFailure {
  if (error instanceof CloudFailure) return error.operation === undefined ? completed(error, context) : error
  const facts = { operation: context.operation.id, service: context.service, cause: error }
  const reached = context.attempts > 0 && !certainlyUnsent(error)
  const ambiguous = reached && context.repetition !== 'safe'
  if (error instanceof TimeoutReason) {
    const details = [`Allowed were ${context.timeoutMs / 1000} seconds.`]
    return new CloudFailure('timed-out', { ...facts, ambiguous, details })
  }
  if (context.signal?.aborted === true) return new CloudFailure('cancelled', { ...facts, ambiguous })
  const code = codeOf(error)
  if (code !== undefined && untrusted.test(code))
    return new CloudFailure('certificate-untrusted', { ...facts, details: [code] })
  const details = [error instanceof Error ? error.message : String(error)]
  return new CloudFailure('connection-failed', { ...facts, ambiguous, details })
}

/** A failure that was found deeper down, where the call was not known. */
function completed(failure: CloudFailure, context: CallContext): CloudFailure {
  return new CloudFailure(failure.code, {
    ...factsOf(failure),
    operation: context.operation.id,
    service: failure.service ?? context.service,
    // An answer that was cut off leaves open what the service did.
    ambiguous: failure.code === 'answer-too-large' && context.repetition !== 'safe',
  })
}

function factsOf(failure: CloudFailure) {
  const { status, cloudCode, cloudMessage, details, requestIds, retryAfterMs, fix, service, cause } = failure
  return {
    details,
    requestIds,
    fix,
    cause,
    ...(status === undefined ? {} : { status }),
    ...(service === undefined ? {} : { service }),
    ...(cloudCode === undefined ? {} : { cloudCode }),
    ...(cloudMessage === undefined ? {} : { cloudMessage }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'cause' in error ? codeOf(error.cause) : undefined
}
