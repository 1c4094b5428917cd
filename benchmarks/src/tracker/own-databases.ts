import { randomBytes } from 'node:crypto'
import { type Database, migratePostgres, openPglite, openPostgres } from '@sevenstep/tracker/measured'
import { Client, Pool } from 'pg'

/** A PostgreSQL database of this run's own. */
export interface OwnPostgres {
  readonly database: Database
  /** The same server by the driver alone, as the same weak role. */
  readonly pool: Pool
  /** Past all policies. */
  readonly asOwner: (statement: string) => Promise<void>
  readonly drop: () => Promise<void>
}

/** Makes and migrates a database on the server that `DATABASE_URL` names. */
export async function openOwnPostgres(): Promise<OwnPostgres> {
  const server = process.env.DATABASE_URL
  if (server === undefined) throw new Error('Set DATABASE_URL to a PostgreSQL server on which databases may be made.')
  const name = `sevenstep_bench_${randomBytes(4).toString('hex')}`
  const password = randomBytes(12).toString('hex')
  const ownerUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const url = Object.assign(new URL(ownerUrl), { username: name, password }).href
  await run(server, `create database ${name}`)
  await migratePostgres(ownerUrl)
  await run(server, `create role ${name} login password '${password}' in role sevenstep_runtime`)
  const database = await openPostgres({ url, poolSize: 4 })
  const pool = new Pool({ connectionString: url, max: 4 })
  return {
    database,
    pool,
    asOwner: (statement) => run(ownerUrl, statement),
    drop: async () => {
      await Promise.all([pool.end(), database.close()])
      await run(server, `drop database ${name} with (force)`)
      await run(server, `drop role ${name}`)
    },
  }
}

/** The embedded database in memory. */
export function openOwnPglite(): ReturnType<typeof openPglite> {
  return openPglite('memory')
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
