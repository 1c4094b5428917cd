import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { expect, test } from 'vitest'
import { migrationsFolder } from './migrations.ts'
import * as schema from './schema/index.ts'

test('The migrations make the tables that the schema describes; otherwise run pnpm db:generate', async () => {
  const last = String(readMigrationFiles({ migrationsFolder }).length - 1).padStart(4, '0')
  const snapshot = JSON.parse(await readFile(join(migrationsFolder, `meta/${last}_snapshot.json`), 'utf8'))
  expect(await generateMigration(snapshot, generateDrizzleJson(schema))).toEqual([])
})
