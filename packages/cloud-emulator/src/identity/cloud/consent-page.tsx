import type { Context } from 'hono'
import type { TenantState } from '../../state/emulator-state.ts'
import type { EmulatedAccount, RegisteredApplication } from '../directory.ts'
import { entraErrors } from '../entra-error.ts'
import { showPage } from '../pages/show-page.tsx'
import type { Services } from '../services.ts'
import { tenantStateOf } from './cloud-identity.ts'
import { Consent } from './pages.tsx'
import { agree, needsAdministrator, permissionsOf } from './permissions.ts'
import { readTarget } from './target.ts'

/** What an application asks of a person. */
export interface ConsentAsked {
  readonly application: RegisteredApplication
  readonly scope: string | undefined
  readonly resource: string | undefined
  readonly prompt?: string | undefined
  readonly redirectUri?: string
}

/** A person in front of a request, and what they decided if they were asked before. */
export interface ConsentStep {
  readonly request: ConsentAsked
  readonly account: EmulatedAccount
  readonly decision: unknown
  /** Where the page's form leads. */
  readonly action: string
}

/** The delegated permissions that nobody agreed to yet; none where the platform is not a whole cloud. */
export function missingConsent(services: Services, asked: ConsentAsked, account: EmulatedAccount): readonly string[] {
  return wishOf(services, asked, account)?.missing ?? []
}

/**
 * Shows the page that asks for consent, or keeps what was decided on it.
 *
 * @returns nothing where the request may go on.
 * @throws EntraError where the person declined, or only an administrator may agree.
 */
export function consentPage(
  c: Context,
  services: Services,
  step: ConsentStep,
): Response | Promise<Response> | undefined {
  const { request, account, decision, action } = step
  const wish = wishOf(services, request, account)
  if (wish === undefined) return undefined
  const { tenant, missing, target } = wish
  const asked = request.prompt === 'consent' && missing.length === 0 ? target.scopes : missing
  if (asked.length === 0) return undefined
  const mayDecideForAll = isAdministrator(tenant, account.objectId)
  if (!mayDecideForAll && asked.some(needsAdministrator)) {
    throw entraErrors.administratorNeeded(request.application.name)
  }
  if (decision === 'decline') throw entraErrors.declined()
  if (decision === 'accept' || (decision === 'accept-for-all' && mayDecideForAll)) {
    const principal = decision === 'accept' ? account.objectId : 'everybody'
    const { clientId } = request.application
    agree(tenant, { clientId, principal, resource: target.resource.clientId, scopes: [...asked] })
    addServicePrincipal(tenant, request.application)
    services.cloud?.changed()
    return undefined
  }
  const frame = { address: new URL(c.req.url), query: new URLSearchParams() }
  const formTarget = request.redirectUri
  return showPage(c, formTarget === undefined ? frame : { ...frame, formTarget }, (language) => (
    <Consent
      application={request.application.name}
      person={`${account.name} (${account.username})`}
      objectId={account.objectId}
      api={target.resource.name}
      scopes={asked}
      mayDecideForAll={mayDecideForAll}
      action={action}
      language={language}
    />
  ))
}

/** Whether a person may agree for the whole tenant. */
export function isAdministrator(tenant: TenantState, objectId: string): boolean {
  const roles = tenant.accounts[objectId]?.directoryRoles ?? []
  return roles.some((role) => /^(Global|Application|Cloud Application) Administrator$/.test(role))
}

/** An application that somebody agreed to exists in the tenant from then on. */
export function addServicePrincipal(tenant: TenantState, { clientId, name }: RegisteredApplication): void {
  tenant.servicePrincipals[clientId] ??= {
    objectId: crypto.randomUUID(),
    clientId,
    name,
    enabled: true,
    roles: [],
  }
}

function wishOf({ cloud }: Services, { application, scope, resource }: ConsentAsked, account: EmulatedAccount) {
  if (cloud === undefined) return undefined
  const tenant = tenantStateOf(cloud, account.tenantId)
  if (tenant === undefined) return undefined
  const target = readTarget({ scope, resource }, cloud.state)
  const withdrawn = false
  const { missing } = permissionsOf({ application, tenant, objectId: account.objectId, target, withdrawn })
  return { tenant, target, missing }
}
