import { createHash } from 'node:crypto'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { AuditEntry } from '../../audit/event.ts'
import { isvs, memberships, users } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { stateConflict } from '../../domain/failure.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { productsTouched } from './isv-at-hand.ts'
import { requireOwner } from './isv-fields.ts'

/** ISVs that can be given to somebody at once. */
export const mostAssigned = 500

/** What giving ISVs to somebody would do to each. */
export interface AssignmentPlan {
  readonly ownerName: string | null
  readonly rows: readonly {
    readonly isvId: string
    readonly name: string
    readonly before: string | null
    readonly outcome: 'assign' | 'same' | 'archived'
  }[]
  /** Hash of the rows; whoever confirms sends it back, so that what was seen is what happens. */
  readonly hash: string
}

/** Works out what would happen; changes nothing. */
export async function planAssignment(
  transaction: Transaction,
  isvIds: readonly string[],
  ownerId: string | null,
): Promise<AssignmentPlan> {
  const owner = await nameOf(transaction, ownerId)
  const found = await transaction
    .select({ isvId: isvs.id, name: isvs.name, state: isvs.state, ownerId: isvs.ownerId, before: users.name })
    .from(isvs)
    .leftJoin(users, eq(users.id, isvs.ownerId))
    .where(inArray(isvs.id, [...isvIds]))
    .orderBy(asc(isvs.name), asc(isvs.id))
  const rows = found.map(({ isvId, name, state, ownerId: present, before }) => ({
    isvId,
    name,
    before,
    outcome:
      state === 'archived' ? ('archived' as const) : present === ownerId ? ('same' as const) : ('assign' as const),
  }))
  const hash = createHash('sha256')
    .update(JSON.stringify([ownerId, rows]))
    .digest('hex')
  return { ownerName: owner, rows, hash }
}

/** Gives ISVs to a partner manager, or to nobody; each is a line of the record. */
export const assignIsvs = defineVerb({
  name: 'isvs.assign',
  where: 'programme',
  allowed: ['isv.manage'],
  input: z.strictObject({
    isvIds: z.array(z.string().max(64)).min(1).max(mostAssigned),
    ownerId: z.string().max(64).nullable(),
    /** The hash of the plan that was shown. */
    shown: z.string(),
  }),
  run: async ({ transaction, place, now }, { isvIds, ownerId, shown }) => {
    await requireOwner(transaction, place.organizationId, ownerId)
    await transaction
      .select({ id: isvs.id })
      .from(isvs)
      .where(inArray(isvs.id, isvIds))
      .orderBy(asc(isvs.id))
      .for('update')
    const plan = await planAssignment(transaction, isvIds, ownerId)
    if (plan.hash !== shown) throw movedOn()
    const changing = plan.rows.filter(({ outcome }) => outcome === 'assign')
    const entries = changing.map(
      ({ isvId, name, before }): AuditEntry => ({
        action: 'isv.assigned',
        subjectType: 'isv',
        subjectId: isvId,
        sentence: sentenceOf(name, plan.ownerName),
        detail: { isvId, before, after: plan.ownerName },
      }),
    )
    const [first, ...others] = entries
    if (first === undefined) return unchanged({ assigned: 0 })
    const ids = changing.map(({ isvId }) => isvId)
    await transaction
      .update(isvs)
      .set({ ownerId, updatedAt: now, version: sql`${isvs.version} + 1` })
      .where(inArray(isvs.id, ids))
    const touched = []
    for (const isvId of ids) touched.push(...(await productsTouched(transaction, isvId)))
    return changed({ assigned: ids.length }, [first, ...others], {
      touched: touched.sort((a, b) => (a.productId < b.productId ? -1 : 1)),
    })
  },
})

/** The name of somebody who works for this programme; the transaction sees no other's memberships. */
async function nameOf(transaction: Transaction, ownerId: string | null): Promise<string | null> {
  if (ownerId === null) return null
  const [owner] = await transaction
    .select({ name: users.name })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(and(eq(users.id, ownerId), isNull(memberships.isvId), isNull(memberships.revokedAt)))
    .limit(1)
  return owner?.name ?? null
}

function sentenceOf(name: string, owner: string | null) {
  return owner === null
    ? { en: `left ${name} without an owner`, nl: `haalde de eigenaar van ${name} weg` }
    : { en: `gave ${name} to ${owner}`, nl: `droeg ${name} over aan ${owner}` }
}

function movedOn() {
  return stateConflict(
    {
      en: 'Nothing was assigned: it would no longer do what you were shown.',
      nl: 'Er is niets toegewezen: de uitkomst zou anders zijn dan wat u zag.',
    },
    { en: 'Look at the preview again and confirm that.', nl: 'Bekijk het voorbeeld opnieuw en bevestig dat.' },
  )
}
