import { createHash, randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Goals } from '@sevenstep/onboarding'
import { pino } from 'pino'
import { isvs, memberships, organizations, products, sessions, users } from '../db/schema/index.ts'
import type { Database } from '../db/scope.ts'
import { databaseSessionStore } from '../db/session-store.ts'
import { newId } from '../domain/ids.ts'
import type { Principal } from '../domain/principal.ts'
import type { Role } from '../domain/roles.ts'
import { createApp } from '../http/app.ts'
import { openAssets } from '../http/assets/assets.ts'
import type { HttpServices } from '../http/environment.ts'
import { refreshProduct } from '../product/refresh-product.ts'
import type { EntraSignIn } from '../sign-in/entra-sign-in.ts'
import { createSessions } from '../sign-in/sessions/sessions.ts'
import { SignInFailure } from '../sign-in/sign-in-failure.ts'
import type { OpenTestDatabase, TestDatabase } from './databases.ts'

/** A person of the test's world, signed in. */
export interface TestPerson {
  readonly principal: Extract<Principal, { kind: 'person' }>
  /** Sends a request as this person's browser would; redirects are not followed. */
  readonly request: (path: string, init?: RequestInit) => Promise<Response>
  /** Posts a form from a page of our own. */
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Response>
}

/** A vendor of the test's world with one product and its people. */
export interface TestIsv {
  readonly isvId: string
  readonly productId: string
  readonly admin: TestPerson
  readonly member: TestPerson
  readonly reader: TestPerson
}

/** A programme of the test's world. */
export interface TestProgramme {
  readonly organizationId: string
  readonly partnerManager: TestPerson
  readonly reviewer: TestPerson
  readonly secondReviewer: TestPerson
  readonly auditor: TestPerson
  readonly administrator: TestPerson
  readonly reader: TestPerson
  /** Two vendors of this programme. */
  readonly contoso: TestIsv
  readonly proseware: TestIsv
}

/** A tracker with two programmes that must never hear of each other. */
export interface TestTracker {
  readonly services: HttpServices
  readonly database: TestDatabase
  readonly programme: TestProgramme
  readonly other: TestProgramme
  /** A request of a browser that nobody is signed in at. */
  readonly anonymous: (path: string, init?: RequestInit) => Promise<Response>
  /** The moment the tracker believes it is; tests may set it forward. */
  readonly time: { now: Date }
}

const publicUrl = 'http://localhost:3000'

/** Goals for which steps 1, 2, 4, 5 and 7 apply. */
export const sampleGoals: Goals = {
  'expose-data': 'yes',
  'connector-public': 'yes',
  'embed-ui': 'no',
  'prebuilt-flows': 'yes',
  'auto-deploy': 'yes',
  'customers-lack-licences': 'no',
  'list-appsource': 'yes',
}

/**
 * Opens a database and fills it with two programmes, four vendors and people of every role.
 *
 * @param options `looksAtAddresses`: pages are those of a server that opens addresses; the tests open none either way
 */
export async function openTracker(
  open: OpenTestDatabase,
  options: { readonly looksAtAddresses?: boolean } = {},
): Promise<TestTracker> {
  const database = await open()
  const time = { now: new Date('2026-11-20T09:00:00.000Z') }
  const services = testServices(database, time, options.looksAtAddresses ?? false)
  const app = createApp(services)
  const request = async (path: string, init?: RequestInit) => app.request(`${publicUrl}${path}`, init)
  const world: World = { services, request, time }
  return {
    services,
    database,
    programme: await makeProgramme(world, 'Northwind Partners'),
    other: await makeProgramme(world, 'Alpine Partners'),
    anonymous: request,
    time,
  }
}

interface World {
  readonly services: HttpServices
  readonly request: (path: string, init?: RequestInit) => Promise<Response>
  readonly time: { now: Date }
}

function testServices(database: Database, time: { now: Date }, looksAtAddresses: boolean): HttpServices {
  const clock = { now: () => time.now }
  const refused: EntraSignIn = {
    formTargets: [],
    begin: () => Promise.reject(new Error('Tests of pages do not sign in.')),
    complete: () => Promise.reject(new SignInFailure('attempt-missing')),
    signOutUrl: (address) => address,
  }
  return {
    database,
    clock,
    newId,
    wakeJobs: () => {},
    configuration: {
      host: '127.0.0.1',
      port: 3000,
      publicUrl,
      database: { kind: 'pglite', directory: 'memory' },
      signIn: { kind: 'demo' },
      session: { idleMinutes: 480, absoluteHours: 24 },
      rateLimits: { api: 100_000, changes: 100_000, 'sign-in': 100_000, uploads: 100_000 },
      probes: { enabled: looksAtAddresses, networks: [], ports: [443, 80], perHour: 100_000 },
      trustedProxies: [],
      stopDelaySeconds: 0,
      logLevel: 'silent',
      version: '0.0.0-test',
      commit: undefined,
    },
    log: pino({ level: 'silent' }),
    look: () => Promise.resolve({ kind: 'unseen', obstacle: 'switched-off' }),
    signIn: refused,
    sessions: createSessions({
      store: databaseSessionStore(database),
      policy: { idleLimit: 8 * 3_600_000, absoluteLimit: 24 * 3_600_000, touchInterval: 60_000 },
      clock,
      newId: () => newId('ses'),
    }),
    readiness: { ready: true },
    assets: openAssets(fileURLToPath(new URL('../../build/assets', import.meta.url))),
  }
}

async function makeProgramme(world: World, name: string): Promise<TestProgramme> {
  const { services, time } = world
  const organizationId = newId('org')
  const stamps = { createdAt: time.now, updatedAt: time.now }
  await services.database.within({ kind: 'tracker' }, (transaction) =>
    transaction
      .insert(organizations)
      .values({ id: organizationId, name, timeZone: 'Europe/Amsterdam', holidays: [], ...stamps }),
  )
  const person = (role: Role) => makePerson(world, `${name} ${role}`, { role, organizationId, isvId: null })
  const partnerManager = await person('partner-manager')
  return {
    organizationId,
    partnerManager,
    reviewer: await person('reviewer'),
    secondReviewer: await person('reviewer'),
    auditor: await person('auditor'),
    administrator: await person('admin'),
    reader: await person('read-only'),
    contoso: await makeIsv(world, organizationId, `Contoso of ${name}`, partnerManager.principal.userId),
    proseware: await makeIsv(world, organizationId, `Proseware of ${name}`, partnerManager.principal.userId),
  }
}

async function makeIsv(world: World, organizationId: string, name: string, ownerId: string): Promise<TestIsv> {
  const { services, time } = world
  const isvId = newId('isv')
  const productId = newId('prd')
  const stamps = { createdAt: time.now, updatedAt: time.now }
  await services.database.within({ kind: 'isv', organizationId, isvId }, async (transaction) => {
    await transaction.insert(isvs).values({
      id: isvId,
      isvId,
      organizationId,
      name,
      state: 'active',
      timeZone: 'Europe/Amsterdam',
      ownerId,
      ...stamps,
    })
    await transaction.insert(products).values({
      id: productId,
      isvId,
      organizationId,
      name: `${name} Connect`,
      kind: 'isv',
      edition: 'current',
      publisher: 'verified-publisher',
      goals: sampleGoals,
      targets: { steps: {} },
      ...stamps,
    })
    await refreshProduct({ transaction, now: time.now, newId }, { productId, items: 'all' })
  })
  const person = (role: Role) => makePerson(world, `${name} ${role}`, { role, organizationId, isvId })
  return {
    isvId,
    productId,
    admin: await person('isv-admin'),
    member: await person('isv-member'),
    reader: await person('isv-read-only'),
  }
}

async function makePerson(
  { services, request, time }: World,
  name: string,
  held: { readonly role: Role; readonly organizationId: string; readonly isvId: string | null },
): Promise<TestPerson> {
  const userId = newId('usr')
  const token = randomBytes(16).toString('hex')
  const stamps = { createdAt: time.now, updatedAt: time.now }
  const { organizationId, isvId } = held
  await services.database.within({ kind: 'tracker' }, async (transaction) => {
    await transaction.insert(users).values({
      id: userId,
      entraTenantId: organizationId,
      objectId: userId,
      name,
      username: `${held.role}@example.com`,
      language: 'en',
      theme: 'auto',
      shortcuts: true,
      ...stamps,
    })
    await transaction.insert(sessions).values({
      id: newId('ses'),
      tokenHash: createHash('sha256').update(token).digest('hex'),
      userId,
      userAgent: 'test',
      createdAt: time.now,
      lastSeenAt: time.now,
      expiresAt: new Date(time.now.getTime() + 365 * 24 * 3_600_000),
    })
  })
  const scope =
    isvId === null
      ? ({ kind: 'programme', organizationId } as const)
      : ({ kind: 'isv', organizationId, isvId } as const)
  await services.database.within(scope, (transaction) =>
    transaction.insert(memberships).values({ id: newId('mbr'), ...held, userId, source: 'seed', ...stamps }),
  )
  const send = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('Cookie', [`session=${token}`, headers.get('Cookie')].filter(Boolean).join('; '))
    if (!headers.has('Origin') && init.method !== undefined && init.method !== 'GET') headers.set('Origin', publicUrl)
    return request(path, { redirect: 'manual', ...init, headers })
  }
  return {
    principal: { kind: 'person', userId, name, held: [held] },
    request: send,
    post: (path, fields) =>
      send(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      }),
  }
}
