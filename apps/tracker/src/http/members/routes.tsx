import { type Context, Hono } from 'hono'
import { Failure, notAllowed, notFound } from '../../domain/failure.ts'
import type { Role } from '../../domain/roles.ts'
import { InvitationLinkPage } from '../../pages/members/invitation-link-page.tsx'
import { EndMembershipPage, MemberPage } from '../../pages/members/member-page.tsx'
import { type InviteDraft, MembersPage } from '../../pages/members/members-page.tsx'
import { readMembers } from '../../reads/members/read-members.ts'
import { texts } from '../../texts/index.ts'
import { execute } from '../../verbs/execute.ts'
import { changeRole } from '../../verbs/members/change-role.ts'
import { endMembership } from '../../verbs/members/end-membership.ts'
import type { VerbInEachPlace } from '../../verbs/members/in-each-place.ts'
import { invite } from '../../verbs/members/invite.ts'
import { hashOfSecret, newSecret } from '../../verbs/members/one-time-secret.ts'
import { renewInvitation } from '../../verbs/members/renew-invitation.ts'
import { revokeInvitation } from '../../verbs/members/revoke-invitation.ts'
import { revokeToken } from '../../verbs/tokens/revoke-token.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { type PostedForm, readForm } from '../forms.ts'
import { frameOf, leaveFlash } from '../frame.ts'
import { type PeoplePlace, peopleOf, viewerOf } from './people-place.ts'

type HttpContext = Context<HttpEnvironment>

/** The people of the programme and of each ISV: roles, invitations, and the tokens of programs. */
export function membersRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  for (const base of ['/members', '/isvs/:isvId/members'] as const) {
    const at = (context: HttpContext) => peopleOf(services, context, context.req.param('isvId'))
    routes.get(base, async (context) => showMembers(services, context, await at(context)))
    routes.post(`${base}/invitations`, async (context) => makeInvitation(services, context, await at(context)))
    routes.post(`${base}/invitations/:id/renew`, async (context) =>
      renew(services, context, await at(context), context.req.param('id')),
    )
    routes.post(`${base}/invitations/:id/revoke`, async (context) => {
      const [people, form] = [await at(context), await readForm(context)]
      const input = { invitationId: context.req.param('id'), version: form.version }
      await carryOut(services, context, people, revokeInvitation, input, form)
      leaveFlash(context, { level: 'success', message: texts(context.get('language')).members.open.revoked })
      return context.redirect(people.base, 303)
    })
    routes.post(`${base}/tokens/:id/revoke`, async (context) => {
      const [people, form] = [await at(context), await readForm(context)]
      if (!people.manages) throw notAllowed()
      await carryOut(services, context, people, revokeToken, { tokenId: context.req.param('id') }, form)
      leaveFlash(context, { level: 'success', message: texts(context.get('language')).members.tokens.revoked })
      return context.redirect(people.base, 303)
    })
    routes.get(`${base}/:id`, async (context) =>
      showMember(services, context, await at(context), context.req.param('id'), 'change'),
    )
    routes.get(`${base}/:id/end`, async (context) =>
      showMember(services, context, await at(context), context.req.param('id'), 'end'),
    )
    routes.post(`${base}/:id/role`, async (context) =>
      giveRole(services, context, await at(context), context.req.param('id')),
    )
    routes.post(`${base}/:id/end`, async (context) =>
      end(services, context, await at(context), context.req.param('id')),
    )
  }
  return routes
}

/** Does it in the scope of the place. */
async function carryOut<Input, Result>(
  services: HttpServices,
  context: HttpContext,
  { principal, place }: PeoplePlace,
  verb: VerbInEachPlace<Input, Result>,
  input: unknown,
  form: PostedForm | undefined,
): Promise<Result> {
  const request = { principal, place, input, key: form?.key, requestId: context.get('requestId') }
  return place.isvId === null ? execute(services, verb.programme, request) : execute(services, verb.isv, request)
}

async function showMembers(
  services: HttpServices,
  context: HttpContext,
  people: PeoplePlace,
  draft?: InviteDraft,
): Promise<Response> {
  const view = await readMembers(services, people.place)
  const frame = await frameOf(services, context, { current: 'members' })
  const { base, isvId } = people
  return context.html(
    <MembersPage
      frame={draft === undefined ? frame : { ...frame, path: base }}
      view={view}
      viewer={viewerOf(people, view)}
      base={base}
      {...(isvId !== undefined && { isvId })}
      {...(draft !== undefined && { draft })}
    />,
    draft === undefined ? 200 : 422,
  )
}

/** The link is in the answer itself and nowhere else, so this is the one form that is not followed by a redirect. */
async function makeInvitation(services: HttpServices, context: HttpContext, people: PeoplePlace): Promise<Response> {
  const form = await readForm(context)
  const { role = '', invitee = '' } = form.fields
  const secret = newSecret()
  const input = { role, invitee, tokenHash: hashOfSecret(secret), ...(form.key !== undefined && { formKey: form.key }) }
  try {
    const { expiresAt } = await carryOut(services, context, people, invite, input, undefined)
    return await showLink(services, context, people, { secret, invitee, role, expiresAt })
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'invalid-input') throw error
    const language = context.get('language')
    const errors = Object.fromEntries(error.fields.map(({ field, message }) => [field, message[language]]))
    return showMembers(services, context, people, { role, invitee, errors })
  }
}

async function renew(
  services: HttpServices,
  context: HttpContext,
  people: PeoplePlace,
  invitationId: string,
): Promise<Response> {
  const form = await readForm(context)
  const secret = newSecret()
  const input = { invitationId, version: form.version, tokenHash: hashOfSecret(secret) }
  const { invitee, role, expiresAt } = await carryOut(services, context, people, renewInvitation, input, undefined)
  return showLink(services, context, people, { secret, invitee, role, expiresAt })
}

async function showLink(
  services: HttpServices,
  context: HttpContext,
  people: PeoplePlace,
  made: { readonly secret: string; readonly invitee: string; readonly role: string; readonly expiresAt: string },
): Promise<Response> {
  const { place } = await readMembers(services, people.place)
  const frame = await frameOf(services, context, { current: 'members' })
  const role: Role | undefined = people.roles.find((known) => known === made.role)
  if (role === undefined) throw notFound()
  return context.html(
    <InvitationLinkPage
      frame={{ ...frame, path: people.base }}
      link={`${services.configuration.publicUrl}/invitations/${made.secret}`}
      invitee={made.invitee.trim()}
      role={role}
      place={place}
      expiresAt={made.expiresAt}
      base={people.base}
    />,
  )
}

async function memberAt(services: HttpServices, people: PeoplePlace, membershipId: string) {
  if (!people.manages) throw notAllowed()
  const view = await readMembers(services, people.place)
  const member = view.members.find((one) => one.membershipId === membershipId)
  if (member === undefined) throw notFound()
  return { view, member }
}

/** Undefined where the membership has ended meanwhile, as when a form is sent twice; the verb then says what is so. */
async function nameOf(services: HttpServices, people: PeoplePlace, membershipId: string): Promise<string | undefined> {
  const { members } = await readMembers(services, people.place)
  return members.find((one) => one.membershipId === membershipId)?.name
}

async function showMember(
  services: HttpServices,
  context: HttpContext,
  people: PeoplePlace,
  membershipId: string,
  which: 'change' | 'end',
): Promise<Response> {
  const { view, member } = await memberAt(services, people, membershipId)
  const frame = await frameOf(services, context, { current: 'members' })
  const { base, roles } = people
  const props = { frame, place: view.place, member, viewer: viewerOf(people, view), base }
  return context.html(which === 'end' ? <EndMembershipPage {...props} /> : <MemberPage {...props} roles={roles} />)
}

async function giveRole(
  services: HttpServices,
  context: HttpContext,
  people: PeoplePlace,
  membershipId: string,
): Promise<Response> {
  const form = await readForm(context)
  const name = await nameOf(services, people, membershipId)
  const input = { membershipId, version: form.version, role: form.fields.role }
  await carryOut(services, context, people, changeRole, input, form)
  const words = texts(context.get('language'))
  const role = people.roles.find((known) => known === form.fields.role)
  if (name !== undefined && role !== undefined) {
    leaveFlash(context, { level: 'success', message: words.members.member.changed(name, words.frame.roles[role]) })
  }
  return context.redirect(people.base, 303)
}

async function end(
  services: HttpServices,
  context: HttpContext,
  people: PeoplePlace,
  membershipId: string,
): Promise<Response> {
  const form = await readForm(context)
  const name = await nameOf(services, people, membershipId)
  const input = { membershipId, version: form.version }
  const { userId } = await carryOut(services, context, people, endMembership, input, form)
  if (name !== undefined) {
    const message = texts(context.get('language')).members.member.endedFlash(name)
    leaveFlash(context, { level: 'success', message })
  }
  // Whoever ended their own role has no members page to go back to.
  return context.redirect(userId === people.principal.userId ? '/account' : people.base, 303)
}
