import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { languageDetector } from 'hono/language'
import { authorize, chooseAccount } from './authorize.tsx'
import { addCloudRoutes } from './cloud/cloud-routes.tsx'
import type { TenantScope } from './directory.ts'
import { discoveryDocument, issuerOf } from './discovery.ts'
import { EntraError, entraErrors, envelopeOf } from './entra-error.ts'
import { logout } from './logout.tsx'
import { icon } from './pages/icon.ts'
import { Refusal } from './pages/refusal.tsx'
import { showPage } from './pages/show-page.tsx'
import { style } from './pages/style.ts'
import type { Services } from './services.ts'
import { answerTokenRequest } from './token.ts'

type IdentityApp = Hono<{ Bindings: HttpBindings }>

/** Bytes; the longest requests are tokens and assertions of a few kilobytes. */
const largestBody = 64 * 1024

/** The endpoints of the identity platform as a Hono app. */
export function identityRoutes(services: Services): IdentityApp {
  const app: IdentityApp = new Hono()
  app.use(breakDown(services))
  app.use(bodyLimit({ maxSize: largestBody }))
  app.use(
    languageDetector({
      order: ['querystring', 'header'],
      lookupQueryString: 'ui_locales',
      supportedLanguages: ['en', 'nl'],
      fallbackLanguage: 'en',
      convertDetectedLanguage: (locales) => locales.split(' ')[0] ?? '',
      caches: false,
    }),
  )
  app.get('/emulator/page.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/emulator/icon.svg', (c) => c.body(icon, 200, { 'content-type': 'image/svg+xml' }))
  addDocuments(app, services)
  addSignIn(app, services)
  addToken(app, services)
  if (services.cloud !== undefined) {
    addCloudRoutes(app, services, services.cloud, (segment) => scopeOf(segment, services))
  }
  app.onError((error, c) => answerError(c, services, error))
  return app
}

function addDocuments(app: IdentityApp, services: Services): void {
  app.use('/:tenant/v2.0/.well-known/openid-configuration', cors())
  app.use('/:tenant/discovery/v2.0/keys', cors())
  app.get('/:tenant/v2.0/.well-known/openid-configuration', (c) =>
    c.json(discoveryDocument(services.url, scopeOf(c.req.param('tenant'), services), services.cloud !== undefined)),
  )
  app.get('/:tenant/discovery/v2.0/keys', (c) => {
    const scope = scopeOf(c.req.param('tenant'), services)
    const tenant = scope.kind === 'any' ? '{tenantid}' : scope.tenant.tenantId
    return c.json(services.keys.published(issuerOf(services.url, tenant)))
  })
}

function addSignIn(app: IdentityApp, services: Services): void {
  const bases = [
    '/:tenant/oauth2/v2.0',
    ...(services.cloud === undefined ? [] : (['/:tenant/oauth2'] as const)),
  ] as const
  for (const base of bases) {
    app.use(`${base}/login`, csrf())
    app.get(`${base}/authorize`, (c) =>
      authorize(c, services, scopeOf(c.req.param('tenant'), services), new URL(c.req.url).searchParams),
    )
    app.post(`${base}/authorize`, async (c) =>
      authorize(c, services, scopeOf(c.req.param('tenant'), services), new URLSearchParams(await c.req.text())),
    )
    app.post(`${base}/login`, (c) => chooseAccount(c, services, scopeOf(c.req.param('tenant'), services)))
    app.get(`${base}/logout`, (c) => {
      scopeOf(c.req.param('tenant'), services)
      return logout(c, services, new URL(c.req.url).searchParams)
    })
  }
}

function addToken(app: IdentityApp, services: Services): void {
  app.post('/:tenant/oauth2/v2.0/token', (c) => answerToken(c, services, 2))
  if (services.cloud !== undefined) app.post('/:tenant/oauth2/token', (c) => answerToken(c, services, 1))
}

async function answerToken(c: Context, services: Services, version: 1 | 2): Promise<Response> {
  c.header('cache-control', 'no-store')
  const correlationId = c.req.header('client-request-id')
  try {
    const scope = scopeOf(c.req.param('tenant') ?? '', services)
    const body = new URLSearchParams(await c.req.text())
    const authorization = c.req.header('authorization')
    return c.json(await answerTokenRequest(services, scope, { body, authorization, path: c.req.path, version }))
  } catch (error) {
    if (!(error instanceof EntraError)) throw error
    return c.json(envelopeOf(error, services.clock.now(), correlationId), error.status)
  }
}

function scopeOf(segment: string, services: Services): TenantScope {
  const scope = services.directory.scopeOf(segment)
  if (scope === undefined) throw entraErrors.tenantNotFound(segment)
  return scope
}

/** Documents are refused as JSON, pages as a page. */
function answerError(c: Context, services: Services, error: Error): Response | Promise<Response> {
  if (error instanceof HTTPException) return error.getResponse()
  if (!(error instanceof EntraError)) return c.text(`The emulator itself failed: ${error.stack ?? error.message}`, 500)
  const envelope = envelopeOf(error, services.clock.now())
  if (!c.req.header('accept')?.includes('text/html')) return c.json(envelope, error.status)
  const address = new URL(c.req.url)
  return showPage(c, { address, query: address.searchParams, status: error.status }, (language) => (
    <Refusal refusal={error} envelope={envelope} language={language} />
  ))
}

function breakDown(services: Services) {
  return async (c: Context<{ Bindings: HttpBindings }>, next: () => Promise<void>): Promise<Response | undefined> => {
    const { down } = services.faults()
    if (down === undefined) {
      await next()
      return undefined
    }
    if (down === 'unavailable') return c.html('<h1>503 Service Unavailable</h1>', 503)
    if (down === 'disconnected') c.env.incoming.socket.destroy()
    return new Promise<never>(() => {})
  }
}
