import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeOnPostgres, type TestDatabase } from '../src/testing/databases.ts'
import { faultsOf } from './held-true.ts'
import { patience } from './long-run.ts'
import { makeSmallWorld, type SmallWorld } from './small-world.ts'
import { startTracker, type TrackerProcess } from './tracker-process.ts'

describeOnPostgres('Two servers that start at the same moment on an empty database', (open) => {
  let database: TestDatabase
  let world: SmallWorld
  let one: TrackerProcess
  let other: TrackerProcess

  beforeAll(async () => {
    database = await open()
    // Empty again, as on the day somebody sets the tracker up.
    await database.asOwner('drop schema drizzle cascade; drop schema public cascade; create schema public')
    await database.asOwner('grant usage on schema public to public')
    const { url, ownerUrl } = database.addresses ?? { url: '', ownerUrl: '' }
    ;[one, other] = await Promise.all([startTracker({ url, ownerUrl }), startTracker({ url, ownerUrl })])
    world = await makeSmallWorld(database)
  }, patience)
  afterAll(async () => {
    await Promise.all([one.kill(), other.kill()])
  })

  const product = () => `/products/${world.productId}`

  test('migrate it once', async () => {
    const runs = await database.asOwner(
      'select hash, count(*)::int as times from drizzle.__drizzle_migrations group by 1',
    )
    expect(runs.length).toBeGreaterThan(3)
    expect(runs.filter(({ times }) => times !== 1)).toEqual([])
    await database.check()
  })

  test('both serve, and know what is done at the other', async () => {
    expect([
      (await one.get(product(), world.cookie)).status,
      (await other.get(product(), world.cookie)).status,
    ]).toEqual([200, 200])
    const reason = `Nothing goes on here, ${randomUUID()}`
    const said = await one.post(`${product()}/stuck`, world.cookie, { key: randomUUID(), version: '1', reason })
    expect(said?.status).toBe(303)
    expect(await (await other.get(product(), world.cookie)).text()).toContain(reason)
    const late = await other.post(`${product()}/stuck/clear`, world.cookie, { key: randomUUID(), version: '1' })
    expect(late?.status).toBe(412)
  })

  test('do each job once', async () => {
    await addJobs(database, world, 30)
    const jobs = await settled(database)
    expect(jobs.map(({ attempts }) => attempts)).toEqual(Array(30).fill(1))
  })

  test('go on when one is killed, and finish what it had begun', async () => {
    await one.kill()
    // What a killed server leaves: a job it holds for a while yet.
    await addJobs(database, world, 3, `now() + interval '1 second'`)
    expect((await settled(database)).map(({ attempts }) => attempts)).toEqual([2, 2, 2])
    const answer = await other.post(`${product()}/stuck/clear`, world.cookie, { key: randomUUID(), version: '2' })
    expect(answer?.status).toBe(303)
    expect(await faultsOf(database, world)).toEqual([])
  })

  test('end a session for both', async () => {
    expect((await other.post('/sign-out', world.cookie, {}))?.status).toBe(303)
    const { url } = database.addresses ?? { url: '' }
    one = await startTracker({ url })
    for (const server of [one, other]) {
      expect((await server.get(product(), world.cookie)).headers.get('Location')).toContain('/sign-in')
    }
  })
})

/** Asks for work; with a time, as a server holds it that has begun it once. */
async function addJobs(database: TestDatabase, { organizationId }: SmallWorld, count: number, heldUntil = 'null') {
  const begun = heldUntil === 'null' ? 0 : 1
  await database.asOwner('delete from jobs')
  await database.asOwner(
    `insert into jobs (id, kind, organization_id, payload, run_at, attempts, locked_until, created_at)
     select 'job_' || n, 'refresh-due', '${organizationId}', '{}', now(), ${begun}, ${heldUntil}, now()
     from generate_series(1, ${count}) n`,
  )
}

/** The jobs that were added, once all of them are done. */
async function settled(database: TestDatabase): Promise<readonly Record<string, unknown>[]> {
  for (;;) {
    const jobs = await database.asOwner(`select attempts, done_at from jobs where id ~ '^job_[0-9]+$'`)
    if (jobs.every(({ done_at }) => done_at !== null)) return jobs
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
