import { DrizzleQueryError } from 'drizzle-orm'
import type { Database } from '../db/scope.ts'
import type { Clock } from '../domain/clock.ts'
import { forgetOld } from './forget-old.ts'
import { complete, forgetDone, giveUp, type LeasedJob, lease, postpone, renew } from './leases.ts'

/** Does one kind of work by calling one verb. It may be called twice for one job, so the verb must bear repeating. */
export type JobHandler = (job: LeasedJob) => Promise<void>

/** What jobs are run with; times are in milliseconds. */
export interface JobRunnerOptions {
  readonly database: Database
  /** By kind; kinds without a handler are left to other servers. */
  readonly handlers: Readonly<Record<string, JobHandler>>
  readonly clock: Clock
  /** Jobs at once; 2 unless told. */
  readonly concurrency?: number
  /** Told of every failure; `job` is undefined where the database could not be asked. */
  readonly onError: (error: unknown, job: LeasedJob | undefined) => void
  /** Tries before a job is given up; 8 unless told, spread over some ten minutes. */
  readonly tries?: number
  /** How long a job is held without a sign of life of its worker; 60,000 unless told. */
  readonly leaseTime?: number
  /** How often the database is asked without being woken; 1,000 unless told. */
  readonly lookEvery?: number
}

/** Workers that are running. */
export interface JobRunner {
  /** Looks at once; called after a commit that left work behind. */
  readonly wake: () => void
  /** Takes no more jobs, and resolves when those begun have ended. */
  readonly stop: () => Promise<void>
}

/** Characters kept of a reason. */
const longestReason = 1000
const day = 24 * 60 * 60 * 1000
const keptDone = 7 * day
const sweepEvery = day / 24

/** Starts workers in this process. Any number of processes may do so on one PostgreSQL. */
export function runJobs(options: JobRunnerOptions): JobRunner {
  const { database, handlers, clock, onError, concurrency = 2, leaseTime = 60_000, lookEvery = 1000 } = options
  const kinds = Object.keys(handlers)
  const running = new Set<Promise<void>>()
  const bell = makeBell()
  let isStopping = false
  let sweptAt = 0

  const leaseEnd = () => new Date(clock.now().getTime() + leaseTime)

  async function look(): Promise<void> {
    while (!isStopping) {
      const free = concurrency - running.size
      const taken = await take(free)
      for (const job of taken) start(job)
      if (taken.length < free || free === 0) await bell.rings(lookEvery)
    }
  }

  async function take(free: number): Promise<readonly LeasedJob[]> {
    try {
      const now = clock.now()
      if (now.getTime() - sweptAt > sweepEvery) {
        sweptAt = now.getTime()
        await forgetDone(database, new Date(sweptAt - keptDone))
        await forgetOld(database, new Date(sweptAt - keptDone))
      }
      return free === 0 ? [] : await lease(database, { kinds, atMost: free, now, until: leaseEnd() })
    } catch (error) {
      onError(error, undefined)
      return []
    }
  }

  function start(job: LeasedJob): void {
    const signOfLife = setInterval(() => {
      renew(database, job, leaseEnd()).catch((error: unknown) => onError(error, job))
    }, leaseTime / 3)
    const run = runOne(options, job)
      // The lease runs out by itself, so a job that could not be settled is done again.
      .catch((error: unknown) => onError(error, job))
      .finally(() => {
        clearInterval(signOfLife)
        running.delete(run)
        bell.ring()
      })
    running.add(run)
  }

  const looking = kinds.length === 0 ? Promise.resolve() : look()
  return {
    wake: bell.ring,
    stop: async () => {
      isStopping = true
      bell.ring()
      await looking
      await Promise.all(running)
    },
  }
}

async function runOne(options: JobRunnerOptions, job: LeasedJob): Promise<void> {
  const { database, clock, onError, tries = 8 } = options
  try {
    // Counted when taken, so that a job that kills its worker each time does not do so for ever.
    if (job.attempts > tries) throw new Error(`Its worker was lost ${job.attempts - 1} times.`)
    await options.handlers[job.kind]?.(job)
  } catch (error) {
    onError(error, job)
    const why = reasonOf(error)
    const now = clock.now()
    if (job.attempts >= tries) return giveUp(database, job, now, why)
    return postpone(database, job, new Date(now.getTime() + pauseAfter(job.attempts)), why)
  }
  await complete(database, job, clock.now())
}

/** Why a job failed, to be kept with it: without the values of a query, which may be anything that people handed in. */
function reasonOf(error: unknown): string {
  const told = error instanceof DrizzleQueryError ? (error.cause ?? 'A query failed.') : error
  return (told instanceof Error ? told.message : String(told)).slice(0, longestReason)
}

/** Milliseconds until the next try: 5 s, doubled with each try up to 10 minutes, spread by half so that not all come at once. */
export function pauseAfter(attempts: number): number {
  return Math.min(5000 * 2 ** (attempts - 1), 600_000) * (0.75 + Math.random() / 2)
}

/** Something to wait for: rings when told or after a time, and remembers a ring that nobody was waiting for. */
function makeBell() {
  let hasRung = false
  let answer = () => {}
  return {
    ring: () => {
      hasRung = true
      answer()
    },
    rings: async (atMost: number): Promise<void> => {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, atMost)
          answer = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      hasRung = false
    },
  }
}
