import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { items } from '@sevenstep/onboarding'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPglite } from '../src/db/pglite.ts'
import { auditEvents, comments, evidenceVersions } from '../src/db/schema/index.ts'
import type { Database } from '../src/db/scope.ts'
import { describeOnPostgres } from '../src/testing/databases.ts'
import { migratedSnapshot } from '../src/testing/migrated-snapshot.ts'
import { faultsOf } from './held-true.ts'
import { patience, times } from './long-run.ts'
import { makeSmallWorld, type SmallWorld } from './small-world.ts'
import { type DataPlace, startTracker, type TrackerProcess } from './tracker-process.ts'

/** A change on its way: its words name it in the database. */
interface Change {
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  readonly words: string
}

const proofs = items.filter(
  ({ verification }) => verification.by === 'evidence' && verification.evidence.accepts.includes('statement'),
)

function nextChange({ productId }: SmallWorld, count: number): Change {
  const words = `What was done, as number ${count} says: ${randomUUID()}`
  const item = proofs[count % proofs.length]?.id
  const base = `/products/${productId}/items/${item}`
  const key = randomUUID()
  return count % 3 === 0
    ? { path: `${base}/comments`, words, fields: { key, comment: words, visibility: 'shared' } }
    : { path: `${base}/evidence`, words, fields: { key, kind: 'statement', statement: words, as: 'submitted' } }
}

/** Three people send changes until the process is killed. Returns what was acknowledged and what was left open. */
async function writeUntilKilled(server: TrackerProcess, world: SmallWorld, startAt: number) {
  const acknowledged: Change[] = []
  const open: Change[] = []
  let count = startAt
  let isOver = false
  const writer = async () => {
    while (!isOver) {
      const change = nextChange(world, count++)
      const answer = await server.post(change.path, world.cookie, change.fields)
      if (answer === undefined) open.push(change)
      else {
        expect(answer.status).toBe(303)
        acknowledged.push(change)
      }
      if (answer === undefined) return
    }
  }
  const writers = [writer(), writer(), writer()]
  // At any point of a change: they take some 20 milliseconds each.
  await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 200))
  await server.kill()
  isOver = true
  await Promise.all(writers)
  return { acknowledged, open, count }
}

/** How often each change's words stand in the database: as evidence or as a comment. */
async function countOf(database: Database, { organizationId, isvId }: SmallWorld): Promise<Map<string, number>> {
  return database.within({ kind: 'isv', organizationId, isvId }, async (transaction) => {
    const handedIn = await transaction.select({ words: evidenceVersions.statement }).from(evidenceVersions)
    const said = await transaction.select({ words: comments.body }).from(comments)
    const counts = new Map<string, number>()
    for (const { words } of [...handedIn, ...said]) counts.set(words ?? '', (counts.get(words ?? '') ?? 0) + 1)
    return counts
  })
}

/** Kills the process again and again and looks at what it left behind. `look` opens the database while nobody serves. */
async function killAgainAndAgain(
  kills: number,
  data: DataPlace,
  world: SmallWorld,
  look: <Result>(work: (database: Database) => Promise<Result>) => Promise<Result>,
): Promise<void> {
  const acknowledged: Change[] = []
  let left: readonly Change[] = []
  let count = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const server = await startTracker(data)
    // Nobody knows whether these were done; sent again with their keys, they are done once.
    for (const change of left) expect((await server.post(change.path, world.cookie, change.fields))?.status).toBe(303)
    acknowledged.push(...left)
    const written = await writeUntilKilled(server, world, count)
    acknowledged.push(...written.acknowledged)
    ;({ open: left, count } = written)
    const { faults, counts } = await look(async (database) => ({
      faults: await faultsOf(database, world),
      counts: await countOf(database, world),
    }))
    expect(faults).toEqual([])
    expect(acknowledged.filter(({ words }) => counts.get(words) !== 1)).toEqual([])
    for (const { words } of left) expect(counts.get(words) ?? 0).toBeLessThanOrEqual(1)
  }
  expect(acknowledged.length).toBeGreaterThan(kills)
}

describe('A process killed while it writes to its own directory', () => {
  let directory: string
  let world: SmallWorld
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sevenstep-killed-'))
    world = await inDirectory(makeSmallWorld)
  })
  afterAll(() => rm(directory, { recursive: true, force: true }))

  async function inDirectory<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
    const database = await openPglite(directory, { snapshot: await migratedSnapshot() })
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  }

  test('loses nothing that it acknowledged and leaves nothing half done', { timeout: patience }, () =>
    killAgainAndAgain(times(6), { directory }, world, inDirectory),
  )
})

describeOnPostgres('A process killed while it writes', (open) => {
  test('loses nothing that it acknowledged and leaves nothing half done', { timeout: patience }, async () => {
    const database = await open()
    const world = await makeSmallWorld(database)
    const url = database.addresses?.url ?? ''
    await killAgainAndAgain(times(14), { url }, world, (work) => work(database))
    const events = await database.within({ kind: 'programme', organizationId: world.organizationId }, (transaction) =>
      transaction.select().from(auditEvents),
    )
    expect(events.length).toBeGreaterThan(14)
  })
})
