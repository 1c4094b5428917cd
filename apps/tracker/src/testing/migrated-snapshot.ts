import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { migrationsFolder } from '../db/migrations.ts'
import { openPglite } from '../db/pglite.ts'

/** A migrated data directory; kept between runs, since making one takes seconds. */
export async function migratedSnapshot(): Promise<Blob> {
  const folder = new URL('../../node_modules/.cache/', import.meta.url)
  const migrations = readMigrationFiles({ migrationsFolder }).map((migration) => migration.hash)
  const fingerprint = createHash('sha256').update(`${process.version}${migrations}`).digest('hex').slice(0, 16)
  const file = new URL(`pglite-${fingerprint}.tar`, folder)
  const kept = await readFile(file).catch(() => undefined)
  if (kept !== undefined) return new Blob([kept])
  const database = await openPglite('memory')
  const snapshot = await database.dump()
  await database.close()
  await mkdir(folder, { recursive: true })
  for (const old of await readdir(folder))
    if (old.startsWith('pglite-')) await rm(new URL(old, folder), { force: true })
  // Several workers may do this at once; each puts a whole file in place.
  const own = new URL(`made-${randomBytes(8).toString('hex')}`, folder)
  await writeFile(own, new Uint8Array(await snapshot.arrayBuffer()))
  await rename(own, file)
  return snapshot
}
