import { z } from 'zod'
import { invitations, organizations } from '../../db/schema/index.ts'
import { notAllowed } from '../../domain/failure.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { isTimeZone } from '../isvs/isv-fields.ts'
import { invitationLifetime } from '../members/invite.ts'

/**
 * Makes a programme and the invitation of its first administrator. The operator's own work on the command line; from
 * there on people invite each other. The programme's id is that of the place.
 */
export const createOrganization = defineVerb({
  name: 'organization.create',
  where: 'programme',
  allowed: ['members.manage-programme'],
  input: z.strictObject({
    name: z.string().trim().min(1).max(120),
    timeZone: z.string().max(64).refine(isTimeZone),
    /** For whom the invitation is meant, in the operator's words. */
    invitee: z.string().trim().min(1).max(120),
    tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  async run({ transaction, principal, place, now, newId }, { name, timeZone, invitee, tokenHash }) {
    if (principal.kind !== 'tracker') throw notAllowed()
    const { organizationId } = place
    const stamps = { createdAt: now, updatedAt: now }
    const expiresAt = new Date(now.getTime() + invitationLifetime)
    const invitationId = newId('inv')
    await transaction.insert(organizations).values({ id: organizationId, name, timeZone, holidays: [], ...stamps })
    await transaction.insert(invitations).values({
      id: invitationId,
      organizationId,
      isvId: null,
      role: 'admin',
      invitee,
      tokenHash,
      invitedBy: 'tracker',
      expiresAt,
      ...stamps,
    })
    return changed(
      { organizationId, invitationId, expiresAt: expiresAt.toISOString() },
      {
        action: 'organization.created',
        subjectType: 'organization',
        subjectId: organizationId,
        sentence: {
          en: `made the programme ${name} and invited ${invitee} as its first administrator`,
          nl: `maakte het programma ${name} en nodigde ${invitee} uit als eerste beheerder`,
        },
        detail: { name, timeZone, invitee, expiresAt: expiresAt.toISOString() },
      },
    )
  },
})
