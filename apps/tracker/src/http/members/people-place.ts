import type { Context } from 'hono'
import { notFound } from '../../domain/failure.ts'
import { newId } from '../../domain/ids.ts'
import { may, type Place, type Principal } from '../../domain/principal.ts'
import { isvRoles, programmeRoles, type Role } from '../../domain/roles.ts'
import type { MembersViewer } from '../../pages/members/manage.ts'
import type { Members } from '../../reads/members/read-members.ts'
import { readPlaceOfIsv } from '../../reads/places/read-places.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { programmeOf, whoIs } from '../places.ts'

/** The people of a place, as the person at the browser may deal with them. */
export interface PeoplePlace {
  readonly principal: Extract<Principal, { kind: 'person' }>
  readonly place: Place
  readonly base: string
  readonly isvId: string | undefined
  readonly manages: boolean
  /** Every role there is in this place. */
  readonly roles: readonly Role[]
}

/**
 * The place that an address names: the programme where it names no ISV. Colleagues of an ISV see each other, and so does
 * the programme's staff; the programme's own people are for its administrators.
 *
 * @throws Failure `not-found`
 */
export async function peopleOf(
  services: HttpServices,
  context: Context<HttpEnvironment>,
  isvId: string | undefined,
): Promise<PeoplePlace> {
  const { principal } = whoIs(context)
  if (isvId === undefined) {
    const place = programmeOf(principal, 'members.manage-programme')
    return { principal, place, base: '/members', isvId, manages: true, roles: programmeRoles }
  }
  const place = await readPlaceOfIsv(services.database, principal, isvId)
  if (place === undefined) throw notFound()
  const manages = may(principal, 'members.manage-isv', place)
  if (!manages && !may(principal, 'product.read', place)) throw notFound()
  return { principal, place, base: `/isvs/${isvId}/members`, isvId, manages, roles: isvRoles }
}

/** What the person may do there; whoever adds ISVs invites the first admin, as long as there is none. */
export function viewerOf({ principal, place, manages, roles }: PeoplePlace, view: Members): MembersViewer {
  const isFirst = !view.members.some(({ role }) => role === 'isv-admin')
  const first: readonly Role[] = may(principal, 'isv.create', place) && isFirst ? ['isv-admin'] : []
  return { userId: principal.userId, manages, invites: manages ? roles : first, formKey: newId('job') }
}
