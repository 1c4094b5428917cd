import { eq } from 'drizzle-orm'
import { invitations, isvs, organizations, users } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'

/** How an invitation stands. */
export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired'

/** An invitation as whoever holds its link may see it. */
export interface InvitationRead {
  readonly organizationId: string
  readonly isvId: string | null
  /** Name of the ISV, or of the programme. */
  readonly place: string
  readonly role: typeof invitations.$inferSelect.role
  readonly invitee: string
  readonly invitedBy: string
  readonly inviter: string
  readonly acceptedBy: string | null
  readonly expiresAt: string
  readonly state: InvitationState
}

/** The invitation that a link opens, or undefined where it opens none. */
export async function readInvitation(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  secretHash: string,
): Promise<InvitationRead | undefined> {
  const found = await database.within({ kind: 'person', secretHash }, async (transaction) => {
    const [row] = await transaction
      .select({ invitation: invitations, inviter: users.name, programme: organizations.name })
      .from(invitations)
      .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
      .leftJoin(users, eq(users.id, invitations.invitedBy))
      .where(eq(invitations.tokenHash, secretHash))
    return row
  })
  if (found === undefined) return undefined
  const { invitation, inviter, programme } = found
  const { organizationId, isvId, role, invitee, invitedBy, acceptedBy } = invitation
  return {
    organizationId,
    isvId,
    place: isvId === null ? programme : await isvName(database, organizationId, isvId, programme),
    role,
    invitee,
    invitedBy,
    inviter: inviter ?? programme,
    acceptedBy,
    expiresAt: invitation.expiresAt.toISOString(),
    state: stateOf(invitation, clock.now()),
  }
}

/** How an invitation stands at a moment. */
function stateOf(
  invitation: Pick<typeof invitations.$inferSelect, 'acceptedAt' | 'revokedAt' | 'expiresAt'>,
  now: Date,
): InvitationState {
  if (invitation.acceptedAt !== null) return 'accepted'
  if (invitation.revokedAt !== null) return 'revoked'
  return invitation.expiresAt.getTime() <= now.getTime() ? 'expired' : 'open'
}

/** A link's holder has no role yet, so the ISV's name is read in the scope that the invitation itself names. */
async function isvName(database: Database, organizationId: string, isvId: string, otherwise: string): Promise<string> {
  const [row] = await database.within({ kind: 'isv', organizationId, isvId }, (transaction) =>
    transaction.select({ name: isvs.name }).from(isvs).where(eq(isvs.id, isvId)),
  )
  return row?.name ?? otherwise
}
