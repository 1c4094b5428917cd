import type { PipelineRequest } from '@azure/core-rest-pipeline'
import type { Operation, Repetition, ServiceName } from '../operations/operation.ts'
import type { CredentialKind } from './read-token.ts'

/** What the policies of the pipeline know of the call that a request belongs to. */
export interface CallContext {
  readonly operation: Pick<Operation, 'id' | 'failures' | 'credentials'>
  readonly service: ServiceName
  readonly repetition: Repetition
  /** Audience of the token to send; none for addresses that carry their own signature. */
  readonly audience: string | undefined
  /** What limits are counted for: a service, the host that serves it, and the tenant. */
  readonly scope: string
  /** The address as the call gave it; a token goes to no other host. */
  readonly address: string
  readonly signal: AbortSignal | undefined
  readonly timeoutMs: number
  readonly largestAnswerBytes: number
  /** How often the request was sent; counted for events. */
  attempts: number
  /** Whose token was sent last. */
  kind: CredentialKind
}

const contexts = new WeakMap<PipelineRequest, CallContext>()

/** Ties a request to its call. */
export function setCallContext(request: PipelineRequest, context: CallContext): void {
  contexts.set(request, context)
}

/** The call that a request belongs to. */
export function callContextOf(request: PipelineRequest): CallContext {
  const context = contexts.get(request)
  if (context === undefined) throw new TypeError('A request without its call went into the pipeline.')
  return context
}
