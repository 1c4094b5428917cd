import { AuthError } from '@azure/msal-node'
import { CloudFailure } from '../failures/cloud-failure.ts'
import { serviceWordsOf } from '../failures/envelope.ts'
import { recogniseFailure } from '../failures/recognise-failure.ts'

/** Codes of MSAL's own for requests that never got an answer. */
const unanswered: ReadonlySet<string> = new Set([
  'endpoints_resolution_error',
  'network_error',
  'openid_config_error',
  'no_network_connectivity',
  'request_timeout',
])

/** An error of MSAL or the token endpoint as a failure with what, why and fix. */
export function signInFailure(error: unknown): CloudFailure {
  if (error instanceof CloudFailure) return error
  const inner = innerFailure(error)
  if (inner !== undefined) return inner
  if (!(error instanceof AuthError)) {
    return new CloudFailure('sign-in-failed', {
      service: 'sign-in',
      cause: error,
      details: [error instanceof Error ? error.message : String(error)],
    })
  }
  // While polling for a device code MSAL gives the endpoint's code as the message.
  const code = error.errorCode === 'post_request_failed' ? error.errorMessage : error.errorCode
  if (unanswered.has(code))
    return new CloudFailure('connection-failed', { service: 'sign-in', cause: error, details: [error.errorMessage] })
  if (code === 'device_code_polling_cancelled')
    return new CloudFailure('cancelled', { service: 'sign-in', cause: error })
  const description = /AADSTS\d+.*/s.exec(error.errorMessage)?.[0] ?? error.errorMessage
  const words = serviceWordsOf({
    error: code,
    error_description: description.replace(/(?<![\s-])[\s-]*(?:Correlation|Trace) ID:.*/s, ''),
  })
  const recognised = recogniseFailure(400, words)
  return new CloudFailure(recognised === 'request-refused' ? 'sign-in-failed' : recognised, {
    service: 'sign-in',
    cloudCode: words.code ?? code,
    cloudMessage: words.message ?? error.errorMessage,
    requestIds: requestIdsOf(error),
    cause: error,
  })
}

/** MSAL wraps what its network module threw. */
function innerFailure(error: unknown): CloudFailure | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if (error instanceof CloudFailure) return error
  if ('error' in error) return innerFailure(error.error)
  return 'cause' in error ? innerFailure(error.cause) : undefined
}

function requestIdsOf({ errorMessage, correlationId }: AuthError): Record<string, string> {
  const trace = /Trace ID:\s*([\w-]+)/.exec(errorMessage)?.[1]
  return {
    ...(correlationId === '' ? {} : { 'correlation-id': correlationId }),
    ...(trace === undefined ? {} : { 'trace-id': trace }),
  }
}
