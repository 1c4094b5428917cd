import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, describe } from 'vitest'
import { openPglite } from '../db/pglite.ts'
import { migratePostgres, openPostgres } from '../db/postgres.ts'
import type { Database } from '../db/scope.ts'
import { migratedSnapshot } from './migrated-snapshot.ts'

/** A database of a suite's own, empty but for its tables. */
export interface TestDatabase extends Database {
  /** Runs SQL past all policies, to arrange or tamper with what the program itself cannot; values go into the text. */
  asOwner(statement: string): Promise<readonly Record<string, unknown>[]>
  /** Where a process of its own finds the same database; undefined for the embedded one, which has one process only. */
  readonly addresses: { readonly url: string; readonly ownerUrl: string } | undefined
}

/** Makes a database; it is closed and dropped after the suite. */
export type OpenTestDatabase = () => Promise<TestDatabase>

const serverUrl = process.env.DATABASE_URL ?? ''
const requireAll = process.env.SEVENSTEP_REQUIRE_ALL === '1'

/**
 * Declares the same tests for the embedded database and for PostgreSQL. The latter need `DATABASE_URL` of a server on
 * which databases and roles may be made; without it they are named as skipped, or fail where SEVENSTEP_REQUIRE_ALL is 1.
 *
 * Opening takes about half a second: open once in `beforeAll`, and keep tests apart by organisations of their own.
 *
 * @param tests declares the tests; `open` may be called from hooks and tests, any number of times
 */
export function describeOnEachDatabase(
  name: string,
  tests: (open: OpenTestDatabase, kind: Database['kind']) => void,
): void {
  describe(`${name} (PGlite)`, () => tests(openedBy(openEmbedded), 'pglite'))
  describeOnPostgres(name, (open) => tests(open, 'postgresql'))
}

/** Declares tests of what only PostgreSQL has; skipped or failing without a server, like those on each database. */
export function describeOnPostgres(name: string, tests: (open: OpenTestDatabase) => void): void {
  if (serverUrl === '' && !requireAll) {
    describe.skip(`${name} (PostgreSQL: not run, DATABASE_URL is not set)`, () => tests(openedBy(openServer)))
  } else {
    describe(`${name} (PostgreSQL)`, () => tests(openedBy(openServer)))
  }
}

/** Opens embedded databases beside those of the suite; called where tests are declared. */
export function embeddedDatabases(): OpenTestDatabase {
  return openedBy(openEmbedded)
}

interface Opened {
  readonly database: TestDatabase
  readonly drop: () => Promise<void>
}

/** Remembers what was opened, and drops it after the suite in which this is called. */
function openedBy(make: () => Promise<Opened>): OpenTestDatabase {
  const opened: Opened[] = []
  afterAll(async () => {
    for (const { drop } of opened) await drop()
  })
  return async () => {
    const one = await make()
    opened.push(one)
    return one.database
  }
}

async function openEmbedded(): Promise<Opened> {
  const database = await openPglite('memory', { snapshot: await migratedSnapshot() })
  return {
    database: {
      ...database,
      asOwner: async (statement) => (await database.asOwner(statement)) as readonly Record<string, unknown>[],
      addresses: undefined,
    },
    drop: () => database.close(),
  }
}

async function openServer(): Promise<Opened> {
  if (serverUrl === '') throw new Error('DATABASE_URL is not set, and SEVENSTEP_REQUIRE_ALL=1 asks for PostgreSQL.')
  const name = `sevenstep_test_${randomBytes(6).toString('hex')}`
  const password = randomBytes(12).toString('hex')
  const ownerUrl = withParts(serverUrl, { pathname: `/${name}` })
  const url = withParts(ownerUrl, { username: name, password })
  await onServer(serverUrl, `create database ${name}`)
  await migratePostgres(ownerUrl)
  await onServer(serverUrl, `create role ${name} login password '${password}' in role sevenstep_runtime`)
  const database = await openPostgres({ url, poolSize: 5 })
  return {
    database: { ...database, asOwner: (statement) => onServer(ownerUrl, statement), addresses: { url, ownerUrl } },
    drop: async () => {
      await database.close()
      await onServer(serverUrl, `drop database if exists ${name} with (force)`)
      await onServer(serverUrl, `drop role if exists ${name}`)
    },
  }
}

function withParts(url: string, parts: Partial<Pick<URL, 'pathname' | 'username' | 'password'>>): string {
  return Object.assign(new URL(url), parts).href
}

async function onServer(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
