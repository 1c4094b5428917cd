import { z } from 'zod'
import { roles } from '../../../domain/roles.ts'
import type { RowOf } from '../../../reads/api/read-rows.ts'
import { changeRole } from '../../../verbs/members/change-role.ts'
import { endMembership } from '../../../verbs/members/end-membership.ts'
import { invite } from '../../../verbs/members/invite.ts'
import { hashOfSecret, newSecret } from '../../../verbs/members/one-time-secret.ts'
import { renewInvitation } from '../../../verbs/members/renew-invitation.ts'
import { revokeInvitation } from '../../../verbs/members/revoke-invitation.ts'
import { apiChange } from '../change.ts'
import type { Operation } from '../operation.ts'
import { apiList } from '../read.ts'
import { pageOf, personIn } from '../rows.ts'
import { moment, named, person, version } from '../schemas.ts'

const member = named(
  'Member',
  z.object({
    membershipId: z.string(),
    version,
    user: person,
    role: z.enum(roles),
    source: z.enum(['invitation', 'app-role', 'seed']),
    since: moment,
  }),
)
const invitation = named(
  'Invitation',
  z.object({
    id: z.string(),
    version,
    role: z.enum(roles),
    invitee: z.string(),
    invitedBy: person,
    expiresAt: moment,
  }),
)
const changedMember = named('ChangedMember', z.object({ membershipId: z.string() }))
const changedInvitation = named('ChangedInvitation', z.object({ invitationId: z.string() }))
const secretInvitation = named(
  'InvitationLink',
  z.object({
    invitationId: z.string(),
    expiresAt: moment,
    path: z.string().meta({ description: 'Below the address of the tracker; works once, and is shown this once.' }),
  }),
)

const tellMember = (row: RowOf<'members'>, names: ReadonlyMap<string, string>) => ({
  ...row,
  membershipId: row.id,
  user: personIn(names, row.userId),
  since: row.createdAt,
})
const tellInvitation = (row: RowOf<'invitations'>, names: ReadonlyMap<string, string>) => ({
  ...row,
  invitedBy: personIn(names, row.invitedBy),
})

const withLink = {
  fields: ['tokenHash', 'formKey'],
  fill: (key: string | undefined) => {
    const secret = newSecret()
    return {
      input: { tokenHash: hashOfSecret(secret), ...(key !== undefined && { formKey: key }) },
      shown: { path: `/invitations/${secret}` },
    }
  },
}
const withNewLink = { fields: ['tokenHash'], fill: () => withLink.fill(undefined) }

/** The same operations for the people of one ISV and for those of the programme. */
const places = [
  { of: 'Isv', base: '/isvs/{isvId}', place: 'isv', kind: 'isv', action: 'members.manage-isv', whose: 'an ISV' },
  {
    of: 'Programme',
    base: '',
    place: 'programme',
    kind: 'programme',
    action: 'members.manage-programme',
    whose: 'the programme',
  },
] as const

/** Who belongs to a place, and who is invited. */
export const memberOperations: readonly Operation[] = places.flatMap(({ of, base, place, kind, action, whose }) => [
  apiList({
    id: `list${of}Members`,
    path: `${base}/members`,
    tag: 'Members',
    summary: `The people of ${whose}, oldest first`,
    place,
    allowed: [action],
    page: `${of}MemberPage`,
    row: member,
    read: (asked) =>
      pageOf(asked, 'members', {
        order: 'oldest-first',
        where: { organizationId: asked.place.organizationId, isvId: asked.place.isvId, revokedAt: null },
        people: ['userId'],
        tell: tellMember,
      }),
  }),
  apiChange(changeRole[kind], {
    id: `change${of}Role`,
    method: 'put',
    path: `${base}/members/{membershipId}/role`,
    tag: 'Members',
    summary: `Gives somebody of ${whose} another role`,
    place,
    answer: changedMember,
  }),
  apiChange(endMembership[kind], {
    id: `end${of}Membership`,
    method: 'delete',
    path: `${base}/members/{membershipId}`,
    tag: 'Members',
    summary: `Takes a role in ${whose} from somebody`,
    place,
    answer: changedMember,
  }),
  apiList({
    id: `list${of}Invitations`,
    path: `${base}/invitations`,
    tag: 'Members',
    summary: `Invitations to ${whose} that nobody has used, oldest first`,
    place,
    allowed: [action],
    page: `${of}InvitationPage`,
    row: invitation,
    read: (asked) =>
      pageOf(asked, 'invitations', {
        order: 'oldest-first',
        where: {
          organizationId: asked.place.organizationId,
          isvId: asked.place.isvId,
          acceptedAt: null,
          revokedAt: null,
        },
        people: ['invitedBy'],
        tell: tellInvitation,
      }),
  }),
  apiChange(invite[kind], {
    id: `inviteTo${of}`,
    method: 'post',
    path: `${base}/invitations`,
    tag: 'Members',
    summary: `Invites somebody to ${whose} by a link that works once`,
    place,
    answer: secretInvitation,
    filled: withLink,
    location: (_, { isvId }) => (isvId === undefined ? '/invitations' : `/isvs/${isvId}/invitations`),
  }),
  apiChange(renewInvitation[kind], {
    id: `renew${of}Invitation`,
    method: 'post',
    path: `${base}/invitations/{invitationId}/renewal`,
    tag: 'Members',
    summary: 'Gives an invitation a new link and new days',
    place,
    answer: secretInvitation,
    filled: withNewLink,
  }),
  apiChange(revokeInvitation[kind], {
    id: `revoke${of}Invitation`,
    method: 'delete',
    path: `${base}/invitations/{invitationId}`,
    tag: 'Members',
    summary: 'Takes an invitation back',
    place,
    answer: changedInvitation,
  }),
])
