import { eq } from 'drizzle-orm'
import { appendEvents } from '../audit/append-events.ts'
import { DatabaseRefusal } from '../db/refusal.ts'
import { isvs, memberships, organizations, products, users } from '../db/schema/index.ts'
import type { Database, Transaction } from '../db/scope.ts'
import { newId } from '../domain/ids.ts'
import type { Principal } from '../domain/principal.ts'
import type { Role } from '../domain/roles.ts'
import { refreshProduct } from '../product/refresh-product.ts'
import { checkDeployment, checkExample } from './connectors.ts'
import { demoId } from './demo-id.ts'
import { demoPeople } from './people.ts'
import { playAsides } from './play-asides.ts'
import { playStory } from './play-story.ts'
import { type DemoVendor, demoVendors } from './vendors.ts'

const day = 24 * 3_600_000
const organizationId = demoId('org', 'programme')
const programmeBegan = 120
/** The programme's version as long as the demo is being filled in. */
const unfinished = 0

/** Somebody of the demo as the database keeps them. */
interface Person {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly tenantId: string
  readonly objectId: string
  readonly role: Role
  readonly isvId: string | null
}

/**
 * Fills an empty database with the demo's programme, people and vendors, as if they had worked in it for some months
 * before `now`: what they did goes through the same verbs as on the pages. Returns false, and does nothing, where there
 * is a programme already.
 *
 * @throws DatabaseRefusal where filling was begun before and never ended
 */
export async function seedWorld(database: Database, now: Date): Promise<boolean> {
  const known = await database.within({ kind: 'tracker' }, (transaction) =>
    transaction.select({ version: organizations.version }).from(organizations),
  )
  if (known.some(({ version }) => version === unfinished)) throw halfFilled()
  if (known.length > 0) return false
  const connectors = { sound: await checkExample('mended'), faulty: await checkExample('planted-faults') }
  const deployment = await checkDeployment()
  const people = everybody()
  const began = new Date(now.getTime() - programmeBegan * day)
  await database.within({ kind: 'tracker' }, (transaction) => insertPeople(transaction, people, began, now))
  await database.within({ kind: 'programme', organizationId }, async (transaction) => {
    for (const vendor of demoVendors) await insertVendor(transaction, vendor, now)
    await insertRoles(transaction, people, began)
  })
  const reviewer = principalOf(people, 'Eva Lindqvist')
  const manager = principalOf(people, 'Daan Bakker')
  for (const vendor of demoVendors) {
    const stage = {
      database,
      place: { organizationId, isvId: demoId('isv', vendor.name) },
      productId: demoId('prd', vendor.product),
      contact: principalOf(people, vendor.contact),
      reviewer,
      connectors,
      deployment,
      now,
    }
    await playStory(stage, vendor)
    await playAsides(stage, vendor, manager)
    await bringUpToDate(database, vendor, now)
  }
  await database.within({ kind: 'tracker' }, (transaction) =>
    transaction.update(organizations).set({ version: 1 }).where(eq(organizations.id, organizationId)),
  )
  return true
}

function halfFilled(): DatabaseRefusal {
  return new DatabaseRefusal(
    'The demo was interrupted while it was being set up, so the database holds half of it. ' +
      'Delete the data directory (the folder “data” for npm start), or empty the database, and start again.',
  )
}

/** Those who can sign in, and the contacts of the other vendors, who only stand in the record. */
function everybody(): readonly Person[] {
  const accounts = demoPeople.map(({ name, username, tenantId, objectId, holds }) => ({
    id: demoId('usr', username),
    name,
    username,
    tenantId,
    objectId,
    role: holds.role,
    isvId: holds.isv === undefined ? null : demoId('isv', holds.isv),
  }))
  const contacts = demoVendors
    .filter(({ contact }) => accounts.every(({ name }) => name !== contact))
    .map(({ contact, name }) => ({
      id: demoId('usr', contact),
      name: contact,
      username: `${contact.toLowerCase().replaceAll(' ', '.')}@${name.toLowerCase().replaceAll(' ', '-')}.example`,
      tenantId: 'demo',
      objectId: demoId('usr', contact),
      role: 'isv-admin' as const,
      isvId: demoId('isv', name),
    }))
  return [...accounts, ...contacts]
}

function principalOf(people: readonly Person[], name: string): Extract<Principal, { kind: 'person' }> {
  const person = people.find((candidate) => candidate.name === name)
  if (person === undefined) throw new Error(`The demo has nobody called ${name}.`)
  const { id: userId, role, isvId } = person
  return { kind: 'person', userId, name, held: [{ role, organizationId, isvId }] }
}

async function insertPeople(
  transaction: Transaction,
  people: readonly Person[],
  began: Date,
  now: Date,
): Promise<void> {
  const stamps = { createdAt: began, updatedAt: began }
  const year = now.getUTCFullYear()
  await transaction.insert(organizations).values({
    id: organizationId,
    name: 'Northwind Partner Programme',
    timeZone: 'Europe/Amsterdam',
    holidays: [`${year}-12-25`, `${year}-12-26`, `${year + 1}-01-01`],
    version: unfinished,
    ...stamps,
  })
  await transaction.insert(users).values(
    people.map(({ id, name, username, tenantId, objectId }) => ({
      id,
      entraTenantId: tenantId,
      objectId,
      name,
      username,
      language: 'en' as const,
      theme: 'auto' as const,
      shortcuts: true,
      ...stamps,
    })),
  )
}

async function insertRoles(transaction: Transaction, people: readonly Person[], began: Date): Promise<void> {
  await transaction.insert(memberships).values(
    people.map(({ id, username, role, isvId }) => ({
      id: demoId('mbr', username),
      organizationId,
      isvId,
      userId: id,
      role,
      source: 'seed' as const,
      createdAt: began,
      updatedAt: began,
    })),
  )
}

async function insertVendor(transaction: Transaction, vendor: DemoVendor, now: Date): Promise<void> {
  const joined = new Date(now.getTime() - vendor.daysAgo * day)
  const stamps = { createdAt: joined, updatedAt: joined }
  const isvId = demoId('isv', vendor.name)
  const productId = demoId('prd', vendor.product)
  const manager = demoPeople.find(({ holds }) => holds.role === 'partner-manager')
  if (manager === undefined) throw new Error('The demo has no partner manager.')
  const ownerId = demoId('usr', manager.username)
  await transaction.insert(isvs).values({
    id: isvId,
    isvId,
    organizationId,
    name: vendor.name,
    externalId: vendor.name.toLowerCase().replaceAll(' ', '-'),
    state: 'active',
    timeZone: 'Europe/Amsterdam',
    ownerId,
    ...stamps,
  })
  const due = vendor.dueInDays === undefined ? undefined : new Date(now.getTime() + vendor.dueInDays * day)
  await transaction.insert(products).values({
    id: productId,
    isvId,
    organizationId,
    name: vendor.product,
    kind: 'isv',
    edition: 'current',
    publisher: 'verified-publisher',
    targets: { ...(due !== undefined && { product: due.toISOString().slice(0, 10) }), steps: {} },
    ...stamps,
  })
  await refreshProduct({ transaction, now: joined, newId }, { productId, items: 'all' })
  const principal = { kind: 'person', userId: ownerId, name: manager.name, held: [] } as const
  const context = { principal, place: { organizationId, isvId }, now: joined, newId, requestId: undefined }
  await appendEvents(transaction, context, [
    {
      action: 'isv.created',
      subjectType: 'isv',
      subjectId: isvId,
      sentence: { en: `added the ISV ${vendor.name}`, nl: `voegde de ISV ${vendor.name} toe` },
    },
    {
      action: 'product.created',
      subjectType: 'product',
      subjectId: productId,
      sentence: { en: `added the product ${vendor.product}`, nl: `voegde het product ${vendor.product} toe` },
      detail: { productId },
    },
  ])
}

/** Lets the time since the last chapter pass. */
async function bringUpToDate(database: Database, vendor: DemoVendor, now: Date): Promise<void> {
  const scope = { kind: 'isv', organizationId, isvId: demoId('isv', vendor.name) } as const
  await database.within(scope, (transaction) =>
    refreshProduct({ transaction, now, newId }, { productId: demoId('prd', vendor.product), items: [] }),
  )
}
