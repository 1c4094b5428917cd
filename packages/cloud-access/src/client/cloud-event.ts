import type { FailureKey } from '../failures/catalogue.ts'
import type { ServiceName } from '../operations/operation.ts'
import type { WorkProgress } from './work.ts'

interface OfCall {
  /** Id of the operation. */
  readonly operation: string
  readonly service: ServiceName
  /** The client's request id. */
  readonly requestId: string
  readonly host: string
  /** When, in milliseconds since 1970. */
  readonly at: number
}

/** What a client tells while it works. No event carries a body, a query, a token or a signature. */
export type CloudEvent =
  | (OfCall & { readonly kind: 'sent' })
  | (OfCall & {
      readonly kind: 'answered'
      readonly status: number
      readonly durationMs: number
      readonly attempts: number
      readonly requestIds: Readonly<Record<string, string>>
    })
  | (OfCall & {
      readonly kind: 'failed'
      readonly code: FailureKey
      readonly durationMs: number
      readonly attempts: number
    })
  | (Omit<OfCall, 'requestId' | 'host'> & {
      readonly kind: 'waiting'
      readonly reason: 'throttled' | 'fault'
      readonly waitMs: number
      readonly status?: number
    })
  | (Omit<OfCall, 'requestId' | 'host'> & { readonly kind: 'progress'; readonly progress: WorkProgress })
