import { createHash } from 'node:crypto'
import { isvs, memberships, organizations, products, users } from '../db/schema/index.ts'
import type { Database, Transaction } from '../db/scope.ts'
import { type IdPrefix, newId } from '../domain/ids.ts'
import { refreshProduct } from '../product/refresh-product.ts'
import { demoPeople } from './people.ts'
import { type DemoVendor, demoVendors } from './vendors.ts'

const day = 24 * 3_600_000

/**
 * Fills an empty database with the demo's programme, people and vendors, as if they had worked in it for some weeks
 * before `now`. Returns false, and does nothing, where there is a programme already.
 */
export async function seedWorld(database: Database, now: Date): Promise<boolean> {
  const known = await database.within({ kind: 'tracker' }, (transaction) =>
    transaction.select({ id: organizations.id }).from(organizations).limit(1),
  )
  if (known.length > 0) return false
  const organizationId = demoId('org', 'programme')
  const begun = { createdAt: new Date(now.getTime() - 120 * day), updatedAt: now }
  await database.within({ kind: 'tracker' }, async (transaction) => {
    await transaction.insert(organizations).values({
      id: organizationId,
      name: 'Northwind Partner Programme',
      timeZone: 'Europe/Amsterdam',
      holidays: [`${now.getUTCFullYear()}-12-25`, `${now.getUTCFullYear()}-12-26`, `${now.getUTCFullYear() + 1}-01-01`],
      ...begun,
    })
    await insertPeople(transaction, begun)
  })
  await database.within({ kind: 'programme', organizationId }, async (transaction) => {
    for (const vendor of demoVendors) await insertVendor(transaction, organizationId, vendor, now)
    await insertRoles(transaction, organizationId, begun)
  })
  return true
}

/** An id that is the same in every demo, so that addresses can be written down. */
export function demoId(prefix: IdPrefix, name: string): string {
  return `${prefix}_${createHash('sha256').update(name).digest('hex').slice(0, 32)}`
}

interface Stamps {
  readonly createdAt: Date
  readonly updatedAt: Date
}

async function insertPeople(transaction: Transaction, stamps: Stamps): Promise<void> {
  await transaction.insert(users).values(
    demoPeople.map((person) => ({
      id: demoId('usr', person.username),
      entraTenantId: person.tenantId,
      objectId: person.objectId,
      name: person.name,
      username: person.username,
      language: 'en' as const,
      theme: 'auto' as const,
      shortcuts: true,
      ...stamps,
    })),
  )
}

async function insertRoles(transaction: Transaction, organizationId: string, stamps: Stamps): Promise<void> {
  await transaction.insert(memberships).values(
    demoPeople.map(({ username, holds }) => ({
      id: demoId('mbr', username),
      organizationId,
      isvId: holds.isv === undefined ? null : demoId('isv', holds.isv),
      userId: demoId('usr', username),
      role: holds.role,
      source: 'seed' as const,
      ...stamps,
    })),
  )
}

async function insertVendor(
  transaction: Transaction,
  organizationId: string,
  vendor: DemoVendor,
  now: Date,
): Promise<void> {
  const begun = new Date(now.getTime() - vendor.daysAgo * day)
  const stamps = { createdAt: begun, updatedAt: begun }
  const isvId = demoId('isv', vendor.name)
  const productId = demoId('prd', vendor.product)
  await transaction.insert(isvs).values({
    id: isvId,
    isvId,
    organizationId,
    name: vendor.name,
    externalId: vendor.name.toLowerCase().replaceAll(' ', '-'),
    state: 'active',
    timeZone: 'Europe/Amsterdam',
    ownerId: demoId('usr', 'daan@partners.northwind.example'),
    ...stamps,
  })
  await transaction.insert(products).values({
    id: productId,
    isvId,
    organizationId,
    name: vendor.product,
    kind: 'isv',
    edition: 'current',
    publisher: 'verified-publisher',
    goals: vendor.goals ?? null,
    targets: {
      ...(vendor.dueInDays !== undefined && {
        product: new Date(now.getTime() + vendor.dueInDays * day).toISOString().slice(0, 10),
      }),
      steps: {},
    },
    ...stamps,
  })
  await refreshProduct({ transaction, now: begun, newId }, { productId, items: 'all' })
  await refreshProduct({ transaction, now, newId }, { productId, items: [] })
}
