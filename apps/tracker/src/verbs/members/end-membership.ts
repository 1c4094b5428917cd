import { z } from 'zod'
import { memberships } from '../../db/schema/index.ts'
import { changed, type VerbContext } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { inEachPlace, managing } from './in-each-place.ts'
import { membershipForChange, requireAnotherManager, revokeInvitationsBy } from './membership-at-hand.ts'
import { placeName } from './place-name.ts'
import { roleName } from './role-names.ts'

const input = z.strictObject({ membershipId: z.string().max(64), version: z.number().int() })

/** Takes a role from somebody; it ends at once, in every browser and for every token, and so do their open invitations. */
export const endMembership = inEachPlace({ name: 'member.end', ...managing, input, run })

async function run(context: VerbContext, { membershipId, version }: z.infer<typeof input>) {
  const { transaction, place, now } = context
  const membership = await membershipForChange(context, membershipId)
  await requireAnotherManager(context, membership)
  await updateVersioned(transaction, memberships, { id: membershipId, version }, { revokedAt: now, updatedAt: now })
  const revoked = await revokeInvitationsBy(context, membership.userId)
  const name = await placeName(transaction, place)
  const role = roleName(membership.role)
  return changed(
    { membershipId, userId: membership.userId },
    {
      action: 'member.ended',
      subjectType: 'member',
      subjectId: membership.userId,
      sentence: {
        en: `took the role of ${role.en} in ${name} from ${membership.name}`,
        nl: `nam ${membership.name} de rol van ${role.nl} in ${name} af`,
      },
      detail: { userId: membership.userId, role: membership.role, invitationsRevoked: revoked },
    },
  )
}
