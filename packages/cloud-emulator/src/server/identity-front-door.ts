import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { FaultEffect } from '../faults/fault.ts'
import type { FaultPlan } from '../faults/fault-plan.ts'
import { EntraError, entraErrors, envelopeOf } from '../identity/entra-error.ts'
import type { Clock, Services } from '../identity/services.ts'
import { addressForJournal, type Journal } from '../journal/journal.ts'
import type { WayIn } from '../transport/original-address.ts'

/** The identity platform as each way in shows it. */
export interface IdentityFrontDoor {
  /** @param url the original address. */
  readonly answer: (request: Request, url: URL, way: WayIn, bindings: HttpBindings) => Promise<Response>
}

/** What the front door works with. */
export interface FrontDoorParts {
  /** Asked for with the first request. */
  readonly services: () => Promise<Omit<Services, 'url'>>
  readonly journal: Journal
  readonly clock: Clock
  readonly faults: FaultPlan
}

type IdentityApp = Hono<{ Bindings: HttpBindings }>

/** Makes the front door; issuers and endpoints begin with the address under which a client came. */
export function createIdentityFrontDoor({ services, journal, clock, faults }: FrontDoorParts): IdentityFrontDoor {
  const apps = new Map<string, Promise<IdentityApp>>()
  const appFor = (base: string): Promise<IdentityApp> => {
    const known = apps.get(base)
    if (known !== undefined) return known
    const app = services().then((all) => appBelow(base, all))
    // Addresses come with the Host header, so what is kept has a limit.
    if (apps.size < 20) apps.set(base, app)
    return app
  }
  const note = (request: Request, url: URL, status: number, more: { code?: string; fault?: string }) =>
    journal.note({
      at: clock.now().toISOString(),
      method: request.method,
      address: addressForJournal(url),
      service: 'identity',
      status,
      ...more,
      requestId: randomUUID(),
    })
  const noted = async (request: Request, url: URL, response: Response, fault?: string): Promise<Response> => {
    note(request, url, response.status, { ...(await refusalOf(response)), ...(fault === undefined ? {} : { fault }) })
    return response
  }
  const cut = (request: Request, url: URL, bindings: HttpBindings): Promise<never> => {
    note(request, url, 0, { fault: 'drop' })
    bindings.incoming.socket.destroy()
    return new Promise<never>(() => {})
  }
  return {
    answer: async (request, url, way, bindings) => {
      const base = baseOf(url, way)
      const fault = faults.strike(['status', 'throttle', 'drop', 'delay'], {
        service: 'identity',
        method: request.method,
      })
      if (fault?.kind === 'drop') return cut(request, url, bindings)
      if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.milliseconds))
      else if (fault !== undefined) return noted(request, url, unavailable(fault, clock.now()), fault.kind)
      const app = await appFor(base)
      const response = await app.fetch(new Request(`${base}${url.pathname}${url.search}`, request), bindings)
      return noted(request, url, response)
    },
  }
}

async function appBelow(base: string, services: Omit<Services, 'url'>): Promise<IdentityApp> {
  const [{ Hono }, { identityRoutes }] = await Promise.all([import('hono'), import('../identity/routes.tsx')])
  const app: IdentityApp = new Hono()
  app.notFound((c) => {
    const message = `The emulator does not cover ${c.req.method} ${new URL(c.req.url).pathname} of the identity platform. What it covers is in docs/emulator.md.`
    return c.json({ error: 'NotEmulated', error_description: message }, 501)
  })
  return app.route(new URL(base).pathname, identityRoutes({ ...services, url: base }))
}

function baseOf(url: URL, way: WayIn): string {
  if (way.kind === 'original') return url.origin
  return way.kind === 'direct' ? way.base : `${way.base}/https/${url.hostname}`
}

/** How the token endpoint says that it is not well, or was asked too often. */
function unavailable(fault: Extract<FaultEffect, { kind: 'status' | 'throttle' }>, now: Date): Response {
  const refusal =
    fault.kind === 'throttle'
      ? entraErrors.askedTooOften()
      : new EntraError('temporarily_unavailable', 90033, fault.message ?? 'A transient error has occurred. Try again.')
  const status = fault.kind === 'throttle' ? 429 : (fault.status ?? 503)
  const headers = fault.kind === 'throttle' ? { 'retry-after': String(fault.retryAfter ?? 1) } : {}
  return Response.json(envelopeOf(refusal, now), { status, headers })
}

async function refusalOf(response: Response): Promise<{ code?: string }> {
  if (response.status < 400 || !response.headers.get('content-type')?.includes('json')) return {}
  const body: unknown = await response.clone().json()
  const [number]: unknown[] = Object(body).error_codes ?? []
  return typeof number === 'number' ? { code: `AADSTS${number}` } : {}
}
