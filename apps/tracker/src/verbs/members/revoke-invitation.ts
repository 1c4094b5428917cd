import { z } from 'zod'
import { invitations } from '../../db/schema/index.ts'
import { changed, type VerbContext } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { inEachPlace, managing } from './in-each-place.ts'
import { openInvitation } from './invitation-at-hand.ts'

const input = z.strictObject({ invitationId: z.string().max(64), version: z.number().int() })

/** Takes an invitation back; its link stops working at once. */
export const revokeInvitation = inEachPlace({
  name: 'invitation.revoke',
  isv: [...managing.isv, 'isv.create'],
  programme: managing.programme,
  input,
  run,
})

async function run(context: VerbContext, { invitationId, version }: z.infer<typeof input>) {
  const { transaction, now } = context
  const { invitee, role } = await openInvitation(context, invitationId)
  await updateVersioned(transaction, invitations, { id: invitationId, version }, { revokedAt: now, updatedAt: now })
  return changed(
    { invitationId },
    {
      action: 'invitation.revoked',
      subjectType: 'invitation',
      subjectId: invitationId,
      sentence: { en: `took back the invitation of ${invitee}`, nl: `trok de uitnodiging van ${invitee} in` },
      detail: { role, invitee },
    },
  )
}
