import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { Failure } from '../../domain/failure.ts'
import { ApiReferencePage } from '../../pages/api/reference-page.tsx'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { frameOf } from '../frame.ts'
import { type RateLimits, rateLimited } from '../middleware/rate-limit.ts'
import { authenticate } from './authenticate.ts'
import { type ApiDocument, describe, documentOf } from './document.ts'
import type { ApiEnvironment, Operation } from './operation.ts'
import { operations } from './operations/index.ts'
import { apiReference } from './reference.ts'

/** Where every operation is. */
const apiBase = '/api/v1'

/** The API with its document, and the page that explains it. The last two are for everybody. */
export function apiRoutes(services: HttpServices, limits: RateLimits): Hono<HttpEnvironment> {
  const api = new Hono<ApiEnvironment>().basePath(apiBase)
  let document: Promise<ApiDocument> | undefined
  const readDocument = () => {
    document ??= documentOf(api, services.configuration)
    return document
  }
  const reference = apiReference(apiBase)
  const everybody = new Hono<HttpEnvironment>()
  // The page is long and made anew each time, so nobody gets it without end.
  const spend = rateLimited(limits, 'api', () => true)
  everybody.get(`${apiBase}/openapi.json`, spend, async (context) => context.json(await readDocument()))
  everybody.get('/api/reference', spend, async (context) =>
    context.html(ApiReferencePage({ frame: await frameOf(services, context), reference })),
  )
  api.use('*', authenticate(services, limits))
  for (const operation of operations) {
    api.on(operation.method.toUpperCase(), addressOf(operation), describeRoute(describe(operation)), (context) =>
      operation.handle(services, context),
    )
  }
  for (const [path, allowed] of methodsByPath(operations)) {
    api.options(path, (context) => context.body(null, 204, { Allow: allowed }))
    api.all(path, (context) => {
      context.header('Allow', allowed)
      throw notThisMethod(context.req.method, allowed)
    })
  }
  // Each route is reached by its own environment; the principal is set before any of them.
  everybody.route('/', api as unknown as Hono<HttpEnvironment>)
  return everybody
}

function addressOf({ path }: Operation): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

function methodsByPath(all: readonly Operation[]): ReadonlyMap<string, string> {
  const methods = new Map<string, string[]>()
  for (const operation of all) {
    const known = methods.get(addressOf(operation)) ?? ['OPTIONS']
    known.unshift(...(operation.method === 'get' ? ['GET', 'HEAD'] : [operation.method.toUpperCase()]))
    methods.set(addressOf(operation), known)
  }
  return new Map([...methods].map(([path, names]) => [path, names.join(', ')]))
}

function notThisMethod(method: string, allowed: string): Failure {
  return new Failure('method-not-allowed', {
    what: { en: 'Nothing was done.', nl: 'Er is niets gedaan.' },
    why: { en: `There is no ${method} here.`, nl: `${method} bestaat hier niet.` },
    fix: { en: `Use one of ${allowed}.`, nl: `Gebruik een van ${allowed}.` },
  })
}
