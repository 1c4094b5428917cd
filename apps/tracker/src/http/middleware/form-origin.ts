import { createMiddleware } from 'hono/factory'
import { Failure } from '../../domain/failure.ts'
import type { HttpEnvironment } from '../environment.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a change that another site's page asks for in the name of the person at the browser: every unsafe request
 * has to carry an `Origin` (or, failing that, a `Sec-Fetch-Site`) that says it comes from our own pages. Requests with
 * a token instead of a cookie are no business of a browser and pass.
 */
export function ownOrigin(publicUrl: string) {
  const origin = new URL(publicUrl).origin
  return createMiddleware<HttpEnvironment>(async (context, next) => {
    if (!safeMethods.has(context.req.method) && context.req.header('Authorization') === undefined) {
      const claimed = context.req.header('Origin')
      const known = claimed !== undefined && claimed !== 'null'
      const own = known ? claimed === origin : context.req.header('Sec-Fetch-Site') === 'same-origin'
      if (!own) throw foreignOrigin()
    }
    await next()
  })
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
