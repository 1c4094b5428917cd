import type { DatabaseConfiguration } from '../configuration/configuration.ts'
import { seedWorld } from '../demo/seed-world.ts'
import { withDatabase } from './with-database.ts'

/** Fills an empty database with the demo; leaves one alone that holds anything. */
export async function seedDemo(configuration: DatabaseConfiguration, now: string | undefined): Promise<void> {
  const moment = now === undefined ? new Date() : new Date(now)
  if (Number.isNaN(moment.getTime())) throw new Error(`--now ${now}: not a moment. Write it as 2026-11-20T09:00:00Z.`)
  await withDatabase(configuration, async (database) => {
    const seeded = await seedWorld(database, moment)
    console.log(seeded ? 'The demo is in place.' : 'The database already holds a programme; nothing was added.')
  })
}
