import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { identityRoutes } from '../identity/routes.tsx'
import type { Services } from '../identity/services.ts'
import { addressForJournal, type Journal } from '../journal/journal.ts'
import type { WayIn } from '../transport/original-address.ts'

/** The identity platform as each way in shows it. */
export interface IdentityFrontDoor {
  /** @param url the original address. */
  readonly answer: (request: Request, url: URL, way: WayIn, bindings: HttpBindings) => Promise<Response>
}

type IdentityApp = Hono<{ Bindings: HttpBindings }>

/** Makes the front door; issuers and endpoints begin with the address under which a client came. */
export function createIdentityFrontDoor(services: Omit<Services, 'url'>, journal: Journal): IdentityFrontDoor {
  const apps = new Map<string, IdentityApp>()
  const appFor = (base: string): IdentityApp => {
    const known = apps.get(base)
    if (known !== undefined) return known
    const app: IdentityApp = new Hono()
    app.route(new URL(base).pathname, identityRoutes({ ...services, url: base }))
    // Addresses come with the Host header, so what is kept has a limit.
    if (apps.size < 20) apps.set(base, app)
    return app
  }
  return {
    answer: async (request, url, way, bindings) => {
      const base = baseOf(url, way)
      const response = await appFor(base).fetch(new Request(`${base}${url.pathname}${url.search}`, request), bindings)
      journal.note({
        at: services.clock.now().toISOString(),
        method: request.method,
        address: addressForJournal(url),
        service: 'identity',
        status: response.status,
        ...(await refusalOf(response)),
        requestId: randomUUID(),
      })
      return response
    },
  }
}

function baseOf(url: URL, way: WayIn): string {
  if (way.kind === 'original') return url.origin
  return way.kind === 'direct' ? way.base : `${way.base}/https/${url.hostname}`
}

async function refusalOf(response: Response): Promise<{ code?: string }> {
  if (response.status < 400 || !response.headers.get('content-type')?.includes('json')) return {}
  const body: unknown = await response.clone().json()
  const [number]: unknown[] = Object(body).error_codes ?? []
  return typeof number === 'number' ? { code: `AADSTS${number}` } : {}
}
