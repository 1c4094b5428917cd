import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { addConsentRoutes } from '../../power-platform/connections/consent-routes.tsx'
import type { TenantScope } from '../directory.ts'
import { discoveryDocument, issuerOf } from '../discovery.ts'
import { EntraError, envelopeOf } from '../entra-error.ts'
import type { Services } from '../services.ts'
import { answerAdminConsent, showAdminConsent } from './admin-consent.tsx'
import type { CloudIdentity } from './cloud-identity.ts'
import { answerDevicePage, beginDeviceCode, showDevicePage } from './device-pages.tsx'

/** Adds what only a whole cloud has: the older endpoints, device codes, administrators' consent, instance discovery. */
export function addCloudRoutes(
  app: Hono<{ Bindings: HttpBindings }>,
  services: Services,
  cloud: CloudIdentity,
  scopeOf: (segment: string) => TenantScope,
): void {
  addDocuments(app, services, scopeOf)
  addConsentRoutes(app, { state: cloud.state, clock: services.clock, changed: cloud.changed })
  for (const version of [1, 2] as const) {
    const path = version === 1 ? '/:tenant/oauth2/devicecode' : '/:tenant/oauth2/v2.0/devicecode'
    app.post(path, async (c) => {
      try {
        scopeOf(c.req.param('tenant'))
        return await beginDeviceCode(c, services, cloud, version)
      } catch (error) {
        if (!(error instanceof EntraError)) throw error
        return c.json(envelopeOf(error, services.clock.now(), c.req.header('client-request-id')), error.status)
      }
    })
  }
  app.use('/:tenant/oauth2/deviceauth', csrf())
  app.get('/:tenant/oauth2/deviceauth', (c) => showDevicePage(c, services, cloud))
  app.post('/:tenant/oauth2/deviceauth', (c) => answerDevicePage(c, services, cloud))
  for (const path of ['/:tenant/adminconsent', '/:tenant/v2.0/adminconsent'] as const) {
    app.use(path, csrf())
    app.get(path, (c) => showAdminConsent(c, services, cloud, scopeOf(c.req.param('tenant'))))
    app.post(path, (c) => answerAdminConsent(c, services, cloud, scopeOf(c.req.param('tenant'))))
  }
}

function addDocuments(
  app: Hono<{ Bindings: HttpBindings }>,
  services: Services,
  scopeOf: (segment: string) => TenantScope,
): void {
  const host = new URL(services.url).host
  app.get('/common/discovery/instance', (c) => {
    const asked = c.req.query('authorization_endpoint') ?? ''
    const tenant = URL.canParse(asked) ? (new URL(asked).pathname.split('/').at(-4) ?? 'common') : 'common'
    return c.json({
      tenant_discovery_endpoint: `${services.url}/${tenant || 'common'}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [
        {
          preferred_network: host,
          preferred_cache: host,
          aliases: [
            ...new Set([
              host,
              'login.microsoftonline.com',
              'login.windows.net',
              'login.microsoft.com',
              'sts.windows.net',
            ]),
          ],
        },
      ],
    })
  })
  app.get('/common/userrealm/:user', (c) =>
    c.json({
      ver: '1.0',
      account_type: 'Managed',
      domain_name: c.req.param('user').replace(/^.*@/, ''),
      cloud_instance_name: 'microsoftonline.com',
      cloud_audience_urn: 'urn:federation:MicrosoftOnline',
    }),
  )
  app.get('/:tenant/.well-known/openid-configuration', (c) => {
    const scope = scopeOf(c.req.param('tenant'))
    const document = discoveryDocument(services.url, scope)
    const base = `${services.url}/${scope.kind === 'any' ? scope.alias : scope.tenant.tenantId}`
    return c.json({
      ...document,
      issuer: `https://sts.windows.net/${scope.kind === 'any' ? '{tenantid}' : scope.tenant.tenantId}/`,
      authorization_endpoint: `${base}/oauth2/authorize`,
      token_endpoint: `${base}/oauth2/token`,
      device_authorization_endpoint: `${base}/oauth2/devicecode`,
      jwks_uri: `${base}/discovery/keys`,
    })
  })
  app.get('/:tenant/discovery/keys', (c) => {
    const scope = scopeOf(c.req.param('tenant'))
    return c.json(
      services.keys.published(issuerOf(services.url, scope.kind === 'any' ? '{tenantid}' : scope.tenant.tenantId)),
    )
  })
}
