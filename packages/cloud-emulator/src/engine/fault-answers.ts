import type { ServiceName } from '@sevenstep/cloud-access/operations'
import type { FaultEffect } from '../faults/fault.ts'
import { EmulatedFailure } from '../operation/emulated-failure.ts'
import { usualLimits } from './limits.ts'
import { throttled } from './throttle.ts'
import { tokenRefusal } from './token-refusals.ts'

/** The refusal that a fault asks for. */
export function faultFailure(
  fault: Extract<FaultEffect, { kind: 'status' | 'throttle' | 'expired-token' | 'drop' }>,
  request: { readonly service: ServiceName; readonly url: URL },
  now: Date,
): EmulatedFailure {
  if (fault.kind === 'throttle') {
    const limit = usualLimits[request.service]
    return throttled(request.service, fault.flavour ?? 'requests', fault.retryAfter ?? 1, limit)
  }
  if (fault.kind === 'expired-token') return tokenRefusal({ ...request, now }, { kind: 'expired', at: now })
  const status = fault.kind === 'status' ? (fault.status ?? 503) : 503
  const [code, message] = usual[status] ?? ['InternalServerError', 'Encountered internal server error.']
  return fault.kind === 'status'
    ? new EmulatedFailure(status, fault.code ?? code, fault.message ?? message)
    : new EmulatedFailure(status, code, message)
}

const usual: Readonly<Record<number, readonly [string, string]>> = {
  500: ['InternalServerError', 'Encountered internal server error.'],
  502: ['BadGateway', 'The service did not answer.'],
  503: ['ServiceUnavailable', 'The service is unavailable. Try again later.'],
  504: ['GatewayTimeout', 'The service did not answer in time.'],
}

/** The authentication context that a token has to name after a challenge. */
const demanded = { access_token: { acrs: { essential: true, value: 'c1' } } }

/**
 * The demand for a token with more claims (continuous access evaluation, conditional access).
 *
 * Source: https://learn.microsoft.com/en-us/entra/identity-platform/claims-challenge
 */
export function claimsChallenge(service: ServiceName): EmulatedFailure {
  const claims = Buffer.from(JSON.stringify(demanded)).toString('base64')
  return new EmulatedFailure(
    401,
    service === 'graph' ? 'InvalidAuthenticationToken' : 'InsufficientClaims',
    'More claims are needed.',
    {
      headers: {
        'www-authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${claims}"`,
      },
    },
  )
}
