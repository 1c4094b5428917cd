import { createMiddleware } from 'hono/factory'
import { Failure } from '../../domain/failure.ts'
import { readTokenPrincipal } from '../../reads/sign-in/read-token-principal.ts'
import type { HttpServices } from '../environment.ts'
import { requireOwnOrigin } from '../middleware/form-origin.ts'
import type { RateLimits } from '../middleware/rate-limit.ts'
import type { ApiEnvironment } from './operation.ts'

/**
 * Finds out who asks: the owner of the token in `Authorization`, else the person at the browser. A token that is not valid
 * is refused even beside a session. Whoever is known has a budget of requests of their own; for the others the
 * address has one, so that tokens cannot be guessed by the thousand.
 *
 * @throws Failure `not-signed-in` or `too-many-requests`
 */
export function authenticate(services: HttpServices, limits: RateLimits) {
  const { origin } = new URL(services.configuration.publicUrl)
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    const header = context.req.header('Authorization')
    const principal =
      header === undefined ? context.get('signedIn')?.principal : await readTokenPrincipal(services, bearerOf(header))
    if (principal === undefined) {
      await limits.spend(context, 'sign-in', undefined)
      context.header('WWW-Authenticate', header === undefined ? 'Bearer' : 'Bearer error="invalid_token"')
      throw notSignedIn()
    }
    const isUpload = context.req.header('Content-Type')?.startsWith('multipart/') === true
    if (header === undefined) requireOwnOrigin(context.req, origin)
    await limits.spend(context, isUpload ? 'uploads' : 'api', principal)
    context.set('principal', principal)
    if (principal.kind === 'token') context.set('token', principal.tokenId)
    await next()
  })
}

function bearerOf(header: string): string {
  return /^Bearer +(\S+)$/i.exec(header)?.[1] ?? ''
}

function notSignedIn(): Failure {
  return new Failure('not-signed-in', {
    what: { en: 'Nobody is signed in.', nl: 'Er is niemand aangemeld.' },
    why: {
      en: 'The request has no valid token and no session.',
      nl: 'Het verzoek heeft geen geldig token en geen sessie.',
    },
    fix: {
      en: 'Send Authorization: Bearer with a token made on the page of members.',
      nl: 'Stuur Authorization: Bearer mee met een token dat op de pagina van leden is gemaakt.',
    },
  })
}
