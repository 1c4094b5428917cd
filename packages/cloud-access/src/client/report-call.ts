import type { CloudFailure } from '../failures/cloud-failure.ts'
import type { CallContext } from '../pipeline/call-context.ts'
import type { Clock } from '../pipeline/clock.ts'
import type { CloudAnswer } from './cloud-client.ts'
import type { CloudEvent } from './cloud-event.ts'

/** Tells the events of one call. */
export interface CallReporter {
  sent(): void
  answered(answer: CloudAnswer<unknown>): void
  failed(failure: CloudFailure): void
}

interface ReportedCall {
  readonly context: CallContext
  readonly requestId: string
  readonly host: string
}

/** What tells the events of one call to a listener. */
export function reporterOf(
  onEvent: (event: CloudEvent) => void,
  clock: Clock,
  { context, requestId, host }: ReportedCall,
): CallReporter {
  const startedAt = clock.now()
  const call = { operation: context.operation.id, service: context.service, requestId, host }
  const ended = () => {
    const at = clock.now()
    return { ...call, at, durationMs: at - startedAt, attempts: context.attempts }
  }
  return {
    sent: () => onEvent({ ...call, kind: 'sent', at: startedAt }),
    answered: ({ status, requestIds }) => onEvent({ ...ended(), kind: 'answered', status, requestIds }),
    failed: ({ code }) => onEvent({ ...ended(), kind: 'failed', code }),
  }
}
