import { AsyncLocalStorage } from 'node:async_hooks'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Transaction } from './scope.ts'

/** How drizzle writes SQL; the same for both databases, and made once. */
export const dialect = new PgDialect()

/** The one thing that drizzle asks of a driver's connection. */
interface Client {
  query(...parameters: never[]): unknown
}

/** A connection lent to one transaction: when that ends, `close` makes every later query through it fail. */
export interface LentClient<Driver extends Client> {
  readonly client: Driver
  readonly close: () => void
}

/**
 * Lends a connection. A query that was not awaited would otherwise run in the next transaction on the same connection,
 * which may be another tenant's.
 */
export function lend<Driver extends Client>(driver: Driver): LentClient<Driver> {
  let isOpen = true
  const query = (...parameters: never[]): unknown => {
    if (!isOpen) throw new Error('This transaction has ended. Await every query before the work returns.')
    return driver.query(...parameters)
  }
  return {
    // Drizzle's types ask for the whole driver, its sessions call nothing but `query`.
    client: { query } as unknown as Driver,
    close: () => {
      isOpen = false
    },
  }
}

const connections = new WeakMap<object, { readonly client: object; readonly database: object }>()

/** Remembers which connection a transaction speaks through, for `prepared`, and to which database. */
export function remember(transaction: Transaction, client: object, database: object): Transaction {
  connections.set(transaction._.session, { client, database })
  return transaction
}

/** One and the same object for all transactions on one open database, and for those on no other. */
export function databaseOf(transaction: Transaction): object {
  const connection = connections.get(transaction._.session)
  if (connection === undefined) throw new Error('The transaction was not opened by Database.within.')
  return connection.database
}

/** A query that drizzle can prepare. */
interface Preparable<Result> {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<Result> }
}

/**
 * A query built once for the whole process and run in any transaction; values stand in it as `sql.placeholder(name)`.
 * Building the SQL costs more than running it where rows are found by key, and PostgreSQL keeps the plan by the name.
 *
 * @param name unique among all prepared queries, such as `portfolio-page`
 * @param build called once for each kind of database
 */
export function prepared<Values extends Record<string, unknown>, Result>(
  name: string,
  build: (transaction: Transaction) => Preparable<Result>,
): (transaction: Transaction, values: Values) => Promise<Result> {
  // By the class of the transaction, which differs between the two databases.
  const built = new Map<unknown, ReturnType<Preparable<Result>['prepare']>>()
  return async (transaction, values) => {
    let query = built.get(transaction.constructor)
    if (query === undefined) {
      query = build(transaction).prepare(name)
      built.set(transaction.constructor, query)
    }
    // The query as it was built, but through this transaction's connection.
    const bound: typeof query = Object.assign(Object.create(query), {
      client: connections.get(transaction._.session)?.client,
    })
    return bound.execute(values)
  }
}

const running = new AsyncLocalStorage<{ isOpen: boolean; database: object }>()

/**
 * Runs the work of one transaction, and refuses one within another: on the embedded database it would wait for itself
 * for ever, on PostgreSQL for a second connection.
 */
export async function notNested<Result>(database: object, run: () => Promise<Result>): Promise<Result> {
  const outer = running.getStore()
  if (outer?.isOpen && outer.database === database) {
    throw new Error('A transaction was begun within another one. Pass the outer transaction on instead.')
  }
  const state = { isOpen: true, database }
  try {
    return await running.run(state, run)
  } finally {
    state.isOpen = false
  }
}

/** A statement failed, the work went on as if nothing had happened, and so PostgreSQL undid everything at the end. */
export function undone(): Error {
  return new Error(
    'The transaction was rolled back: a statement in it failed and the failure was caught. ' +
      'Let the failure reach the caller, or put the statement into a savepoint (transaction.transaction).',
  )
}
