import { z } from 'zod'
import { invitations } from '../../db/schema/index.ts'
import { changed, type VerbContext } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { inEachPlace, managing } from './in-each-place.ts'
import { openInvitation } from './invitation-at-hand.ts'
import { invitationLifetime } from './invite.ts'

const input = z.strictObject({
  invitationId: z.string().max(64),
  version: z.number().int(),
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
})

/** Gives an open invitation a new link and seven new days; the link before it stops working. */
export const renewInvitation = inEachPlace({
  name: 'invitation.renew',
  isv: [...managing.isv, 'isv.create'],
  programme: managing.programme,
  input,
  run,
})

async function run(context: VerbContext, { invitationId, version, tokenHash }: z.infer<typeof input>) {
  const { transaction, now } = context
  const { invitee, role } = await openInvitation(context, invitationId)
  const expiresAt = new Date(now.getTime() + invitationLifetime)
  await updateVersioned(
    transaction,
    invitations,
    { id: invitationId, version },
    { tokenHash, expiresAt, updatedAt: now },
  )
  return changed(
    { invitationId, invitee, role, expiresAt: expiresAt.toISOString() },
    {
      action: 'invitation.renewed',
      subjectType: 'invitation',
      subjectId: invitationId,
      sentence: { en: `made a new link for ${invitee}`, nl: `maakte een nieuwe link voor ${invitee}` },
      detail: { role, invitee, expiresAt: expiresAt.toISOString() },
    },
  )
}
