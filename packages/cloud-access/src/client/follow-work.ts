import { CloudFailure } from '../failures/cloud-failure.ts'
import { recogniseFailure } from '../failures/recognise-failure.ts'
import { operationById } from '../operations/index.ts'
import type { Operation, OutputOf } from '../operations/operation.ts'
import type { Clock } from '../pipeline/clock.ts'
import { retryAfterOf } from '../pipeline/retry-after.ts'
import type { CallOptions, CloudAnswer, CloudClientOptions } from './cloud-client.ts'
import type { Send, SentAnswer } from './create-cloud-client.ts'
import type { Work, WorkOptions, WorkProgress } from './work.ts'
import { type WorkHandle, writeWorkHandle } from './work-handle.ts'
import { workFaultsOf, workStateOf } from './work-state.ts'

/** What following work needs of the client. */
export interface Following {
  readonly send: Send
  readonly clock: Clock
  readonly onEvent: CloudClientOptions['onEvent']
}

/** One piece of work to follow. */
export interface Followed<O extends Operation, P extends Operation> {
  readonly handle: WorkHandle
  readonly begun: CloudAnswer<OutputOf<O>> | undefined
  readonly options: WorkOptions<P>
  /** The answer that began it was already the end. */
  readonly isOver: boolean
}

const anHour = 3_600_000
const shortestPoll = 2_000
const longestPoll = 15_000

/**
 * Follows work until its end. @azure/core-lro was tried for this: it reads the state from the status or from `status`
 * alone, which is where none of these services says it, takes the 409 of a busy environment for a failure, and waits on
 * the machine's clock.
 */
export function followWork<O extends Operation, P extends Operation>(
  following: Following,
  { handle, begun, options, isOver }: Followed<O, P>,
): Work<O, P> {
  const { clock } = following
  const polledBy = isOver ? undefined : pollOperation(handle, options)
  let waitMs = retryAfterIn(begun?.headers, clock) ?? shortestPoll
  let last: SentAnswer | undefined
  let progress: WorkProgress = {
    state: isOver ? 'succeeded' : 'running',
    elapsedMs: clock.now() - handle.startedAt,
    polls: 0,
  }

  async function poll(): Promise<WorkProgress> {
    if (progress.state !== 'running' || polledBy === undefined) return progress
    last = await ask(following, polledBy, handle, { ...options, isNew: progress.polls < 3 })
    const state = workStateOf(last.status, last.body)
    waitMs = retryAfterIn(last.headers, clock) ?? Math.min(longestPoll, waitMs * 1.5)
    progress = {
      ...state,
      elapsedMs: clock.now() - handle.startedAt,
      polls: progress.polls + 1,
      ...(state.state === 'running' ? { nextPollMs: waitMs } : {}),
    }
    options.onProgress?.(progress)
    following.onEvent?.({
      kind: 'progress',
      operation: handle.operation,
      service: polledBy.service,
      at: clock.now(),
      progress,
    })
    return progress
  }

  async function result(): Promise<OutputOf<P> | undefined> {
    const until = clock.now() + (options.longestMs ?? anHour)
    while (progress.state === 'running') {
      if (clock.now() + waitMs > until) throw unfinished(handle, polledBy, until - clock.now())
      await clock.sleep(waitMs, options.signal).catch((cause) => {
        throw new CloudFailure('cancelled', { operation: handle.operation, cause })
      })
      await poll()
    }
    if (progress.state !== 'succeeded') throw failureOfWork(progress.state, handle, polledBy, last)
    // `send` parsed the body with the polling operation's own schemas, whose type the caller named.
    return last?.body as OutputOf<P> | undefined
  }

  return {
    handle: writeWorkHandle(handle),
    begun,
    get progress() {
      return progress
    },
    poll,
    result,
  }
}

/**
 * Asks once. A busy environment answers 409 while the work goes on; what a deletion worked on is gone at its end; and
 * work that has just begun is not known everywhere yet.
 */
async function ask(
  { send }: Following,
  polledBy: Operation,
  handle: WorkHandle,
  { signal, timeoutMs, isNew }: CallOptions & { readonly isNew: boolean },
): Promise<SentAnswer> {
  const input = 'id' in handle.at ? { path: { id: handle.at.id } } : {}
  const place = 'id' in handle.at ? { organization: handle.at.organization } : handle.at
  const options = {
    at: place,
    ...(signal === undefined ? {} : { signal }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  }
  try {
    return await send(polledBy, input, options)
  } catch (error) {
    if (!(error instanceof CloudFailure)) throw error
    const { status } = error
    const isGone = status === 404 && handle.deletes
    const goesOn = status === 409 || (status === 404 && isNew)
    if (status === undefined || !(isGone || goesOn)) throw error
    return { status: isGone ? 200 : 202, body: undefined, headers: {}, requestIds: error.requestIds, address: '' }
  }
}

function pollOperation(handle: WorkHandle, options: WorkOptions): Operation {
  const operation = options.polledBy ?? operationById(handle.polledBy)
  if (operation === undefined)
    throw new CloudFailure('handle-invalid', { details: [`No operation is called ${handle.polledBy}.`] })
  return operation
}

function unfinished(handle: WorkHandle, polledBy: Operation | undefined, leftMs: number): CloudFailure {
  return new CloudFailure('work-unfinished', {
    operation: handle.operation,
    ...(polledBy === undefined ? {} : { service: polledBy.service }),
    details: leftMs > 0 ? ['The next question would come after the time allowed.'] : [],
  })
}

function failureOfWork(
  state: WorkProgress['state'],
  handle: WorkHandle,
  polledBy: Operation | undefined,
  last: SentAnswer | undefined,
): CloudFailure {
  const words = workFaultsOf(last?.body)
  const recognised = recogniseFailure(0, words, polledBy)
  const general = state === 'cancelled' ? 'work-cancelled' : 'work-failed'
  return new CloudFailure(recognised === 'unknown' || state === 'cancelled' ? general : recognised, {
    operation: handle.operation,
    ...(polledBy === undefined ? {} : { service: polledBy.service }),
    ...(words.code === undefined ? {} : { cloudCode: words.code }),
    ...(words.message === undefined ? {} : { cloudMessage: words.message }),
    details: words.details,
    requestIds: last?.requestIds ?? {},
  })
}

function retryAfterIn(headers: Readonly<Record<string, string>> | undefined, clock: Clock): number | undefined {
  if (headers === undefined) return undefined
  const asked = retryAfterOf({ get: (name) => headers[name] }, clock.now())
  return asked === undefined ? undefined : Math.max(250, asked)
}
