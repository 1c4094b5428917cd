import type { ConsentState } from '../../state/directory-state.ts'
import type { TenantState } from '../../state/emulator-state.ts'
import type { RegisteredApplication } from '../directory.ts'
import { entraErrors } from '../entra-error.ts'
import type { ApiResource } from './api-resources.ts'
import type { Target } from './target.ts'

/** What an application wants on behalf of a person in a tenant. */
export interface Wish {
  readonly application: RegisteredApplication
  readonly tenant: TenantState
  /** The person. */
  readonly objectId: string
  readonly target: Target
  /** The consent counts as taken back (a fault). */
  readonly withdrawn: boolean
}

/** The delegated permissions of a wish: what was agreed to, and what nobody agreed to yet. */
export interface Permissions {
  readonly granted: readonly string[]
  readonly missing: readonly string[]
}

/**
 * What was agreed to and what is missing.
 *
 * @throws EntraError where the API does not have such a permission, or the application never asked for the API.
 */
export function permissionsOf({ application, tenant, objectId, target, withdrawn }: Wish): Permissions {
  const { resource, scopes, everything } = target
  const unknown = resource.scopes && scopes.find((scope) => !resource.scopes?.includes(scope))
  if (unknown !== undefined) throw entraErrors.scopeUnknown(application.name, unknown, resource.name)
  if (application.firstParty === true) {
    return { granted: scopes.length > 0 ? scopes : [resource.scopes?.[0] ?? 'user_impersonation'], missing: [] }
  }
  // An application needs nobody's leave to call itself.
  if (isSame(application.clientId, resource.clientId)) {
    return { granted: everything ? (resource.scopes ?? []) : scopes, missing: [] }
  }
  const agreed = withdrawn ? [] : agreedScopes(tenant.consents, application.clientId, objectId, resource)
  const declared = declaredScopes(application, resource)
  if (!everything) return { granted: agreed, missing: scopes.filter((scope) => !agreed.includes(scope)) }
  if (agreed.length > 0) return { granted: agreed, missing: [] }
  // Without a single scope there is nothing to agree to: the registration never mentions this API.
  if (declared.length === 0) throw entraErrors.resourceNotDeclared(application.clientId, resource.name)
  return { granted: [], missing: declared }
}

/** Scopes that only an administrator may agree to. Microsoft decides this one by one; here it goes by the name. */
export function needsAdministrator(scope: string): boolean {
  return /\.All$|^Directory\.|^Application\./.test(scope)
}

/** Keeps what a person, or an administrator for everybody, agreed to. */
export function agree(tenant: TenantState, consent: ConsentState): void {
  const before = tenant.consents.find(
    ({ clientId, principal, resource }) =>
      isSame(clientId, consent.clientId) && principal === consent.principal && resource === consent.resource,
  )
  if (before === undefined) tenant.consents.push(consent)
  else before.scopes = [...new Set([...before.scopes, ...consent.scopes])]
}

function agreedScopes(
  consents: readonly ConsentState[],
  client: string,
  objectId: string,
  resource: ApiResource,
): readonly string[] {
  return [
    ...new Set(
      consents
        .filter(
          (consent) =>
            isSame(consent.clientId, client) &&
            consent.resource === resource.clientId &&
            (consent.principal === 'everybody' || consent.principal === objectId),
        )
        .flatMap(({ scopes }) => scopes),
    ),
  ]
}

function declaredScopes(application: RegisteredApplication, resource: ApiResource): readonly string[] {
  return (application.requiredPermissions ?? [])
    .filter((each) => each.resource === resource.clientId)
    .flatMap(({ scopes }) => scopes)
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
