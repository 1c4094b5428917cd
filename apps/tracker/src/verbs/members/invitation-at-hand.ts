import { and, eq } from 'drizzle-orm'
import { invitations } from '../../db/schema/index.ts'
import { notAllowed, notFound, stateConflict } from '../../domain/failure.ts'
import { may, personOf } from '../../domain/principal.ts'
import type { VerbContext } from '../define-verb.ts'
import { inPlace } from './membership-at-hand.ts'

/**
 * An open invitation of this place. Whoever may only invite the first admin of an ISV has a say over their own alone.
 *
 * @throws Failure `not-found`, `not-allowed`, `state-conflict`
 */
export async function openInvitation(context: VerbContext, id: string): Promise<typeof invitations.$inferSelect> {
  const { transaction, place, principal } = context
  const [invitation] = await transaction
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, id), inPlace(invitations, place)))
    .for('update')
  if (invitation === undefined) throw notFound()
  const manages = place.isvId === null || may(principal, 'members.manage-isv', place)
  if (!manages && invitation.invitedBy !== personOf(principal)) throw notAllowed()
  if (invitation.acceptedAt !== null || invitation.revokedAt !== null) throw noLongerOpen()
  return invitation
}

function noLongerOpen() {
  return stateConflict(
    { en: 'This invitation is no longer open.', nl: 'Deze uitnodiging staat niet meer open.' },
    { en: 'Invite the person again.', nl: 'Nodig de persoon opnieuw uit.' },
  )
}
