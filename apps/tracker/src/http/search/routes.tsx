import { Hono } from 'hono'
import { SearchPage } from '../../pages/search/search-page.tsx'
import { readSearch } from '../../reads/search/read-search.ts'
import { searchTermsFrom } from '../../reads/search/search-terms.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { frameOf } from '../frame.ts'
import { whoIs } from '../places.ts'

/** Search over everything the person may see. */
export function searchRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get('/search', async (context) => {
    const { principal } = whoIs(context)
    const terms = searchTermsFrom(context.req.query('q'))
    const frame = await frameOf(services, context, terms === undefined ? {} : { search: terms.query })
    if (terms === undefined) return context.html(<SearchPage frame={frame} />)
    const results = await readSearch(services, principal, terms)
    return context.html(<SearchPage frame={frame} terms={terms} results={results} />)
  })
  return routes
}
