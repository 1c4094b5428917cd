import type { PipelinePolicy, PipelineRequest, PipelineResponse, SendRequest } from '@azure/core-rest-pipeline'
import { CloudFailure } from '../failures/cloud-failure.ts'
import type { Repetition } from '../operations/operation.ts'
import { type CallContext, callContextOf } from './call-context.ts'
import type { Clock } from './clock.ts'
import { certainlyUnsent, failureOfError } from './failure-of-error.ts'
import { retryAfterOf } from './retry-after.ts'

/** How often and how long failed requests are repeated. */
export interface RetryOptions {
  /** Repetitions after faults of the service or the connection; 4 if left out. */
  readonly faults?: number
  /** Repetitions after 429 and 503 with `Retry-After`; 20 if left out, since waiting is all that helps. */
  readonly throttles?: number
  /** Longest wait that an answer may ask for, in milliseconds; 15 minutes if left out. */
  readonly longestWaitMs?: number
}

/** Told before each wait. */
export type BeforeRetry = (context: CallContext, reason: 'throttled' | 'fault', waitMs: number, status?: number) => void

interface Retrying {
  readonly clock: Clock
  readonly options: Required<RetryOptions>
  readonly before: BeforeRetry
  /** 0 to 1, exclusive. */
  readonly random: () => number
}

/**
 * Repeats what may be repeated. What starts work is repeated only when the service certainly did nothing: a refusal for
 * too many requests, or a connection that was never made. core-rest-pipeline's own policy repeats every request alike
 * and waits on the machine's clock.
 */
export function retryPolicy(
  clock: Clock,
  options: RetryOptions = {},
  before: BeforeRetry = () => undefined,
  random: () => number = Math.random,
): PipelinePolicy {
  const { faults = 4, throttles = 20, longestWaitMs = 900_000 } = options
  const retrying: Retrying = { clock, options: { faults, throttles, longestWaitMs }, before, random }
  return {
    name: 'retry',
    sendRequest: (request, next) => sendUntilDone(request, next, retrying),
  }
}

async function sendUntilDone(
  request: PipelineRequest,
  next: SendRequest,
  retrying: Retrying,
): Promise<PipelineResponse> {
  const context = callContextOf(request)
  let faults = 0
  let throttles = 0
  for (;;) {
    const outcome = await outcomeOf(request, next, context)
    const verdict = judge(outcome, context.repetition, retrying)
    const isLast =
      verdict === 'final' ||
      (verdict.reason === 'fault' ? faults++ >= retrying.options.faults : throttles++ >= retrying.options.throttles)
    if (isLast) {
      if (outcome instanceof CloudFailure) throw outcome
      return outcome
    }
    const wait = verdict.waitMs ?? backOff(faults, retrying.random)
    retrying.before(context, verdict.reason, wait, outcome.status)
    await retrying.clock.sleep(wait, context.signal).catch((error) => {
      throw failureOfError(error, context)
    })
  }
}

async function outcomeOf(
  request: PipelineRequest,
  next: SendRequest,
  context: CallContext,
): Promise<PipelineResponse | CloudFailure> {
  try {
    return await next(request)
  } catch (error) {
    return failureOfError(error, context)
  }
}

type Verdict = 'final' | { readonly reason: 'throttled' | 'fault'; readonly waitMs?: number | undefined }

function judge(outcome: PipelineResponse | CloudFailure, repetition: Repetition, retrying: Retrying): Verdict {
  if (outcome instanceof CloudFailure) {
    if (outcome.code !== 'connection-failed' && outcome.code !== 'timed-out') return 'final'
    return certainlyUnsent(outcome.cause) || repetition !== 'start' ? { reason: 'fault' } : 'final'
  }
  const { status } = outcome
  if (status < 400) return 'final'
  const asked = retryAfterOf(outcome.headers, retrying.clock.now())
  if (asked !== undefined && asked > retrying.options.longestWaitMs) return 'final'
  // Dataverse refuses a second import with the same status; waiting for the first is for whoever started it.
  if (status === 429) return isOtherWork(outcome) ? 'final' : { reason: 'throttled', waitMs: asked ?? 10_000 }
  if (status === 503 && asked !== undefined) return { reason: 'throttled', waitMs: asked }
  if (repetition === 'start') return 'final'
  return status === 408 || status === 425 || status === 499 || (status >= 500 && status !== 501 && status !== 505)
    ? { reason: 'fault', waitMs: asked }
    : 'final'
}

function isOtherWork({ bodyAsText }: PipelineResponse): boolean {
  return bodyAsText?.includes('Cannot start another') === true
}

/** One second, doubled each time up to half a minute, and spread so that many runs do not come back together. */
function backOff(faults: number, random: () => number): number {
  return Math.min(30_000, 1000 * 2 ** (faults - 1)) * (0.75 + random() / 2)
}
