import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { invitations, memberships } from '../../db/schema/index.ts'
import { notAllowed, stateConflict } from '../../domain/failure.ts'
import { may, personOf } from '../../domain/principal.ts'
import { isvRoles, programmeRoles, type Role } from '../../domain/roles.ts'
import { changed, type VerbContext } from '../define-verb.ts'
import { invalidInput } from '../parse-input.ts'
import { inEachPlace, managing } from './in-each-place.ts'
import { inPlace } from './membership-at-hand.ts'
import { idOfForm } from './one-time-secret.ts'
import { placeName } from './place-name.ts'
import { roleName } from './role-names.ts'

/** How long an invitation is good for, in milliseconds: seven days. */
export const invitationLifetime = 7 * 24 * 3_600_000

const input = z.strictObject({
  role: z.enum([...programmeRoles, ...isvRoles]),
  /** For whom it is meant, in the inviter's words. */
  invitee: z.string().trim().min(1).max(120),
  /** Hash of the secret in the link; the secret itself never comes here. */
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Key of the form; sent again, it gives the same invitation the new link. */
  formKey: z.string().min(8).max(100).optional(),
})

/**
 * Invites somebody by a link that works once. Those who manage an ISV's people invite to its roles alone; whoever adds
 * ISVs invites the first ISV admin, and nobody after that.
 */
export const invite = inEachPlace({
  name: 'invitation.make',
  isv: [...managing.isv, 'isv.create'],
  programme: managing.programme,
  input,
  run,
})

async function run(context: VerbContext, { role, invitee, tokenHash, formKey }: z.infer<typeof input>) {
  const { transaction, place, principal, now, newId } = context
  const person = personOf(principal)
  if (person === undefined) throw notAllowed()
  await requireMayInvite(context, role)
  const id = idOfForm('inv', person, place, formKey, newId)
  const expiresAt = new Date(now.getTime() + invitationLifetime)
  const [made] = await transaction
    .insert(invitations)
    .values({
      id,
      organizationId: place.organizationId,
      isvId: place.isvId,
      role,
      invitee,
      tokenHash,
      invitedBy: person,
      expiresAt,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoUpdate({
      target: invitations.id,
      set: { tokenHash, expiresAt, updatedAt: now, version: sql`${invitations.version} + 1` },
      setWhere: sql`${invitations.role} = ${role} and ${invitations.invitee} = ${invitee}
        and ${invitations.acceptedAt} is null and ${invitations.revokedAt} is null`,
    })
    .returning({ id: invitations.id })
  if (made === undefined) throw alreadyUsed()
  const name = await placeName(transaction, place)
  const as = roleName(role)
  return changed(
    { invitationId: id, expiresAt: expiresAt.toISOString() },
    {
      action: 'invitation.made',
      subjectType: 'invitation',
      subjectId: id,
      sentence: {
        en: `invited ${invitee} to ${name} as ${as.en}`,
        nl: `nodigde ${invitee} uit voor ${name} als ${as.nl}`,
      },
      detail: { role, invitee, expiresAt: expiresAt.toISOString() },
    },
  )
}

async function requireMayInvite({ transaction, place, principal }: VerbContext, role: Role): Promise<void> {
  const known: readonly Role[] = place.isvId === null ? programmeRoles : isvRoles
  if (!known.includes(role)) {
    throw invalidInput([
      { field: 'role', message: { en: 'Choose a role of this place.', nl: 'Kies een rol die hier bestaat.' } },
    ])
  }
  if (place.isvId === null || may(principal, 'members.manage-isv', place)) return
  const admins = await transaction
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(inPlace(memberships, place), eq(memberships.role, 'isv-admin'), isNull(memberships.revokedAt)))
    .limit(1)
  if (role !== 'isv-admin' || admins.length > 0) throw notAllowed()
}

function alreadyUsed() {
  return stateConflict(
    { en: 'This form was used before.', nl: 'Dit formulier is al gebruikt.' },
    {
      en: 'Open the page again to invite somebody else.',
      nl: 'Open de pagina opnieuw om iemand anders uit te nodigen.',
    },
  )
}
