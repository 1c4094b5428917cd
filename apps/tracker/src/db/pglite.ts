import { join } from 'node:path'
import { PGlite, protocol, types } from '@electric-sql/pglite'
import { drizzle, PgliteSession, PgliteTransaction } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { lockDirectory } from './directory-lock.ts'
import { beginFresh, freshDirectory } from './fresh-directory.ts'
import { migrationsFolder, mustBeCurrent, type RunSql, standingOf } from './migrations.ts'
import type { Database, Scope, Transaction } from './scope.ts'
import { dialect, lend, notNested, remember, undone } from './transaction.ts'
import { beginIn } from './transaction-settings.ts'

/** How the embedded database is opened. */
export interface PgliteOptions {
  /** A data directory as `dumpDataDir` gave it, to start from instead of an empty one; unused where there is a database. */
  readonly snapshot?: Blob
}

/** The embedded database, with the owner's way in that only the tests' arrangement uses. */
export interface PgliteDatabase extends Database {
  readonly kind: 'pglite'
  /** Past all policies; waits for its turn like a transaction. */
  asOwner(statement: string): Promise<readonly unknown[]>
  /** The whole data directory, as `snapshot` takes it. */
  dump(): Promise<Blob>
}

/**
 * Opens the embedded database and brings its tables up to date.
 *
 * Its one connection belongs to a superuser, whom no policy binds, so the session takes on the weak role at once and each
 * transaction takes it on again. `RESET ROLE` then leads back to the weak role, but `SET SESSION AUTHORIZATION` to the
 * superuser: here the policies guard against mistakes in queries, not against SQL written by an attacker.
 *
 * @param where a data directory, made when missing and locked for this process; or `memory`
 * @throws DatabaseRefusal when another process has the directory, or a later version of the program wrote it
 */
export async function openPglite(where: string, options: PgliteOptions = {}): Promise<PgliteDatabase> {
  const release = where === 'memory' ? () => {} : lockDirectory(where)
  let client: PGlite | undefined
  try {
    const finish = where === 'memory' ? async () => {} : await beginFresh(where)
    const snapshot = finish && (options.snapshot ?? (await freshDirectory()))
    client = await PGlite.create({
      ...(where === 'memory' ? {} : { dataDir: join(where, 'postgres') }),
      ...(snapshot && { loadDataDir: snapshot }),
      serializers: { [types.BYTEA]: writeBytes },
      parsers: { [types.BYTEA]: readBytes },
    })
    await prepare(client)
    await finish?.()
    return serve(client, release)
  } catch (error) {
    // An open one would keep the process alive after it has said why it does not start.
    await client?.close()
    release()
    throw error
  }
}

/**
 * Bytes go in and out as hexadecimal text. PGlite's own way of writing it takes some hundred times as long, byte by byte,
 * and nothing else happens in the process meanwhile.
 */
function writeBytes(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`
}

function readBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'))
}

async function prepare(client: PGlite): Promise<void> {
  const run: RunSql = async (statement) => (await client.query(statement)).rows
  if ((await standingOf(run)) === 'behind') await migrate(drizzle(client), { migrationsFolder })
  await client.exec(weaken)
}

const weaken = 'set session authorization sevenstep_runtime'

function serve(client: PGlite, release: () => void): PgliteDatabase {
  const inTurn = queue()
  const database: PgliteDatabase = {
    kind: 'pglite',
    within: (scope, work) => notNested(database, () => inTurn(() => attempt(client, scope, work))),
    check: () =>
      inTurn(() =>
        mustBeCurrent(async (statement) => (await client.query(statement)).rows, 'Start the program again.'),
      ),
    asOwner: (statement) =>
      inTurn(async () => {
        await client.exec('set session authorization postgres')
        try {
          return (await client.exec(statement)).at(-1)?.rows ?? []
        } finally {
          await client.exec(weaken)
        }
      }),
    dump: () => inTurn(() => client.dumpDataDir('none')),
    close: () =>
      inTurn(async () => {
        if (!client.closed) await client.close()
        release()
      }),
  }
  return database
}

async function attempt<Result>(
  client: PGlite,
  scope: Scope,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const lent = lend(client)
  try {
    await client.exec(`${beginIn(scope)};set local role sevenstep_runtime`)
    const session = new PgliteSession(lent.client, dialect, undefined)
    // The program's type is the one that both drivers share; drizzle's types do not let a session be assigned to it.
    const transaction = new PgliteTransaction(dialect, session, undefined) as unknown as Transaction
    const result = await work(remember(transaction, lent.client, client))
    lent.close()
    await commit(client)
    return result
  } catch (error) {
    lent.close()
    await client.exec('rollback')
    throw error
  }
}

/** PGlite tells only in the protocol's own words whether a commit became a rollback. */
async function commit(client: PGlite): Promise<void> {
  const { messages } = await client.execProtocol(protocol.serialize.query('commit'))
  if (
    messages.some((message) => message.name === 'commandComplete' && 'text' in message && message.text === 'ROLLBACK')
  )
    throw undone()
}

/** Lets pieces of work run one after the other; one that fails does not stop the next. */
function queue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => {})
    return next
  }
}
