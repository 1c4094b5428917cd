import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CheckMessage, CheckRequest, CheckResult, FileResult, MendResult } from './worker/messages.ts'

/** How much a check may take; what exceeds it is ended, and the next check gets a fresh worker. */
export interface CheckLimits {
  /** Checks at the same time; each needs a core. */
  readonly workers: number
  readonly milliseconds: number
  /** Memory of one worker's JavaScript, in mebibytes. */
  readonly mebibytes: number
  /** Checks that may wait for a worker; each keeps its files in memory. */
  readonly waiting: number
}

const defaultLimits: CheckLimits = { workers: 2, milliseconds: 60_000, mebibytes: 768, waiting: 12 }

/** Why a check gave no result. */
export type Unfinished = 'timed-out' | 'cancelled' | 'crashed' | 'too-busy'

/** A check that gave no result; it says nothing about the files. */
export class CheckUnfinished extends Error {
  override readonly name = 'CheckUnfinished'
  readonly reason: Unfinished

  constructor(reason: Unfinished, cause?: unknown) {
    super(`The check gave no result: ${reason}.`, { cause })
    this.reason = reason
  }
}

/** What goes along with one check. */
export interface CheckCall {
  readonly onFile?: (file: FileResult) => void
  readonly signal?: AbortSignal
}

/** Workers in which files are checked and mended, apart from the thread that serves pages. */
export interface CheckPool {
  /** @throws CheckUnfinished */
  check(request: Omit<CheckRequest, 'kind'>, call?: CheckCall): Promise<CheckResult>
  /** @throws CheckUnfinished */
  mend(request: Omit<CheckRequest, 'kind'>): Promise<MendResult>
  /** Ends every worker; checks under way end as cancelled. */
  close(): Promise<void>
}

/** One turn of one worker. */
interface Turn {
  readonly request: CheckRequest
  readonly call: CheckCall
  readonly end: (outcome: CheckMessage | CheckUnfinished) => void
}

/** Makes a pool; workers start with the first check and stay for the next ones. */
export function createCheckPool(given: Partial<CheckLimits> = {}): CheckPool {
  const limits = { ...defaultLimits, ...given }
  const idle: Worker[] = []
  const busy = new Set<Worker>()
  const waiting: Turn[] = []
  const next = (): void => {
    if (busy.size >= limits.workers) return
    const turn = waiting.shift()
    if (turn === undefined) return
    const worker = idle.pop() ?? startWorker(limits)
    busy.add(worker)
    takeTurn(worker, turn, limits, (isReusable) => {
      busy.delete(worker)
      if (isReusable) idle.push(worker)
      else void worker.terminate()
      next()
    })
  }
  const run = (request: CheckRequest, call: CheckCall): Promise<CheckMessage> =>
    new Promise((resolve, reject) => {
      if (call.signal?.aborted === true) return reject(new CheckUnfinished('cancelled'))
      if (waiting.length >= limits.waiting) return reject(new CheckUnfinished('too-busy'))
      const turn: Turn = {
        request,
        call,
        end: (outcome) => (outcome instanceof CheckUnfinished ? reject(outcome) : resolve(outcome)),
      }
      waiting.push(turn)
      call.signal?.addEventListener('abort', () => {
        const place = waiting.indexOf(turn)
        if (place >= 0) waiting.splice(place, 1)
        turn.end(new CheckUnfinished('cancelled'))
      })
      next()
    })
  return {
    async check(request, call = {}) {
      const message = await run({ ...request, kind: 'check' }, call)
      if (message.type !== 'checked') throw new CheckUnfinished('crashed')
      return message.result
    },
    async mend(request) {
      const message = await run({ ...request, kind: 'mend' }, {})
      if (message.type !== 'mended') throw new CheckUnfinished('crashed')
      return message.result
    },
    async close() {
      for (const { end } of waiting.splice(0)) end(new CheckUnfinished('cancelled'))
      await Promise.all([...idle.splice(0), ...busy].map((worker) => worker.terminate()))
    },
  }
}

function startWorker({ mebibytes }: CheckLimits): Worker {
  // Run from source in the tests, and from the build elsewhere.
  const file = new URL(`./worker/check-worker${extname(import.meta.url)}`, import.meta.url)
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: mebibytes }, env: {} })
  // A worker that rests must not keep the process from ending.
  worker.unref()
  return worker
}

/** Hands one request to a worker and waits for its last word, for its end, or for the time to be up. */
function takeTurn(worker: Worker, turn: Turn, limits: CheckLimits, release: (isReusable: boolean) => void): void {
  let isOver = false
  const finish = (outcome: CheckMessage | CheckUnfinished): void => {
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    turn.call.signal?.removeEventListener('abort', cancel)
    worker.off('message', hear).off('error', crash).off('exit', crash)
    // Anything it still has to say, or to stumble over, is nobody's business any more.
    if (outcome instanceof CheckUnfinished) worker.on('error', () => {})
    worker.unref()
    turn.end(outcome)
    release(!(outcome instanceof CheckUnfinished))
  }
  const cancel = (): void => finish(new CheckUnfinished('cancelled'))
  const crash = (cause: unknown): void => finish(new CheckUnfinished('crashed', cause))
  const hear = (message: CheckMessage): void => {
    if (message.type === 'file') turn.call.onFile?.(message.file)
    else finish(message)
  }
  const timer = setTimeout(() => finish(new CheckUnfinished('timed-out')), limits.milliseconds)
  turn.call.signal?.addEventListener('abort', cancel)
  worker.ref()
  worker.on('message', hear).on('error', crash).on('exit', crash)
  worker.postMessage(turn.request)
}

let shared: CheckPool | undefined

/** The pool of this process. */
export function checkPool(): CheckPool {
  shared ??= createCheckPool()
  return shared
}

/** Ends the workers of this process; the next check would start new ones. */
export async function closeCheckPool(): Promise<void> {
  const pool = shared
  shared = undefined
  await pool?.close()
}
