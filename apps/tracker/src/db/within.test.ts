import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { describeOnEachDatabase, type TestDatabase } from '../testing/databases.ts'
import { organizations } from './schema/index.ts'
import type { Transaction } from './scope.ts'
import { prepared } from './transaction.ts'

const tracker = { kind: 'tracker' } as const

function organization(id: string) {
  const at = new Date('2026-11-21T09:00:00.000Z')
  return { id, name: 'Programme', timeZone: 'Europe/Amsterdam', holidays: ['2026-12-25'], createdAt: at, updatedAt: at }
}

describeOnEachDatabase('A transaction', (open) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  })

  const namesOf = (id: string) =>
    database.within(tracker, (transaction) => transaction.select().from(organizations).where(eq(organizations.id, id)))

  test('commits when the work returns, and gives dates and JSON back as they were', async () => {
    await database.within(tracker, (transaction) => transaction.insert(organizations).values(organization('org_1')))
    expect(await namesOf('org_1')).toEqual([{ ...organization('org_1'), version: 1 }])
    await database.check()
  })

  test('rolls back when the work throws', async () => {
    const work = database.within(tracker, async (transaction) => {
      await transaction.insert(organizations).values(organization('org_2'))
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await namesOf('org_2')).toEqual([])
  })

  test('does not pretend to have committed after a failure that was caught', async () => {
    const work = database.within(tracker, async (transaction) => {
      await transaction.insert(organizations).values(organization('org_3'))
      await transaction.execute(sql`select 1 / 0`).catch(() => {})
    })
    await expect(work).rejects.toThrow('was rolled back')
    expect(await namesOf('org_3')).toEqual([])
  })

  test('undoes a part by itself in a savepoint', async () => {
    await database.within(tracker, async (transaction) => {
      await transaction.insert(organizations).values(organization('org_4'))
      await transaction
        .transaction(async (part) => {
          await part.insert(organizations).values(organization('org_5'))
          throw new Error('only this part')
        })
        .catch(() => {})
    })
    expect(await namesOf('org_4')).toHaveLength(1)
    expect(await namesOf('org_5')).toEqual([])
  })

  test('ends for queries that nobody waited for', async () => {
    let leaked: Transaction | undefined
    await database.within(tracker, async (transaction) => {
      leaked = transaction
    })
    await expect(leaked?.select().from(organizations).execute()).rejects.toThrow()
    const again = await leaked
      ?.select()
      .from(organizations)
      .execute()
      .catch((error: Error) => error.cause)
    expect(String(again)).toContain('This transaction has ended')
  })

  test('is refused within another one, and possible after it', async () => {
    const work = database.within(tracker, () => database.within(tracker, async () => 1))
    await expect(work).rejects.toThrow('begun within another one')
    expect(await database.within(tracker, async () => 2)).toBe(2)
  })

  test('runs a prepared query many times with values of its own, through its own connection', async () => {
    let builds = 0
    const nameOf = prepared<{ id: string }, { name: string }[]>('test-name-of', (transaction) => {
      builds += 1
      return transaction
        .select({ name: organizations.name })
        .from(organizations)
        .where(eq(organizations.id, sql.placeholder('id')))
    })
    const answers = await Promise.all(
      ['org_1', 'org_missing', 'org_1', 'org_1'].map((id) =>
        database.within(tracker, (transaction) => nameOf(transaction, { id })),
      ),
    )
    expect(answers).toEqual([[{ name: 'Programme' }], [], [{ name: 'Programme' }], [{ name: 'Programme' }]])
    expect(builds).toBe(1)
  })
})
