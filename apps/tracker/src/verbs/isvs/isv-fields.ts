import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { isvs, memberships } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { invalidInput } from '../parse-input.ts'

/** What somebody fills in about an ISV. */
export const isvFields = {
  name: z.string().trim().min(1).max(120),
  /** The programme's own number; unique within it. */
  externalId: z.string().trim().max(64).nullable(),
  ownerId: z.string().max(64).nullable(),
  timeZone: z.string().max(64).refine(isTimeZone),
}

/** True for a zone that this machine can reckon in, such as `Europe/Amsterdam`. */
export function isTimeZone(value: string): boolean {
  // Offsets are understood too, but know no summer time.
  return /^(?:UTC|[A-Za-z]+\/[\w+/-]+)$/.test(value) && knowsZone(value)
}

function knowsZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}

/** Roles of those who may look after ISVs. */
export const ownerRoles = ['partner-manager', 'admin'] as const

/**
 * Refuses an owner who does not look after ISVs in this programme.
 *
 * @throws Failure `invalid-input` on `ownerId`
 */
export async function requireOwner(
  transaction: Transaction,
  organizationId: string,
  ownerId: string | null,
): Promise<void> {
  if (ownerId === null) return
  const held = await transaction
    .select({ role: memberships.role, isvId: memberships.isvId })
    .from(memberships)
    .where(
      and(
        eq(memberships.organizationId, organizationId),
        eq(memberships.userId, ownerId),
        isNull(memberships.isvId),
        isNull(memberships.revokedAt),
      ),
    )
  if (held.some(({ role }) => ownerRoles.some((owner) => owner === role))) return
  throw invalidInput([
    {
      field: 'ownerId',
      message: {
        en: 'This person does not look after ISVs here. Choose a partner manager.',
        nl: 'Deze persoon begeleidt hier geen ISV’s. Kies een partnermanager.',
      },
    },
  ])
}

/**
 * Refuses a number that another ISV of the programme has.
 *
 * @throws Failure `invalid-input` on `externalId`
 */
export async function requireFreeExternalId(
  transaction: Transaction,
  organizationId: string,
  externalId: string | null,
  except: string,
): Promise<void> {
  if (externalId === null) return
  const [other] = await transaction
    .select({ name: isvs.name })
    .from(isvs)
    .where(and(eq(isvs.organizationId, organizationId), eq(isvs.externalId, externalId), ne(isvs.id, except)))
  if (other === undefined) return
  throw invalidInput([
    {
      field: 'externalId',
      message: {
        en: `${other.name} has this number already. Give another one, or leave it empty.`,
        nl: `${other.name} heeft dit nummer al. Geef een ander nummer of laat het leeg.`,
      },
    },
  ])
}
