import { notFound } from '../../domain/failure.ts'
import { may, type Principal } from '../../domain/principal.ts'
import { readPlaceOfSubject } from '../../reads/reviews/read-place-of-subject.ts'
import type { HttpServices } from '../environment.ts'
import type { IsvPlace } from '../places.ts'

/**
 * The ISV that a review, waiver or objection belongs to, for those of the programme who read its internal affairs; for
 * everybody else, the ISV's own people included, as if there were none.
 */
export async function placeOfSubject(
  services: HttpServices,
  principal: Principal,
  kind: 'review' | 'waiver' | 'dispute',
  id: string,
): Promise<IsvPlace> {
  const place = await readPlaceOfSubject(services.database, principal, kind, id)
  if (place === undefined || !may(principal, 'comment.read-internal', place)) throw notFound()
  return place
}

/** The page of a list that an address asks for, from 1. */
export function pageNumber(value: string | undefined): number {
  const page = Number(value ?? '1')
  return Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}
