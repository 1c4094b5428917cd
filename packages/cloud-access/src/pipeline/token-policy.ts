import type { PipelinePolicy, PipelineRequest, PipelineResponse, SendRequest } from '@azure/core-rest-pipeline'
import { CloudFailure } from '../failures/cloud-failure.ts'
import { type CallContext, callContextOf } from './call-context.ts'
import type { CredentialKind } from './read-token.ts'
import type { HeldToken, TokenSource } from './token-source.ts'

/**
 * Puts the token into each request, never to another host than the call's own; answers a claims challenge and an
 * refused token, which may have expired sooner than it says, once each. core-rest-pipeline's own policy serves one audience, knows neither tenants nor an injected
 * clock, and does not renew a token that was refused.
 */
export function tokenPolicy(tokens: TokenSource): PipelinePolicy {
  return {
    name: 'token',
    async sendRequest(request, next) {
      const context = callContextOf(request)
      const { audience } = context
      if (audience === undefined || !isOfTheCall(request, context)) {
        request.headers.delete('authorization')
        return next(request)
      }
      refuseKnownKind(tokens.kind, context)
      const token = tokens.held(audience) ?? (await tokens.get(audience, { signal: context.signal }))
      return sendWithToken({ request, next, tokens, token, audience, context })
    },
  }
}

interface Sending {
  readonly request: PipelineRequest
  readonly next: SendRequest
  readonly tokens: TokenSource
  readonly token: HeldToken
  readonly audience: string
  readonly context: CallContext
}

async function sendWithToken({ request, next, tokens, token, audience, context }: Sending): Promise<PipelineResponse> {
  refuseKnownKind(token.kind, context)
  request.headers.set('authorization', token.header)
  const response = await next(request)
  if (response.status !== 401) return response
  const challenge = response.headers.get('www-authenticate') ?? ''
  const claims = claimsOf(challenge)
  if (claims === undefined && isRefusalForGood(response.bodyAsText ?? '')) return response
  const fresh = await tokens.get(audience, {
    signal: context.signal,
    refused: token.header,
    ...(claims === undefined ? {} : { claims }),
  })
  if (fresh.header === token.header) return response
  refuseKnownKind(fresh.kind, context)
  request.headers.set('authorization', fresh.header)
  return next(request)
}

/** Redirects may lead elsewhere; the token stays with the host that the call was for. */
function isOfTheCall(request: PipelineRequest, context: CallContext): boolean {
  return request.url === context.address || new URL(request.url).origin === new URL(context.address).origin
}

function refuseKnownKind(kind: CredentialKind, context: CallContext): void {
  context.kind = kind
  if (kind === 'unknown') return
  const { operation, service } = context
  const { alternative, application, delegated } = operation.credentials
  const facts = { operation: operation.id, service, ...(alternative === undefined ? {} : { fix: alternative }) }
  if (kind === 'application' && application === 'refused')
    throw new CloudFailure('application-refused', { ...facts, details: ['The request was not sent.'] })
  if (kind === 'delegated' && delegated === 'refused')
    throw new CloudFailure('delegated-refused', { ...facts, details: ['The request was not sent.'] })
}

/** The claims of a challenge, as continuous access evaluation sends them: base64 of JSON. */
function claimsOf(challenge: string): string | undefined {
  if (!/insufficient_claims|claims=/i.test(challenge)) return undefined
  const encoded = /claims="([^"]+)"/i.exec(challenge)?.[1]
  if (encoded === undefined) return undefined
  const claims = Buffer.from(encoded, 'base64').toString('utf8')
  return claims.trimStart().startsWith('{') ? claims : undefined
}

/** Another token would be refused as well: it is not the token's age that the service minds. */
function isRefusalForGood(body: string): boolean {
  return /ClientScopeAuthorizationFailed|MissingAuthorizationHeader|wrong audience/.test(body)
}
