import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { invitations, memberships, users } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { notFound, stateConflict } from '../../domain/failure.ts'
import type { Place } from '../../domain/principal.ts'
import type { VerbContext } from '../define-verb.ts'
import { managingRole } from './in-each-place.ts'

/** A membership with the name of its person. */
export type MembershipAtHand = typeof memberships.$inferSelect & { readonly name: string }

/** The rows of one place: an ISV's own, or the programme's without those of its ISVs. */
export function inPlace(table: typeof memberships | typeof invitations, { organizationId, isvId }: Place) {
  return and(eq(table.organizationId, organizationId), isvId === null ? isNull(table.isvId) : eq(table.isvId, isvId))
}

/**
 * The membership that a verb is about. Everybody who manages the place is kept from other changes until the transaction
 * ends, so that two of them cannot take each other out at once.
 *
 * @throws Failure `not-found`, `state-conflict` where it has ended or is not ours to change
 */
export async function membershipForChange(
  { transaction, place }: VerbContext,
  membershipId: string,
): Promise<MembershipAtHand> {
  await managersOf(transaction, place)
  const [row] = await transaction
    .select({ membership: memberships, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.id, membershipId), inPlace(memberships, place)))
  if (row === undefined) throw notFound()
  if (row.membership.revokedAt !== null) throw hasEnded(row.name)
  if (row.membership.source === 'app-role') throw fromDirectory(row.name)
  return { ...row.membership, name: row.name }
}

/**
 * Refuses to take the managing role from the last person who has it.
 *
 * @throws Failure `state-conflict`
 */
export async function requireAnotherManager(
  { transaction, place }: VerbContext,
  membership: MembershipAtHand,
): Promise<void> {
  if (membership.role !== managingRole(place)) return
  const managers = await managersOf(transaction, place)
  if (managers.some(({ userId }) => userId !== membership.userId)) return
  throw stateConflict(
    place.isvId === null
      ? {
          en: `${membership.name} is the last administrator of the programme.`,
          nl: `${membership.name} is de laatste beheerder van het programma.`,
        }
      : {
          en: `${membership.name} is the last ISV admin here.`,
          nl: `${membership.name} is hier de laatste ISV-beheerder.`,
        },
    {
      en: 'Make somebody else administrator first. Otherwise nobody could let people in.',
      nl: 'Maak eerst iemand anders beheerder. Anders kan niemand meer mensen toelaten.',
    },
  )
}

/** Takes back the open links of somebody who may no longer invite; returns how many. */
export async function revokeInvitationsBy(context: VerbContext, userId: string): Promise<number> {
  const revoked = await context.transaction
    .update(invitations)
    .set({ revokedAt: context.now, updatedAt: context.now, version: sql`${invitations.version} + 1` })
    .where(
      and(
        inPlace(invitations, context.place),
        eq(invitations.invitedBy, userId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .returning({ id: invitations.id })
  return revoked.length
}

/** Those who manage a place at this moment, locked in one order. */
async function managersOf(transaction: Transaction, place: Place): Promise<{ readonly userId: string }[]> {
  return transaction
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(inPlace(memberships, place), eq(memberships.role, managingRole(place)), isNull(memberships.revokedAt)))
    .orderBy(asc(memberships.id))
    .for('update')
}

function hasEnded(name: string) {
  return stateConflict(
    { en: `${name} does not have this role any more.`, nl: `${name} heeft deze rol niet meer.` },
    { en: 'Open the list of members again.', nl: 'Open de lijst van leden opnieuw.' },
  )
}

function fromDirectory(name: string) {
  return stateConflict(
    {
      en: `The role of ${name} comes from their organisation’s directory.`,
      nl: `De rol van ${name} komt uit de directory van de organisatie.`,
    },
    { en: 'Change it there.', nl: 'Wijzig de rol daar.' },
  )
}
