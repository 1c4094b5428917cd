import { z } from 'zod'
import { memberships } from '../../db/schema/index.ts'
import { stateConflict } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import { isvRoles, programmeRoles } from '../../domain/roles.ts'
import { changed, unchanged, type VerbContext } from '../define-verb.ts'
import { invalidInput } from '../parse-input.ts'
import { updateVersioned } from '../versioned.ts'
import { inEachPlace, managing, managingRole } from './in-each-place.ts'
import { membershipForChange, requireAnotherManager, revokeInvitationsBy } from './membership-at-hand.ts'
import { placeName } from './place-name.ts'
import { roleName } from './role-names.ts'

const input = z.strictObject({
  membershipId: z.string().max(64),
  version: z.number().int(),
  role: z.enum([...programmeRoles, ...isvRoles]),
})

/** Gives a member another role: the old membership ends and a new one begins, so that the record knows both. */
export const changeRole = inEachPlace({ name: 'member.change-role', ...managing, input, run })

async function run(context: VerbContext, { membershipId, version, role }: z.infer<typeof input>) {
  const { transaction, place, now, newId, principal } = context
  const known = place.isvId === null ? programmeRoles : isvRoles
  if (!known.some((one) => one === role)) throw notOfThisPlace()
  const membership = await membershipForChange(context, membershipId)
  if (membership.role === role) return unchanged({ membershipId })
  if (membership.userId === personOf(principal)) throw notOneself()
  await requireAnotherManager(context, membership)
  await updateVersioned(transaction, memberships, { id: membershipId, version }, { revokedAt: now, updatedAt: now })
  const id = newId('mbr')
  const { organizationId, isvId } = place
  const inserted = await transaction
    .insert(memberships)
    .values({
      id,
      organizationId,
      isvId,
      userId: membership.userId,
      role,
      source: 'invitation',
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: memberships.id })
  if (inserted.length === 0) throw hasIt(membership.name)
  const revoked = role === managingRole(place) ? 0 : await revokeInvitationsBy(context, membership.userId)
  const name = await placeName(transaction, place)
  const [before, after] = [roleName(membership.role), roleName(role)]
  return changed(
    { membershipId: id },
    {
      action: 'member.role-changed',
      subjectType: 'member',
      subjectId: membership.userId,
      sentence: {
        en: `changed the role of ${membership.name} in ${name} from ${before.en} to ${after.en}`,
        nl: `wijzigde de rol van ${membership.name} in ${name} van ${before.nl} in ${after.nl}`,
      },
      detail: { userId: membership.userId, before: membership.role, after: role, invitationsRevoked: revoked },
    },
  )
}

function notOfThisPlace() {
  return invalidInput([
    { field: 'role', message: { en: 'Choose a role of this place.', nl: 'Kies een rol die hier bestaat.' } },
  ])
}

function notOneself() {
  return stateConflict(
    { en: 'You cannot change your own role.', nl: 'U kunt uw eigen rol niet wijzigen.' },
    { en: 'Ask another administrator to do it.', nl: 'Vraag een andere beheerder dit te doen.' },
  )
}

function hasIt(name: string) {
  return stateConflict(
    { en: `${name} has this role already.`, nl: `${name} heeft deze rol al.` },
    { en: 'End the other role instead.', nl: 'Beëindig in plaats daarvan de andere rol.' },
  )
}
