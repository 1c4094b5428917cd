import type { HonoRequest } from 'hono'
import { createMiddleware } from 'hono/factory'
import { Failure } from '../../domain/failure.ts'
import type { HttpEnvironment } from '../environment.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a change that another site's page asks for in the name of the person at the browser: every unsafe request
 * has to carry an `Origin` (or, failing that, a `Sec-Fetch-Site`) that says it comes from our own pages. The API asks for
 * the same as soon as it knows that a session, and not a token, is behind the request.
 */
export function ownOrigin(publicUrl: string) {
  const { origin } = new URL(publicUrl)
  return createMiddleware<HttpEnvironment>(async (context, next) => {
    if (!context.req.path.startsWith('/api/')) requireOwnOrigin(context.req, origin)
    await next()
  })
}

/**
 * Sees to it that an unsafe request comes from our own pages.
 *
 * @throws Failure `not-allowed`
 */
export function requireOwnOrigin(request: Pick<HonoRequest, 'method' | 'header'>, origin: string): void {
  if (safeMethods.has(request.method)) return
  const claimed = request.header('Origin')
  const known = claimed !== undefined && claimed !== 'null'
  const own = known ? claimed === origin : request.header('Sec-Fetch-Site') === 'same-origin'
  if (!own) throw foreignOrigin()
}

function foreignOrigin(): Failure {
  return new Failure('not-allowed', {
    what: { en: 'Nothing was changed.', nl: 'Er is niets gewijzigd.' },
    why: {
      en: 'The request did not come from a page of this tracker.',
      nl: 'Het verzoek kwam niet van een pagina van deze tracker.',
    },
    fix: {
      en: 'Open the page in this browser again and send it from there.',
      nl: 'Open de pagina opnieuw in deze browser en verstuur het van daaruit.',
    },
  })
}
