import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { appendEvents } from '../../audit/append-events.ts'
import { invitations, memberships } from '../../db/schema/index.ts'
import type { Scope, Transaction } from '../../db/scope.ts'
import { Failure, stateConflict } from '../../domain/failure.ts'
import type { Place, Principal } from '../../domain/principal.ts'
import { isvRoles, type Role } from '../../domain/roles.ts'
import { readInvitation } from '../../reads/members/read-invitation.ts'
import type { VerbServices } from '../execute.ts'
import { inPlace } from './membership-at-hand.ts'
import { placeName } from './place-name.ts'
import { roleName } from './role-names.ts'

/** Who accepts which link. */
interface Acceptance {
  readonly principal: Extract<Principal, { kind: 'person' }>
  readonly secretHash: string
  readonly requestId: string | undefined
}

/**
 * Takes up an invitation: the person gets its role in its place, once. Nobody's permission is asked for, since the link
 * is the permission; so this is no verb of `execute`. The place comes from the invitation's own row and is then the
 * transaction's scope, so that the database itself refuses a membership anywhere else.
 *
 * @throws Failure `not-found`, or `state-conflict` for a link that was used, taken back, has expired or is one's own
 */
export async function acceptInvitation(services: VerbServices, acceptance: Acceptance): Promise<Place> {
  const { principal, secretHash } = acceptance
  const shown = await readInvitation(services, secretHash)
  if (shown === undefined) throw unusable('unknown')
  const place: Place = { organizationId: shown.organizationId, isvId: shown.isvId }
  if (shown.invitedBy === principal.userId) throw unusable('own')
  if (shown.state === 'accepted' && shown.acceptedBy === principal.userId) return place
  if (shown.state !== 'open') throw unusable(shown.state)
  await services.database.within(scopeOf(place), (transaction) => join(services, transaction, place, acceptance))
  return place
}

async function join(
  { clock, newId }: VerbServices,
  transaction: Transaction,
  place: Place,
  { principal, secretHash, requestId }: Acceptance,
): Promise<void> {
  const now = clock.now()
  const { userId } = principal
  // Whoever comes second waits for this row and then finds it taken.
  const [invitation] = await transaction
    .update(invitations)
    .set({ acceptedAt: now, acceptedBy: userId, updatedAt: now, version: sql`${invitations.version} + 1` })
    .where(
      and(
        inPlace(invitations, place),
        eq(invitations.tokenHash, secretHash),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .returning()
  if (invitation === undefined) throw unusable('accepted')
  const { role } = invitation
  if (isvRoles.some((one) => one === role) !== (place.isvId !== null)) throw unusable('unknown')
  const joined = await transaction
    .insert(memberships)
    .values({ id: newId('mbr'), ...place, userId, role, source: 'invitation', createdAt: now, updatedAt: now })
    .onConflictDoNothing()
    .returning({ id: memberships.id })
  if (joined.length === 0) throw unusable('held')
  const name = await placeName(transaction, place)
  await appendEvents(transaction, { principal, place, now, newId, requestId }, [
    {
      action: 'member.joined',
      subjectType: 'member',
      subjectId: userId,
      sentence: sentenceOf(name, role),
      detail: { userId, role, invitationId: invitation.id, invitedBy: invitation.invitedBy },
    },
  ])
}

function sentenceOf(place: string, role: Role) {
  const as = roleName(role)
  return { en: `joined ${place} as ${as.en}`, nl: `werd ${as.nl} bij ${place}` }
}

function scopeOf({ organizationId, isvId }: Place): Scope {
  return isvId === null ? { kind: 'programme', organizationId } : { kind: 'isv', organizationId, isvId }
}

/** Why a link does nothing. */
type Reason = 'unknown' | 'accepted' | 'revoked' | 'expired' | 'own' | 'held'

function unusable(reason: Reason): Failure {
  const askAgain = {
    en: 'Ask whoever invited you for a new link.',
    nl: 'Vraag degene die u uitnodigde om een nieuwe link.',
  }
  switch (reason) {
    case 'own':
      return stateConflict(
        { en: 'You made this invitation yourself.', nl: 'U hebt deze uitnodiging zelf gemaakt.' },
        {
          en: 'Send the link to the person it is for. Another administrator can give you a role.',
          nl: 'Stuur de link naar wie hem moet hebben. Een andere beheerder kan u een rol geven.',
        },
      )
    case 'held':
      return stateConflict(
        { en: 'You have this role already.', nl: 'U hebt deze rol al.' },
        { en: 'The link stays good for somebody else.', nl: 'De link blijft bruikbaar voor iemand anders.' },
      )
    case 'expired':
      return stateConflict({ en: 'This invitation has expired.', nl: 'Deze uitnodiging is verlopen.' }, askAgain)
    case 'revoked':
      return stateConflict({ en: 'This invitation was taken back.', nl: 'Deze uitnodiging is ingetrokken.' }, askAgain)
    case 'accepted':
      return stateConflict({ en: 'This invitation was used before.', nl: 'Deze uitnodiging is al gebruikt.' }, askAgain)
    case 'unknown':
      return new Failure('not-found', {
        what: { en: 'This link opens nothing.', nl: 'Deze link opent niets.' },
        why: {
          en: 'It is incomplete, or a newer link took its place.',
          nl: 'De link is niet compleet, of er is een nieuwere link voor in de plaats gekomen.',
        },
        fix: askAgain,
      })
  }
}
