import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migratedSnapshot } from '../testing/migrated-snapshot.ts'
import { lockDirectory } from './directory-lock.ts'
import { openPglite } from './pglite.ts'
import { organizations } from './schema/index.ts'

const program = fileURLToPath(new URL('../testing/hold-directory.ts', import.meta.url))
let directory = ''
let processes: ChildProcess[] = []

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sevenstep-lock-'))
})
afterEach(async () => {
  for (const one of processes) await killed(one)
  processes = []
  await rm(directory, { recursive: true, force: true })
})

/** A process that wants the directory and waits for the word. */
async function contender(what: 'lock' | 'database') {
  const child = spawn(process.execPath, [program, directory, what], { stdio: ['pipe', 'pipe', 'inherit'] })
  processes.push(child)
  await once(child.stdout, 'data')
  return {
    process: child,
    /** Lets it go for the directory; resolves with what it says then. */
    go: async (): Promise<string> => {
      child.stdin.write('go\n')
      const [line] = await once(child.stdout, 'data')
      return String(line).trim()
    },
  }
}

async function wants(what: 'lock' | 'database') {
  const { process: child, go } = await contender(what)
  return { process: child, said: await go() }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('Whoever comes second is told who holds the directory; a killed holder blocks nobody', async () => {
  const first = await wants('lock')
  expect(first.said).toBe('held')
  const second = await wants('lock')
  expect(second.said).toContain(`is in use by process ${first.process.pid} on ${hostname()} since 20`)
  await killed(first.process)
  expect((await wants('lock')).said).toBe('held')
})

test('Of processes that want a killed holder’s directory at the same moment exactly one gets it', async () => {
  for (let round = 0; round < 3; round += 1) {
    const before = await wants('lock')
    await killed(before.process)
    const racers = await Promise.all(Array.from({ length: 5 }, () => contender('lock')))
    const said = await Promise.all(racers.map(({ go }) => go()))
    expect(said.filter((line) => line === 'held')).toHaveLength(1)
    expect(said.filter((line) => line.includes('is in use'))).toHaveLength(4)
    for (const { process: racer } of racers) await killed(racer)
  }
})

test('One process cannot take a directory twice, and can take it again once it is given free', () => {
  const release = lockDirectory(directory)
  expect(() => lockDirectory(directory)).toThrow(`is in use by process ${process.pid}`)
  release()
  release()
  lockDirectory(directory)()
})

test('The database refuses while another process has it, and has everything acknowledged after that was killed', async () => {
  const holder = await wants('database')
  expect(holder.said).toBe('held')
  await expect(openPglite(directory, { snapshot: await migratedSnapshot() })).rejects.toThrow(
    `is in use by process ${holder.process.pid}`,
  )
  await killed(holder.process)
  const database = await openPglite(directory, { snapshot: await migratedSnapshot() })
  const rows = await database.within({ kind: 'tracker' }, (transaction) => transaction.select().from(organizations))
  expect(rows.map(({ id }) => id)).toEqual(['org_kept'])
  await database.close()
  await database.close()
})

test('A directory that a later version wrote is refused, and free again for that version', async () => {
  const database = await openPglite(directory, { snapshot: await migratedSnapshot() })
  await database.asOwner(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`)
  await database.close()
  await expect(openPglite(directory, { snapshot: await migratedSnapshot() })).rejects.toThrow(
    'changed by another version of this program',
  )
  lockDirectory(directory)()
})
