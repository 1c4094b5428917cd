import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeOnEachDatabase, describeOnPostgres, type TestDatabase } from '../testing/databases.ts'
import { migratePostgres, openPostgres } from './postgres.ts'
import { organizations } from './schema/index.ts'

const tracker = { kind: 'tracker' } as const

describeOnEachDatabase('A database written by a later version', (open) => {
  test('is refused', async () => {
    const database = await open()
    await database.check()
    await database.asOwner(
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`,
    )
    await expect(database.check()).rejects.toThrow('changed by another version of this program')
    if (!database.addresses) return
    await expect(openPostgres(database.addresses)).rejects.toThrow('changed by another version of this program')
  })
})

describeOnPostgres('Opening', (open) => {
  let database: TestDatabase
  let server: { readonly url: string; readonly ownerUrl: string }
  const made: string[] = []
  const name = () => `sevenstep_test_${randomBytes(6).toString('hex')}`

  beforeAll(async () => {
    database = await open()
    if (!database.addresses) throw new Error('PostgreSQL has addresses')
    server = database.addresses
  })
  afterAll(async () => {
    for (const statement of made.reverse()) await database.asOwner(statement)
  })

  async function role(options: string): Promise<{ readonly role: string; readonly url: string }> {
    const role = name()
    await database.asOwner(`create role ${role} login password 'x' ${options}`)
    made.push(`drop role ${role}`)
    return { role, url: Object.assign(new URL(server.url), { username: role, password: 'x' }).href }
  }

  async function emptyDatabase(ownerUrl: string, owner?: string): Promise<string> {
    const empty = name()
    await database.asOwner(`create database ${empty}${owner ? ` owner ${owner}` : ''}`)
    made.push(`drop database ${empty} with (force)`)
    return Object.assign(new URL(ownerUrl), { pathname: `/${empty}` }).href
  }

  test.each([
    ['superuser', 'is a superuser'],
    ['bypassrls in role sevenstep_runtime', 'bypasses row level security'],
    ['in role sevenstep_runtime, pg_database_owner_test', 'may become a role that is a superuser'],
    ['', 'is not a member of sevenstep_runtime'],
  ])('as a role made with "%s" is refused, with the SQL that mends it', async (options, reason) => {
    let strong = ''
    if (options.includes('pg_database_owner_test')) strong = (await role('superuser')).role
    const { url } = await role(options.replace('pg_database_owner_test', strong))
    await expect(openPostgres({ url })).rejects.toThrow(reason)
    await expect(openPostgres({ url })).rejects.toThrow(`LOGIN PASSWORD '…' IN ROLE sevenstep_runtime;`)
  })

  test('as the tables’ owner is refused, though that one needs no more than to own the database to migrate', async () => {
    const owner = await role('')
    const url = await emptyDatabase(owner.url, owner.role)
    await migratePostgres(url)
    await expect(openPostgres({ url })).rejects.toThrow('owns the tables')
  })

  test('without migrations is refused, unless an owner is given to run them', async () => {
    const weak = await role('in role sevenstep_runtime')
    const ownerUrl = await emptyDatabase(server.ownerUrl)
    const url = Object.assign(new URL(ownerUrl), { username: weak.role, password: 'x' }).href
    await expect(openPostgres({ url })).rejects.toThrow('--migrate-only')
    const opened = await Promise.all(Array.from({ length: 4 }, () => openPostgres({ url, ownerUrl })))
    for (const one of opened) {
      await one.check()
      await one.close()
    }
  })
})

describeOnPostgres('Serving', (open) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
    const at = `'2026-11-21', '2026-11-21'`
    await database.asOwner(
      `insert into organizations (id, name, time_zone, holidays, created_at, updated_at)
       values ('org_a', '', 'UTC', '[]', ${at}), ('org_b', '', 'UTC', '[]', ${at})`,
    )
  })

  test('repeats both parties of a deadlock until each has its way', async () => {
    let runs = 0
    let holding = 0
    let waiting: (() => void) | undefined
    // Each holds its first row before either wants the other's.
    const met = new Promise<void>((resolve) => {
      waiting = resolve
    })
    const raise = (ids: readonly string[]) =>
      database.within(tracker, async (transaction) => {
        runs += 1
        const run = runs
        for (const id of ids) {
          await transaction
            .update(organizations)
            .set({ version: sql`${organizations.version} + 1` })
            .where(eq(organizations.id, id))
          if (run > 2) continue
          holding += 1
          if (holding === 2) waiting?.()
          await met
        }
      })
    await Promise.all([raise(['org_a', 'org_b']), raise(['org_b', 'org_a'])])
    expect(runs).toBeGreaterThan(2)
    const rows = await database.within(tracker, (transaction) => transaction.select().from(organizations))
    expect(rows.map(({ version }) => version)).toEqual([3, 3])
  })

  test('gives up on an endless serialisation failure after three repetitions', async () => {
    let runs = 0
    const work = database.within(tracker, async (transaction) => {
      runs += 1
      await transaction.execute(sql`do $$ begin raise exception using errcode = '40001'; end $$`)
    })
    await expect(work).rejects.toThrow()
    expect(runs).toBe(4)
  })

  test('survives a connection that the server ends in the middle', async () => {
    const work = database.within(tracker, (transaction) =>
      transaction.execute(sql`select pg_terminate_backend(pg_backend_pid())`),
    )
    await expect(work).rejects.toThrow()
    await database.check()
  })

  test('gives up a statement that takes too long', async () => {
    const impatient = await openPostgres({ url: database.addresses?.url ?? '', statementTimeoutMilliseconds: 100 })
    const work = impatient.within(tracker, (transaction) => transaction.execute(sql`select pg_sleep(60)`))
    await expect(work).rejects.toMatchObject({ cause: { message: expect.stringContaining('statement timeout') } })
    await impatient.check()
    await impatient.close()
  })
})
