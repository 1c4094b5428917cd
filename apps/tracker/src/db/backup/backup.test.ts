import { PassThrough, Readable, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { beforeAll, expect, test } from 'vitest'
import { describeOnEachDatabase, embeddedDatabases, type TestDatabase } from '../../testing/databases.ts'
import { insertOf } from '../../testing/sample-rows.ts'
import * as schema from '../schema/index.ts'
import type { Database } from '../scope.ts'
import { restoreBackup } from './restore-backup.ts'
import { backupTables } from './tables.ts'
import { writeBackup } from './write-backup.ts'

const takenAt = new Date('2026-11-21T09:00:00.000Z')
/** Kept by triggers, so not in a backup. */
const sums = ['portfolio_counts', 'isv_counts']

async function backedUp(database: Database) {
  const target = new PassThrough()
  const [content, bytes] = await Promise.all([writeBackup(database, target, takenAt), buffer(target)])
  return { content, bytes }
}

/** Two ISVs of one organisation and one of another, with a row in every table, and content that is easily spoilt. */
async function fill(database: TestDatabase): Promise<void> {
  const tables = Object.values(schema)
    .filter((value) => is(value, PgTable))
    .map((table) => getTableConfig(table))
  const ordered = backupTables.flatMap(({ name }) => tables.find((table) => table.name === name) ?? [])
  const statements = [
    ['isv_a', 'org_1'],
    ['isv_b', 'org_1'],
    ['isv_c', 'org_2'],
  ].flatMap(([isv = '', organization = '']) =>
    ordered
      .filter(({ name }) => name !== 'organizations' && !sums.includes(name))
      .map((table) => insertOf(table, isv, organization)),
  )
  const organizations = ['org_1', 'org_2'].map(
    (id) => `insert into organizations values ('${id}', 'Programme', 'UTC', '["2026-12-25"]', now(), now(), 1)`,
  )
  await database.asOwner([...organizations, ...statements].join(';'))
  await database.asOwner(
    `update comments set visibility = 'internal', body = 'line' || chr(10) || '"quote" \\ ''’ 𝄞 ‮ ["end",{}]';
     update blobs set content = decode('${Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)).toString('hex')}', 'hex');
     update verification_runs set files = '[{"size": 12345678901234567890.5, "path": null}]'`,
  )
}

describeOnEachDatabase('A backup', (open) => {
  const openEmbedded = embeddedDatabases()
  let database: TestDatabase
  let backup: Awaited<ReturnType<typeof backedUp>>
  beforeAll(async () => {
    database = await open()
    await fill(database)
    backup = await backedUp(database)
  })

  test('holds every row of every table that is not derived by the database itself', async () => {
    const expected = Object.fromEntries(
      backupTables
        .filter(({ name }) => !sums.includes(name))
        .map(({ name }) => [name, name === 'organizations' ? 2 : 3]),
    )
    expect(backup.content.rows).toEqual(expected)
  })

  test('restored into the same kind of database and into the embedded one gives the same content', async () => {
    for (const empty of [await open(), await openEmbedded()]) {
      expect(await restoreBackup(empty, Readable.from([backup.bytes]))).toEqual(backup.content)
      expect((await backedUp(empty)).content).toEqual(backup.content)
      const counts = 'select * from portfolio_counts order by 1, 2, 3, 4, 5'
      expect(await empty.asOwner(counts)).toEqual(await database.asOwner(counts))
      await expect(restoreBackup(empty, Readable.from([backup.bytes]))).rejects.toThrow('not empty')
    }
  })

  test('of the embedded database can be restored here', async () => {
    const embedded = await openEmbedded()
    const empty = await open()
    await restoreBackup(embedded, Readable.from([backup.bytes]))
    const moved = await backedUp(embedded)
    expect(await restoreBackup(empty, Readable.from([moved.bytes]))).toEqual(backup.content)
  })

  test('that is damaged, cut off, changed or foreign is refused, and leaves nothing behind', async () => {
    const empty = await open()
    const text = gunzipSync(backup.bytes).toString()
    const lines = text.trimEnd().split('\n')
    const packed = (changed: readonly string[]) => gzipSync(`${changed.join('\n')}\n`)
    const cases: readonly (readonly [Buffer, string])[] = [
      [backup.bytes.subarray(0, backup.bytes.length - 200), 'damaged or cut off'],
      [packed(lines.slice(0, -1)), 'its last line is missing'],
      [packed(lines.map((line) => line.replace('Programme', 'Pr0gramme'))), 'does not have the sum'],
      [packed(lines.filter((line) => !line.includes('"waivers"'))), 'not restored'],
      [packed([...lines, '{}']), 'follows its last line'],
      [packed(lines.map((line) => line.replace(/"migrations":\[/, '"migrations":["later",'))), 'another version'],
      [packed(['hello']), 'is not a backup of Sevenstep'],
      [Buffer.from('hello'), 'damaged or cut off'],
    ]
    for (const [bytes, reason] of cases) {
      await expect(restoreBackup(empty, Readable.from([bytes])), reason).rejects.toThrow(reason)
    }
    expect(await restoreBackup(empty, Readable.from([backup.bytes]))).toEqual(backup.content)
  })

  test('is whole or fails where its target breaks', async () => {
    const target = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) })
    await expect(writeBackup(database, target, takenAt)).rejects.toThrow('disk full')
    await database.check()
  })
})
