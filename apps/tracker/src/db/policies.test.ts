import { is, sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { describeOnEachDatabase, type TestDatabase } from '../testing/databases.ts'
import { insertOf } from '../testing/sample-rows.ts'
import * as schema from './schema/index.ts'
import type { Scope } from './scope.ts'

const tables = Object.values(schema)
  .filter((value) => is(value, PgTable))
  .map((table) => getTableConfig(table))
const has = (table: (typeof tables)[number], column: string) => table.columns.some(({ name }) => name === column)

/** Read and written before anybody's tenant is known; they hold ids and nothing to read. */
const plain = ['jobs']
const tenantTables = tables.filter((table) => has(table, 'isv_id') && !plain.includes(table.name))
/** Sums over a whole programme, written by triggers as the tables' owner, whom FORCE would hold back. */
const sums = tables.filter((table) => has(table, 'organization_id') && !has(table, 'isv_id'))
/** What the runtime may not do at all, so that a policy is not even asked. */
const immutable = ['audit_events', 'evidence_versions', 'run_reports', 'blobs']
const undeletable = ['audit_events', 'audit_heads', 'evidence_versions', 'run_reports', 'review_decisions']

const isvA: Scope = { kind: 'isv', organizationId: 'org_1', isvId: 'isv_a' }
const isvB: Scope = { kind: 'isv', organizationId: 'org_1', isvId: 'isv_b' }

/** Rows that a statement answered or touched in a scope, or why it was refused. */
async function outcome(database: TestDatabase, scope: Scope, statement: string): Promise<number | string> {
  try {
    const result = await database.within(scope, (transaction) => transaction.execute(sql.raw(statement)))
    // The two drivers count alike under different names, and drizzle knows neither.
    const counted = result as { rows: unknown[]; rowCount?: number; affectedRows?: number }
    return Math.max(counted.rows.length, counted.affectedRows ?? counted.rowCount ?? 0)
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
  }
}

describeOnEachDatabase('Policies', (open) => {
  let database: TestDatabase
  const inScope = (scope: Scope, statement: string) => outcome(database, scope, statement)

  beforeAll(async () => {
    database = await open()
    const rows = tenantTables.flatMap((table) => [insertOf(table, 'isv_a', 'org_1'), insertOf(table, 'isv_b', 'org_1')])
    // Rows without the rows they point at: this is about tenants only.
    await database.asOwner(`set session_replication_role = replica; ${rows.join('; ')}; reset session_replication_role`)
  })

  test('are in force on every table that names a tenant', async () => {
    const namesWhere = async (condition: string) =>
      (await database.asOwner(`select relname from pg_class where ${condition} order by 1`)).map((row) => row.relname)
    const names = tenantTables.map(({ name }) => name)
    expect(await namesWhere('relrowsecurity and relforcerowsecurity')).toEqual(names.sort())
    expect(await namesWhere('relrowsecurity')).toEqual([...names, ...sums.map(({ name }) => name)].sort())
  })

  test('let only the programme see its sums, and nobody write them', async () => {
    expect(sums.length).toBeGreaterThan(0)
    for (const table of sums) {
      await database.asOwner(insertOf(table, 'isv_a', 'org_1'))
      const all = `select 1 from ${table.name}`
      expect(await inScope({ kind: 'programme', organizationId: 'org_1' }, all)).toBe(1)
      for (const scope of [isvA, { kind: 'programme', organizationId: 'org_2' }, { kind: 'tracker' }] as const)
        expect(await inScope(scope, all)).toBe(0)
      for (const statement of [insertOf(table, 'isv_a', 'org_1', 'x'), `delete from ${table.name}`]) {
        const refused = await inScope({ kind: 'programme', organizationId: 'org_1' }, statement)
        expect(refused).toMatch(/permission denied/)
      }
    }
  })

  describe.each(tenantTables.map((table) => ({ name: table.name, table })))('on $name', ({ name, table }) => {
    const ofB = `where isv_id = 'isv_b'`

    test('show a row to its own ISV and its programme, and to nobody else', async () => {
      expect(await inScope(isvB, `select 1 from ${name}`)).toBe(1)
      expect(await inScope({ kind: 'programme', organizationId: 'org_1' }, `select 1 from ${name}`)).toBe(2)
      expect(await inScope(isvA, `select 1 from ${name} ${ofB}`)).toBe(0)
      expect(await inScope({ kind: 'programme', organizationId: 'org_2' }, `select 1 from ${name}`)).toBe(0)
      expect(await inScope({ ...isvB, organizationId: 'org_2' }, `select 1 from ${name}`)).toBe(0)
      expect(await inScope({ kind: 'tracker' }, `select 1 from ${name}`)).toBe(0)
      expect(await inScope({ kind: 'person' }, `select 1 from ${name}`)).toBe(0)
      expect(await inScope({ kind: 'isv', organizationId: '', isvId: '' }, `select 1 from ${name}`)).toBe(0)
    })

    test('let no other ISV change, delete, take over or hand over a row', async () => {
      const change = (scope: Scope, isvId: string, where: string) =>
        inScope(
          scope,
          `update ${name} set ${name === 'review_decisions' ? 'deprecated_at = now()' : `isv_id = '${isvId}'`} ${where}`,
        )
      if (immutable.includes(name)) {
        expect(await change(isvB, 'isv_b', ofB)).toMatch(/permission denied/)
      } else {
        expect(await change(isvA, 'isv_b', ofB)).toBe(0)
        expect(await change(isvA, 'isv_a', ofB)).toBe(0)
        expect(await change({ kind: 'tracker' }, 'isv_b', ofB)).toBe(0)
        if (name !== 'review_decisions')
          expect(await change(isvA, 'isv_b', `where isv_id = 'isv_a'`)).toMatch(/row-level security/)
      }
      const deletion = await inScope(isvA, `delete from ${name} ${ofB}`)
      if (undeletable.includes(name)) expect(deletion).toMatch(/permission denied/)
      else expect(deletion).toBe(0)
      expect(await inScope(isvB, `truncate ${name}`)).toMatch(/permission denied/)
      expect(await inScope(isvB, `select 1 from ${name}`)).toBe(1)
    })

    test('let nobody add a row for somebody else', async () => {
      const forB = insertOf(table, 'isv_b', 'org_1', 'new')
      expect(await inScope(isvA, forB)).toMatch(/row-level security/)
      expect(await inScope({ kind: 'tracker' }, forB)).toMatch(/row-level security/)
      expect(await inScope({ kind: 'person', userId: 'new', secretHash: 'new' }, forB)).toMatch(/row-level security/)
      expect(await inScope({ kind: 'programme', organizationId: 'org_2' }, forB)).toMatch(/row-level security/)
      expect(await inScope(isvA, insertOf(table, 'isv_a', 'org_2', 'new'))).toMatch(/row-level security/)
    })
  })

  test('hide internal comments from an ISV, whoever tries what', async () => {
    await database.asOwner(
      `set session_replication_role = replica;
       insert into comments select 'internal', isv_id, organization_id, product_id, item_id, 'internal', author_id,
         author_name, body, earlier, hidden_at, hidden_by, created_at, updated_at, version from comments where id = 'isv_a';
       reset session_replication_role`,
    )
    const all = `select 1 from comments where isv_id = 'isv_a'`
    expect(await inScope(isvA, all)).toBe(1)
    expect(await inScope({ ...isvA, internal: true }, all)).toBe(2)
    expect(await inScope({ kind: 'programme', organizationId: 'org_1' }, all)).toBe(2)
    expect(await inScope(isvA, `update comments set visibility = 'shared' where id = 'internal'`)).toBe(0)
    expect(await inScope(isvA, `update comments set visibility = 'internal' where id = 'isv_a'`)).toMatch(/row-level/)
  })

  test('show a person their own memberships and what their secret opens, to read and to accept', async () => {
    const person: Scope = { kind: 'person', userId: 'isv_a', secretHash: 'isv_b' }
    expect(await inScope(person, 'select 1 from memberships')).toBe(1)
    expect(await inScope(person, `update memberships set role = 'admin'`)).toBe(0)
    expect(await inScope(person, 'select 1 from invitations')).toBe(1)
    expect(await inScope(person, 'update invitations set accepted_at = now()')).toBe(1)
    expect(await inScope(person, `update invitations set token_hash = 'other'`)).toMatch(/row-level security/)
    expect(await inScope(person, 'delete from invitations')).toBe(0)
    expect(await inScope(person, 'update api_tokens set last_used_at = now()')).toBe(1)
  })

  test('hold when settings are made of SQL', async () => {
    for (const isvId of [
      `isv_a' or true --`,
      `x', true), set_config('app.organization_id', 'org_1`,
      `\\'; reset role; --`,
    ]) {
      expect(await inScope({ kind: 'isv', organizationId: 'org_1', isvId }, 'select 1 from products')).toBe(0)
    }
  })

  test('hold after RESET ROLE, and settings go with the transaction', async () => {
    await database.within(isvA, async (transaction) => {
      await transaction.execute(sql`reset role`)
      const { rows } = (await transaction.execute(sql`select id from isvs`)) as { rows: unknown[] }
      expect(rows).toEqual([{ id: 'isv_a' }])
    })
    expect(await inScope({ kind: 'tracker' }, 'select 1 from isvs')).toBe(0)
  })
})
