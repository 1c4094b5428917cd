import { createHash, randomBytes } from 'node:crypto'
import { isvs, memberships, organizations, products, sessions, users } from '../src/db/schema/index.ts'
import type { Database } from '../src/db/scope.ts'
import { newId } from '../src/domain/ids.ts'
import { refreshProduct } from '../src/product/refresh-product.ts'
import { sampleGoals } from '../src/testing/tracker.ts'
import type { Spot } from './held-true.ts'

/** One vendor with one product and one signed-in person who may do everything an ISV may. */
export interface SmallWorld extends Spot {
  readonly userId: string
  /** What the person's browser sends. */
  readonly cookie: string
}

/** Fills an empty database with one vendor, as of now. */
export async function makeSmallWorld(database: Database): Promise<SmallWorld> {
  const [organizationId, isvId, productId, userId] = [newId('org'), newId('isv'), newId('prd'), newId('usr')]
  const now = new Date()
  const stamps = { createdAt: now, updatedAt: now }
  const token = randomBytes(32).toString('base64url')
  await database.within({ kind: 'tracker' }, async (transaction) => {
    const place = { id: organizationId, name: 'Northwind', timeZone: 'Europe/Amsterdam', holidays: [] }
    await transaction.insert(organizations).values({ ...place, ...stamps })
    const person = { id: userId, entraTenantId: 'tenant', objectId: userId, name: 'Anna', username: 'anna@example.com' }
    const taste = { language: 'en', theme: 'auto', shortcuts: true } as const
    await transaction.insert(users).values({ ...person, ...taste, ...stamps })
    await transaction.insert(sessions).values({
      id: newId('ses'),
      tokenHash: createHash('sha256').update(token).digest('hex'),
      userId,
      userAgent: 'test',
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 24 * 3_600_000),
    })
  })
  await database.within({ kind: 'isv', organizationId, isvId }, async (transaction) => {
    const place = { isvId, organizationId }
    const vendor = { id: isvId, name: 'Contoso', state: 'active', timeZone: 'Europe/Amsterdam' } as const
    await transaction.insert(isvs).values({ ...place, ...vendor, ...stamps })
    const role = { id: newId('mbr'), userId, role: 'isv-admin', source: 'seed' } as const
    await transaction.insert(memberships).values({ ...place, ...role, ...stamps })
    const product = { id: productId, name: 'Connect', kind: 'isv', edition: 'current' } as const
    const asked = { publisher: 'verified-publisher', goals: sampleGoals, targets: { steps: {} } } as const
    await transaction.insert(products).values({ ...place, ...product, ...asked, ...stamps })
    await refreshProduct({ transaction, now, newId }, { productId, items: 'all' })
  })
  return { organizationId, isvId, productId, userId, cookie: `session=${token}` }
}
