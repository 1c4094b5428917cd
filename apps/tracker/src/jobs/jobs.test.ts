import { DrizzleQueryError, eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { jobs } from '../db/schema/index.ts'
import { newId } from '../domain/ids.ts'
import { describeOnEachDatabase, type TestDatabase } from '../testing/databases.ts'
import { eventually } from '../testing/eventually.ts'
import { enqueue, type NewJob } from './enqueue.ts'
import { complete, forgetDone, lease, postpone, renew } from './leases.ts'
import { type JobRunner, type JobRunnerOptions, pauseAfter, runJobs } from './run-jobs.ts'

const minute = 60_000

describeOnEachDatabase('Jobs', (open) => {
  let database: TestDatabase
  let now = new Date()
  let kind = ''
  let runners: JobRunner[] = []
  const clock = { now: () => now }
  const onError = vi.fn()

  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => {
    now = new Date('2026-11-21T09:00:00.000Z')
    // A kind of its own for each test, so that none takes another's jobs.
    kind = newId('job')
    onError.mockClear()
  })
  afterEach(async () => {
    for (const runner of runners) await runner.stop()
    runners = []
  })

  const ask = (more: Partial<NewJob> = {}) =>
    database.within({ kind: 'isv', organizationId: 'org_1', isvId: 'isv_1' }, (transaction) =>
      enqueue(transaction, {
        id: newId('job'),
        kind,
        organizationId: 'org_1',
        isvId: 'isv_1',
        payload: { runId: 'run_1' },
        now,
        ...more,
      }),
    )
  const rows = () =>
    database.within({ kind: 'tracker' }, (transaction) => transaction.select().from(jobs).where(eq(jobs.kind, kind)))
  const take = (atMost = 10) => lease(database, { kinds: [kind], atMost, now, until: new Date(now.getTime() + minute) })
  const run = (handler: (job: { id: string }) => Promise<void>, more: Partial<JobRunnerOptions> = {}) => {
    const runner = runJobs({ database, handlers: { [kind]: handler }, clock, onError, lookEvery: 20, ...more })
    runners.push(runner)
    return runner
  }
  const later = (milliseconds: number) => {
    now = new Date(now.getTime() + milliseconds)
  }

  test('are handed to their handler with ids only, as soon as it is woken, and once', async () => {
    const seen: unknown[] = []
    // So rarely that only the wake-up can explain that it is done.
    const runner: JobRunner = run(async (job) => void seen.push(job), {
      lookEvery: 10 * minute,
      // Where the machine was too slow for a connection, somebody has to ask again.
      onError: () => runner.wake(),
    })
    await ask()
    runner.wake()
    await eventually(async () => expect((await rows())[0]?.doneAt).toEqual(now))
    expect(seen).toEqual([
      {
        id: expect.any(String),
        kind,
        organizationId: 'org_1',
        isvId: 'isv_1',
        payload: { runId: 'run_1' },
        attempts: 1,
      },
    ])
    expect(onError).not.toHaveBeenCalled()
  })

  test('are committed with their transaction or not at all', async () => {
    const work = database.within({ kind: 'tracker' }, async (transaction) => {
      await enqueue(transaction, { id: newId('job'), kind, organizationId: 'org_1', isvId: null, payload: {}, now })
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await rows()).toEqual([])
  })

  test('with the same key are one while they wait, at the earlier moment, and two once the first has begun', async () => {
    await ask({ key: 'k', runAt: new Date(now.getTime() + minute) })
    await ask({ key: 'k' })
    await ask({ key: 'other' })
    await ask()
    await ask()
    expect((await rows()).filter(({ key }) => key === 'k').map(({ runAt }) => runAt)).toEqual([now])
    expect(await rows()).toHaveLength(4)
    expect(await take()).toHaveLength(4)
    await ask({ key: 'k' })
    expect(await rows()).toHaveLength(5)
  })

  test('asked for with one key at the same moment are one', async () => {
    await Promise.all(Array.from({ length: 8 }, () => ask({ key: 'k' })))
    expect(await rows()).toHaveLength(1)
  })

  test('wait for their moment', async () => {
    await ask({ runAt: new Date(now.getTime() + minute) })
    expect(await take()).toEqual([])
    later(minute)
    expect(await take()).toHaveLength(1)
  })

  test('of a worker that was lost are taken over when its lease ends, and it can no longer settle them', async () => {
    await ask()
    const [lost] = await take()
    expect(await take()).toEqual([])
    later(minute + 1)
    const [taken] = await take()
    expect(taken).toEqual({ ...lost, attempts: 2 })
    if (!lost || !taken) throw new Error('both were leased')
    await complete(database, lost, now)
    expect((await rows())[0]?.doneAt).toBeNull()
    await complete(database, taken, now)
    expect((await rows())[0]?.doneAt).toEqual(now)
  })

  test('that lose their worker each time are given up', async () => {
    await ask()
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect(await take()).toHaveLength(1)
      later(minute + 1)
    }
    const handler = vi.fn(async () => {})
    run(handler, { tries: 3 })
    await eventually(async () => expect((await rows())[0]).toMatchObject({ failedAt: now, attempts: 4 }))
    expect((await rows())[0]?.lastError).toBe('Its worker was lost 3 times.')
    expect(handler).not.toHaveBeenCalled()
  })

  test('are each done once by two busy workers', async () => {
    for (let index = 0; index < 40; index += 1) await ask()
    const done: string[] = []
    for (const handlerOf of [0, 1]) {
      run(
        async ({ id }) => {
          await new Promise((resolve) => setTimeout(resolve, handlerOf))
          done.push(id)
        },
        { concurrency: 3 },
      )
    }
    await eventually(async () => expect((await rows()).every(({ doneAt }) => doneAt !== null)).toBe(true))
    expect(new Set(done).size).toBe(40)
    expect(done).toHaveLength(40)
  })

  test('that fail wait longer each time and are given up in the end, with the reason', async () => {
    await ask()
    const handler = vi.fn(async () => Promise.reject(new Error('not today')))
    const runner = run(handler, { tries: 3 })
    for (const [attempt, least] of [
      [1, 3750],
      [2, 7500],
    ] as const) {
      await eventually(async () => expect((await rows())[0]).toMatchObject({ attempts: attempt, lockedUntil: null }))
      const [row] = await rows()
      const pause = (row?.runAt.getTime() ?? 0) - now.getTime()
      expect(row).toMatchObject({ lastError: 'not today', failedAt: null })
      expect(pause).toBeGreaterThanOrEqual(least)
      later(pause)
      runner.wake()
    }
    await eventually(async () => expect((await rows())[0]).toMatchObject({ attempts: 3, failedAt: now, doneAt: null }))
    later(100 * minute)
    expect(await take()).toEqual([])
    expect(handler).toHaveBeenCalledTimes(3)
    expect(onError).toHaveBeenCalledTimes(3)
  })

  test('that fail in a query keep the reason, without the values that stood in it', async () => {
    await ask()
    run(async () => {
      throw new DrizzleQueryError('insert into comments values ($1)', ['what somebody wrote'], new Error('no room'))
    })
    await eventually(async () => expect((await rows())[0]).toMatchObject({ attempts: 1, lastError: 'no room' }))
  })

  test('that fail make way for the same work asked for anew', async () => {
    await ask({ key: 'k' })
    let calls = 0
    run(async () => {
      calls += 1
      if (calls > 1) return
      await ask({ key: 'k' })
      throw new Error('not today')
    })
    await eventually(async () => expect((await rows()).map(({ doneAt }) => doneAt !== null)).toEqual([true, true]))
    expect(calls).toBe(2)
  })

  test('of a kind that nobody here knows are left alone', async () => {
    await ask()
    runners.push(runJobs({ database, handlers: { another: async () => {} }, clock, onError, lookEvery: 5 }))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await rows())[0]).toMatchObject({ attempts: 0, lockedUntil: null })
  })

  test('that have begun are finished when the workers stop, and no others are begun', async () => {
    await ask()
    await ask()
    let end = () => {}
    const begun = vi.fn(() => new Promise<void>((resolve) => (end = resolve)))
    const runner = run(begun, { concurrency: 1 })
    await eventually(() => expect(begun).toHaveBeenCalledTimes(1))
    const stopped = runner.stop()
    end()
    await stopped
    expect((await rows()).map(({ doneAt }) => doneAt !== null).sort()).toEqual([false, true])
  })

  test('that take long keep their lease', async () => {
    await ask()
    let end = () => {}
    run(() => new Promise<void>((resolve) => (end = resolve)), { leaseTime: 60 })
    await eventually(async () => expect((await rows())[0]?.lockedUntil).toEqual(new Date(now.getTime() + 60)))
    later(50)
    await eventually(async () => expect((await rows())[0]?.lockedUntil).toEqual(new Date(now.getTime() + 60)))
    end()
  })

  test('that were put off are not held by a sign of life that comes late', async () => {
    await ask()
    const [job] = await take(1)
    if (!job) throw new Error('one was leased')
    const until = new Date(now.getTime() + minute)
    await renew(database, job, until)
    expect((await rows())[0]?.lockedUntil).toEqual(until)
    await postpone(database, job, now, 'not today')
    await renew(database, job, until)
    expect((await rows())[0]?.lockedUntil).toBeNull()
    expect(await take()).toHaveLength(1)
  })

  test('that are done are forgotten after a while, those that failed are not', async () => {
    await ask()
    await ask()
    const [done] = await take(1)
    if (!done) throw new Error('one was leased')
    await complete(database, done, now)
    later(minute)
    await forgetDone(database, now)
    expect((await rows()).map(({ doneAt }) => doneAt)).toEqual([null])
  })
})

test('The pause doubles from 5 seconds to 10 minutes, give or take a quarter', () => {
  for (const [attempts, middle] of [
    [1, 5000],
    [2, 10_000],
    [4, 40_000],
    [30, 600_000],
  ] as const) {
    for (let round = 0; round < 50; round += 1) {
      expect(pauseAfter(attempts)).toBeGreaterThanOrEqual(middle * 0.75)
      expect(pauseAfter(attempts)).toBeLessThanOrEqual(middle * 1.25)
    }
  }
})
