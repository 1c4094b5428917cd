import { once } from 'node:events'
import { lockDirectory } from '../db/directory-lock.ts'

/**
 * A process that says `ready`, waits for a line, takes a data directory, says so or why not, and keeps it until it is
 * killed. Arguments: the directory; `lock` or `database`.
 */
const [directory = '', what = 'lock'] = process.argv.slice(2)
process.stdout.write('ready\n')
await once(process.stdin, 'data')
try {
  if (what === 'lock') lockDirectory(directory)
  else await writeOne()
  process.stdout.write('held\n')
  setInterval(() => {}, 1000)
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : error}\n`)
}

async function writeOne(): Promise<void> {
  // Loaded only here: the race for the lock is closer without it.
  const { openPglite } = await import('../db/pglite.ts')
  const { organizations } = await import('../db/schema/index.ts')
  const at = new Date()
  const { migratedSnapshot } = await import('./migrated-snapshot.ts')
  const database = await openPglite(directory, { snapshot: await migratedSnapshot() })
  await database.within({ kind: 'tracker' }, (transaction) =>
    transaction
      .insert(organizations)
      .values({ id: 'org_kept', name: 'Kept', timeZone: 'UTC', holidays: [], createdAt: at, updatedAt: at }),
  )
}
