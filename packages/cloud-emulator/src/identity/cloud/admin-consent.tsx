import type { Context } from 'hono'
import type { TenantState } from '../../state/emulator-state.ts'
import type { RegisteredApplication, TenantScope } from '../directory.ts'
import { EntraError, entraErrors } from '../entra-error.ts'
import { AccountPicker } from '../pages/account-picker.tsx'
import { showPage } from '../pages/show-page.tsx'
import { readParameters } from '../parameters.ts'
import type { Services } from '../services.ts'
import { type CloudIdentity, tenantStateOf } from './cloud-identity.ts'
import { addServicePrincipal, isAdministrator } from './consent-page.tsx'
import { agree } from './permissions.ts'
import { accountOf } from './state-directory.ts'

interface AdminConsentRequest {
  readonly application: RegisteredApplication
  readonly redirectUri: string
  readonly state: string | undefined
}

/**
 * The address to which administrators are sent to accept an application for their tenant.
 *
 * Source: https://learn.microsoft.com/en-us/entra/identity-platform/v2-admin-consent
 *
 * @throws EntraError where the application or the redirect URI is not known.
 */
export function showAdminConsent(
  c: Context,
  services: Services,
  cloud: CloudIdentity,
  scope: TenantScope,
): Response | Promise<Response> {
  const given = new URL(c.req.url).searchParams
  const { application } = readRequest(given, services)
  const accounts = tenantsOf(cloud, scope).flatMap((tenant) =>
    Object.values(tenant.accounts)
      .filter(({ enabled, objectId }) => enabled && isAdministrator(tenant, objectId))
      .map((account) => accountOf(account, tenant)),
  )
  return showPage(c, { address: new URL(c.req.url), query: given }, (language) => (
    <AccountPicker
      application={application.name}
      accounts={accounts}
      tenantName={(tenantId) => services.directory.tenant(tenantId)?.name ?? tenantId}
      preferred={undefined}
      action={`adminconsent?${given}`}
      language={language}
    />
  ))
}

/** What the page sends: which administrator accepts, or that nobody does. */
export async function answerAdminConsent(
  c: Context,
  services: Services,
  cloud: CloudIdentity,
  scope: TenantScope,
): Promise<Response> {
  const request = readRequest(new URL(c.req.url).searchParams, services)
  const target = new URL(request.redirectUri)
  if (request.state !== undefined) target.searchParams.set('state', request.state)
  const chosen = (await c.req.parseBody()).account
  const tenant = tenantsOf(cloud, scope).find(({ accounts }) => typeof chosen === 'string' && chosen in accounts)
  if (tenant === undefined || !isAdministrator(tenant, String(chosen))) {
    const refusal = chosen === undefined ? entraErrors.declined() : entraErrors.notAnAdministrator()
    target.searchParams.set('error', refusal.error)
    target.searchParams.set('error_description', `AADSTS${refusal.number}: ${refusal.message}`)
    return c.redirect(target.toString(), 303)
  }
  accept(tenant, request.application, cloud)
  target.searchParams.set('admin_consent', 'True')
  target.searchParams.set('tenant', tenant.tenantId)
  return c.redirect(target.toString(), 303)
}

/** Agrees to everything the registration asks for, delegated and as the application. */
function accept(tenant: TenantState, application: RegisteredApplication, cloud: CloudIdentity): void {
  const { clientId } = application
  addServicePrincipal(tenant, application)
  const declared = tenantStateOf(cloud, application.tenantId)?.applications[clientId]?.requiredPermissions ?? []
  for (const { resource, scopes, roles } of declared) {
    if (scopes.length > 0) agree(tenant, { clientId, principal: 'everybody', resource, scopes: [...scopes] })
    const principal = tenant.servicePrincipals[clientId]
    const has = (role: string) => principal?.roles.some((each) => each.resource === resource && each.role === role)
    for (const role of roles) if (!has(role)) principal?.roles.push({ resource, role })
  }
  cloud.changed()
}

function readRequest(given: URLSearchParams, services: Services): AdminConsentRequest {
  const parameters = readParameters(given)
  const clientId = parameters.need('client_id')
  const application = services.directory.application(clientId)
  if (application === undefined) throw entraErrors.applicationNotFound(clientId)
  const redirectUri = parameters.need('redirect_uri')
  if (!application.redirectUris.includes(redirectUri)) throw entraErrors.redirectUriUnknown(redirectUri, clientId)
  if (!URL.canParse(redirectUri)) throw new EntraError('invalid_request', 50011, 'The redirect URI is no address.')
  return { application, redirectUri, state: parameters.get('state') }
}

function tenantsOf(cloud: CloudIdentity, scope: TenantScope): readonly TenantState[] {
  if (scope.kind === 'any') return Object.values(cloud.state.tenants)
  const tenant = tenantStateOf(cloud, scope.tenant.tenantId)
  return tenant === undefined ? [] : [tenant]
}
