import { PGlite } from '@electric-sql/pglite'
import { type Database, readPlaceOfProduct } from '@sevenstep/tracker/measured'
import { Hono } from 'hono'
import type { Pool } from 'pg'
import type { Figure } from '../results.ts'
import { ratio, takeTurns } from './take-turns.ts'
import { person, place, productId } from './vendors.ts'

const text = 'select isv_id, organization_id from products where id = $1'
const settings = [
  ['app.isv_id', place.isvId],
  ['app.isv_organization', place.organizationId],
]
const calls = settings.map(([name, value]) => `set_config('${name}', '${value}', true)`)
const begin = `begin;select ${calls.join(',')}`

/** A read route: the tracker's own read against the driver doing the same transaction with the same tenant set. */
export async function measureReads(
  { database, pool }: { readonly database: Database; readonly pool?: Pool },
  rounds: number,
): Promise<Figure[]> {
  const app = new Hono()
  app.get('/ours/:id', async (context) =>
    context.json((await readPlaceOfProduct(database, person, context.req.param('id'))) ?? null),
  )
  const bare = pool === undefined ? await openBare() : undefined
  app.get('/bare/:id', async (context) => {
    const id = context.req.param('id')
    return context.json(pool === undefined ? await bare?.read(id) : await readBare(pool, id))
  })
  const get = (path: string) => async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => app.request(`${path}/${productId}`)))
    for (const answer of answers)
      if (!(await answer.text()).includes(place.isvId)) throw new Error('The read found nothing.')
  }
  try {
    const times = await takeTurns({ bare: get('/bare'), ours: get('/ours') }, rounds, 40)
    const name = pool === undefined ? 'PGlite' : 'PostgreSQL'
    // Asked for as throughput: at least 0.9 and 0.45 of the bare driver's.
    const goal = pool === undefined ? 2.22 : 1.11
    return [
      {
        what: `a read route on ${name}`,
        unit: `the bare driver, same framework and transaction`,
        value: ratio(times, 'ours', 'bare'),
        goal,
      },
    ]
  } finally {
    await bare?.close()
  }
}

async function readBare(pool: Pool, id: string): Promise<unknown> {
  const client = await pool.connect()
  try {
    await client.query(begin)
    const { rows } = await client.query({ name: 'place', text, values: [id] })
    await client.query('commit')
    return rows[0]
  } finally {
    client.release()
  }
}

/** The embedded database by itself, with one table and one policy like the tracker's. */
async function openBare() {
  const client = await PGlite.create()
  await client.exec(`
    create role weak; create table products (id text primary key, isv_id text, organization_id text);
    alter table products enable row level security; grant select on products to weak;
    create policy tenant on products to weak using (
      organization_id = (select nullif(current_setting('app.organization_id', true), '')) or (
        isv_id = (select nullif(current_setting('app.isv_id', true), ''))
        and organization_id = (select nullif(current_setting('app.isv_organization', true), ''))));
    insert into products values ('${productId}', '${place.isvId}', '${place.organizationId}')`)
  let last: Promise<unknown> = Promise.resolve()
  const read = async (id: string): Promise<unknown> => {
    await client.exec(`${begin};set local role weak`)
    const { rows } = await client.query(text, [id])
    await client.exec('commit')
    return rows[0]
  }
  return {
    // It has one connection, so transactions take turns.
    read: (id: string) => {
      const next = last.then(() => read(id))
      last = next
      return next
    },
    close: () => client.close(),
  }
}
