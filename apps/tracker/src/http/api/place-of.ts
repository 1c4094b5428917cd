import { notAllowed, notFound } from '../../domain/failure.ts'
import { may, type Place, type Principal } from '../../domain/principal.ts'
import type { Action } from '../../domain/roles.ts'
import { readPlaceOfIsv, readPlaceOfProduct } from '../../reads/places/read-places.ts'
import { readPlaceOfSubject } from '../../reads/reviews/read-place-of-subject.ts'
import type { HttpServices } from '../environment.ts'
import type { ApiContext, Entered, PlaceKind } from './operation.ts'

/**
 * Who asks, and where: the beginning of every operation, before anything of the body is read.
 *
 * @param allowed any one of these is enough
 * @throws Failure `not-found` where no role reaches the place, `not-allowed` where none of those that do is enough
 */
export async function enter(
  services: HttpServices,
  context: ApiContext,
  kind: PlaceKind,
  allowed: readonly [Action, ...Action[]],
): Promise<Entered> {
  const principal = context.get('principal')
  const params = context.req.param()
  const place = await placeOf(services, principal, kind, params, allowed)
  if (place === undefined) throw notFound()
  if (!allowed.some((action) => may(principal, action, place))) throw notAllowed()
  return { principal, place, params }
}

async function placeOf(
  { database }: HttpServices,
  principal: Principal,
  kind: PlaceKind,
  params: Readonly<Record<string, string>>,
  allowed: readonly Action[],
): Promise<Place | undefined> {
  switch (kind) {
    case 'home':
      return firstPlace(principal, allowed, () => true)
    case 'programme':
      return firstPlace(principal, allowed, ({ isvId }) => isvId === null)
    case 'isv':
      return readPlaceOfIsv(database, principal, params.isvId ?? '')
    case 'product':
      return readPlaceOfProduct(database, principal, params.productId ?? '')
    case 'programme-of-product': {
      const place = await readPlaceOfProduct(database, principal, params.productId ?? '')
      return place && { organizationId: place.organizationId, isvId: null }
    }
    default:
      return readPlaceOfSubject(database, principal, kind, params[`${kind}Id`] ?? '')
  }
}

/** The programme before single ISVs, and a place in which something of this is allowed before one where nothing is. */
function firstPlace(
  principal: Principal,
  allowed: readonly Action[],
  counts: (place: Place) => boolean,
): Place | undefined {
  if (principal.kind === 'tracker') return undefined
  const places = principal.held
    .map(({ organizationId, isvId }) => ({ organizationId, isvId }))
    .filter(counts)
    .sort((left, right) => Number(left.isvId !== null) - Number(right.isvId !== null))
  return places.find((place) => allowed.some((action) => may(principal, action, place))) ?? places[0]
}
