import type { CloudClient } from '@sevenstep/cloud-access'
import { listApplications, listPermissionGrants, listServicePrincipals } from '@sevenstep/cloud-access/operations'
import type { ConsentGrant, TenantFacts } from '../engine/tenant-facts.ts'
import type { AppRegistration } from '../registration/app-registration.ts'
import { isGuid } from '../rules/guid.ts'

/** The part of a cloud client that is needed; that of `@sevenstep/cloud-access` fits. */
export type GraphReader = Pick<CloudClient, 'items'>

/**
 * Looks up in the tenant the client is signed in to whether the application and the APIs it asks for exist there, and
 * what has been agreed to. Needs Application.Read.All and Directory.Read.All, of a person or an application.
 *
 * @throws CloudFailure when Graph refuses or cannot be reached.
 */
export async function gatherTenantFacts(
  client: GraphReader,
  registration: AppRegistration,
  signal?: AbortSignal,
): Promise<TenantFacts> {
  const options = signal === undefined ? {} : { signal }
  const appId = String(registration.member('appId')?.value ?? '').toLowerCase()
  const wanted = [appId, ...registration.apis.map((api) => api.appId)].filter(isGuid)
  const appIdByPrincipal = new Map<string, string>()
  for (const id of new Set(wanted)) {
    const query = { $filter: `appId eq '${id}'`, $select: 'id,appId' }
    for await (const principal of client.items(listServicePrincipals, { query }, options))
      appIdByPrincipal.set(principal.id, principal.appId.toLowerCase())
  }
  const own = [...appIdByPrincipal].find(([, id]) => id === appId)?.[0]
  const verifiedPublisher = isGuid(appId) ? await readPublisher(client, appId, options) : undefined
  return {
    servicePrincipals: [...new Set(appIdByPrincipal.values())],
    grants: own === undefined ? [] : await readGrants(client, own, appIdByPrincipal, options),
    ...(verifiedPublisher !== undefined && { verifiedPublisher }),
  }
}

type Options = { readonly signal?: AbortSignal }

async function readGrants(
  client: GraphReader,
  own: string,
  appIdByPrincipal: ReadonlyMap<string, string>,
  options: Options,
): Promise<readonly ConsentGrant[]> {
  const grants: ConsentGrant[] = []
  const query = { $filter: `clientId eq '${own}'` }
  for await (const { resourceId, scope, consentType } of client.items(listPermissionGrants, { query }, options)) {
    const resourceAppId = appIdByPrincipal.get(resourceId)
    // A grant on an API that the registration does not ask for says nothing about it.
    if (resourceAppId === undefined) continue
    const scopes = (scope ?? '').split(' ').filter(Boolean)
    grants.push({ resourceAppId, scopes, isForAll: consentType === 'AllPrincipals' })
  }
  return grants
}

/** Only the vendor's own tenant holds the application; in a customer's nothing is known of its publisher. */
async function readPublisher(
  client: GraphReader,
  appId: string,
  options: Options,
): Promise<TenantFacts['verifiedPublisher']> {
  const query = { $filter: `appId eq '${appId}'`, $select: 'id,appId,verifiedPublisher' }
  for await (const { verifiedPublisher } of client.items(listApplications, { query }, options)) {
    const name = verifiedPublisher?.displayName
    return typeof name === 'string' && name !== '' ? { displayName: name } : null
  }
  return undefined
}
