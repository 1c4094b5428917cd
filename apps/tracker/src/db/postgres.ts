import { setTimeout as sleep } from 'node:timers/promises'
import { drizzle, NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Client, Pool, type PoolClient } from 'pg'
import { migrationsFolder, mustBeCurrent, type RunSql, standingOf } from './migrations.ts'
import { refuseUnfitRole } from './runtime-role.ts'
import type { Database, Scope, Transaction } from './scope.ts'
import { dialect, lend, notNested, remember, undone } from './transaction.ts'
import { beginIn } from './transaction-settings.ts'

/** How PostgreSQL is reached. */
export interface PostgresOptions {
  /** As whom the program works: a weak login role that is a member of `sevenstep_runtime`. */
  readonly url: string
  /** As whom tables are made; used for migrations only, and never while serving. */
  readonly ownerUrl?: string
  /** Connections at most; 10 unless told. */
  readonly poolSize?: number
  /** After how many milliseconds a statement is given up; 30,000 unless told. */
  readonly statementTimeoutMilliseconds?: number
  /** Told of connections that broke while idle; the pool replaces them by itself. */
  readonly onConnectionError?: (error: Error) => void
}

/** Any number will do as long as every version of the program uses the same. */
const migrationLock = 7_307_307

/** Serialisation failure and deadlock: the database asks for the transaction to be tried again. */
const worthRepeating: readonly unknown[] = ['40001', '40P01']
const repetitions = 3

/**
 * Brings the tables up to date as their owner. Of several processes that start at once, one does it and the others wait.
 *
 * @throws DatabaseRefusal when a later version of the program wrote the database
 */
export async function migratePostgres(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'sevenstep migrations' })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${migrationLock})`)
    const run: RunSql = async (statement) => (await client.query(statement)).rows
    if ((await standingOf(run)) === 'behind') await migrate(drizzle(client), { migrationsFolder })
  } finally {
    // Ending the connection gives the lock free, whatever happened.
    await client.end()
  }
}

/**
 * Opens PostgreSQL for serving, after migrating it where an owner is given.
 *
 * @throws DatabaseRefusal when the role is too strong for policies to bind it, when migrations are missing, or when a
 * later version of the program wrote the database
 */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  if (options.ownerUrl !== undefined) await migratePostgres(options.ownerUrl)
  const pool = poolFor(options)
  const run: RunSql = async (statement) => (await pool.query(statement)).rows
  const advice = 'Run the program once with --migrate-only and the owner’s address (DATABASE_OWNER_URL).'
  try {
    await refuseUnfitRole(run)
    await mustBeCurrent(run, advice)
  } catch (error) {
    await pool.end()
    throw error
  }
  const database: Database = {
    kind: 'postgresql',
    within: (scope, work) => notNested(database, () => repeated(() => attempt(pool, scope, work))),
    check: () => mustBeCurrent(run, advice),
    close: async () => {
      if (!pool.ending) await pool.end()
    },
  }
  return database
}

function poolFor(options: PostgresOptions): Pool {
  const onError = options.onConnectionError ?? (() => {})
  const pool = new Pool({
    connectionString: options.url,
    application_name: 'sevenstep',
    max: options.poolSize ?? 10,
    statement_timeout: options.statementTimeoutMilliseconds ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', onError)
  // A connection that breaks while lent tells it to its query; unheard, its event would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

async function repeated<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempts = 0; ; attempts += 1) {
    try {
      return await run()
    } catch (error) {
      if (attempts === repetitions || !worthRepeating.includes(sqlState(error))) throw error
      await sleep(Math.random() * 20 * 2 ** attempts)
    }
  }
}

/** PostgreSQL's code for what went wrong; drizzle wraps the driver's error in its own. */
function sqlState(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined
  return 'code' in error ? error.code : sqlState(error.cause)
}

async function attempt<Result>(
  pool: Pool,
  scope: Scope,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  const lent = lend(client)
  let broken: Error | undefined
  try {
    await client.query(beginIn(scope))
    const result = await work(transactionOn(lent.client, pool))
    lent.close()
    const { command } = await client.query('commit')
    if (command === 'ROLLBACK') throw undone()
    return result
  } catch (error) {
    lent.close()
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

function transactionOn(client: PoolClient, pool: Pool): Transaction {
  const session = new NodePgSession(client, dialect, undefined)
  // The program's type is the one that both drivers share; drizzle's types do not let a session be assigned to it.
  const transaction = new NodePgTransaction(dialect, session, undefined) as unknown as Transaction
  return remember(transaction, client, pool)
}
