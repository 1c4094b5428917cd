import type { Context } from 'hono'
import { Failure, notFound } from '../domain/failure.ts'
import { may, type Place, type Principal } from '../domain/principal.ts'
import type { Action } from '../domain/roles.ts'
import { readPlaceOfIsv, readPlaceOfProduct } from '../reads/places/read-places.ts'
import type { HttpEnvironment, HttpServices, SignedIn } from './environment.ts'

type HttpContext = Context<HttpEnvironment>

/** The place of one ISV. */
export type IsvPlace = { readonly organizationId: string; readonly isvId: string }

/**
 * The person at the browser.
 *
 * @throws Failure `not-signed-in`
 */
export function whoIs(context: HttpContext): SignedIn {
  const signedIn = context.get('signedIn')
  if (signedIn === undefined) throw notSignedIn()
  return signedIn
}

/**
 * The ISV that a product belongs to, if the person may do `action` there. A product that is missing and one of somebody
 * else answer alike.
 */
export async function placeOfProduct(
  services: HttpServices,
  principal: Principal,
  productId: string,
  action: Action = 'product.read',
): Promise<IsvPlace> {
  const place = await readPlaceOfProduct(services.database, principal, productId)
  if (place === undefined || !may(principal, action, place)) throw notFound()
  return place
}

/** The ISV named, if the person may do `action` there; otherwise as if there were none. */
export async function placeOfIsv(
  services: HttpServices,
  principal: Principal,
  isvId: string,
  action: Action = 'product.read',
): Promise<IsvPlace> {
  const place = await readPlaceOfIsv(services.database, principal, isvId)
  if (place === undefined || !may(principal, action, place)) throw notFound()
  return place
}

/** The programme the person works for, if they may do `action` in it. */
export function programmeOf(principal: Principal, action: Action): Place {
  if (principal.kind !== 'tracker') {
    for (const { organizationId, isvId } of principal.held) {
      const place = { organizationId, isvId: null }
      if (isvId === null && may(principal, action, place)) return place
    }
  }
  throw notFound()
}

function notSignedIn(): Failure {
  return new Failure('not-signed-in', {
    what: { en: 'You are not signed in.', nl: 'U bent niet aangemeld.' },
    why: {
      en: 'This page is for members only, or your session has ended.',
      nl: 'Deze pagina is alleen voor leden, of uw sessie is verlopen.',
    },
    fix: { en: 'Sign in; you come back here.', nl: 'Meld u aan; u komt hier terug.' },
  })
}
