import { createHash, randomBytes } from 'node:crypto'
import {
  buildServices,
  createApp,
  type Database,
  newId,
  openLog,
  readConfiguration,
  schema,
} from '@sevenstep/tracker/measured'
import type { Figure } from '../results.ts'
import { middle } from './measure-portfolio.ts'
import { ratio, takeTurns } from './take-turns.ts'

/** Whole pages, from the request to the last byte, against a signed-in page with an empty list. */
export async function measurePages(database: Database, rounds: number): Promise<Figure[]> {
  const configuration = readConfiguration({ DEMO: '1', LOG_LEVEL: 'silent' }, '0.0.0')
  const nobody = () => Promise.reject(new Error('Nobody signs in here.'))
  const app = createApp(
    buildServices({
      configuration,
      database,
      signIn: { formTargets: [], begin: nobody, complete: nobody, signOutUrl: (address) => address },
      clock: { now: () => new Date() },
      log: openLog(configuration),
      wakeJobs: () => {},
    }),
  )
  const cookie = await signIn(database)
  const get = (path: string) => async () => {
    const answer = await app.request(`${configuration.publicUrl}${path}`, { headers: { Cookie: cookie } })
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`)
    await answer.text()
  }
  const times = await takeTurns({ empty: get('/waivers'), portfolio: get('/portfolio?view=all') }, rounds, 5)
  return [
    {
      what: 'the whole page of the portfolio at 2000 ISVs, fifty rows',
      unit: 'a signed-in page with an empty list',
      value: ratio(times, 'portfolio', 'empty'),
    },
  ]
}

/** Somebody of the middle programme; answers the cookie of their browser. */
async function signIn(database: Database): Promise<string> {
  const now = new Date()
  const stamps = { createdAt: now, updatedAt: now }
  const token = randomBytes(32).toString('base64url')
  const userId = newId('usr')
  await database.within({ kind: 'tracker' }, async (transaction) => {
    const person = { id: userId, entraTenantId: 'tenant', objectId: userId, name: 'Daan', username: 'daan@example.com' }
    await transaction
      .insert(schema.users)
      .values({ ...person, language: 'en', theme: 'auto', shortcuts: true, ...stamps })
    const tokenHash = createHash('sha256').update(token).digest('hex')
    const times = { createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 3_600_000) }
    await transaction
      .insert(schema.sessions)
      .values({ id: newId('ses'), tokenHash, userId, userAgent: 'bench', ...times })
  })
  await database.within({ kind: 'programme', organizationId: middle }, (transaction) => {
    const held = { organizationId: middle, isvId: null, userId, role: 'partner-manager', source: 'seed' } as const
    return transaction.insert(schema.memberships).values({ id: newId('mbr'), ...held, ...stamps })
  })
  return `session=${token}`
}
