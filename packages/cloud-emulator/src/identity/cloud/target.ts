import type { EmulatorState } from '../../state/emulator-state.ts'
import { entraErrors } from '../entra-error.ts'
import { type ApiResource, apiResources, dataverseResource } from './api-resources.ts'

/** What a token is asked for. */
export interface Target {
  /** OpenID's own scopes. */
  readonly openId: readonly string[]
  readonly resource: ApiResource
  /** Written as `aud`: the identifier in the spelling of the request, slashes included. */
  readonly audience: string
  /** Delegated permissions asked for by name. */
  readonly scopes: readonly string[]
  /** `.default`: everything that was agreed to. */
  readonly everything: boolean
}

const openIdScopes = new Set(['openid', 'profile', 'email', 'offline_access'])
const graph = 'https://graph.microsoft.com'

/**
 * Reads `scope` (v2) or `resource` (v1).
 *
 * @throws EntraError where the API is not known in this cloud, or more than one is named.
 */
export function readTarget(
  { scope, resource }: { readonly scope: string | undefined; readonly resource: string | undefined },
  state: EmulatorState,
): Target {
  const words = (scope ?? '').split(' ').filter(Boolean)
  const openId = words.filter((word) => openIdScopes.has(word.toLowerCase()))
  const wanted = words.filter((word) => !openIdScopes.has(word.toLowerCase())).map(splitScope)
  if (resource !== undefined) {
    return { openId, resource: find(resource, state), audience: resource, scopes: [], everything: true }
  }
  const [first] = wanted
  if (first === undefined)
    return { openId, resource: find(graph, state), audience: graph, scopes: [], everything: false }
  const other = wanted.find(({ identifier }) => identifier !== first.identifier)
  if (other !== undefined) {
    throw entraErrors.severalResources(first.identifier, other.identifier)
  }
  const scopes = wanted.map(({ name }) => name)
  return {
    openId,
    resource: find(first.identifier, state),
    audience: first.identifier,
    scopes: scopes.filter((name) => name !== '.default'),
    everything: scopes.includes('.default'),
  }
}

/** A scope without an API belongs to Graph; a double slash belongs to the identifier. */
function splitScope(word: string): { identifier: string; name: string } {
  const place = word.lastIndexOf('/')
  if (place === -1) return { identifier: graph, name: word }
  return { identifier: word.slice(0, place), name: word.slice(place + 1) }
}

function find(identifier: string, state: EmulatorState): ApiResource {
  const wanted = plain(identifier)
  const known = apiResources.find(
    ({ clientId, identifiers }) => clientId === wanted || identifiers.some((each) => plain(each) === wanted),
  )
  if (known !== undefined) return known
  if (wanted === dataverseResource.clientId || isOrganization(wanted, state)) return dataverseResource
  for (const tenant of Object.values(state.tenants)) {
    for (const application of Object.values(tenant.applications)) {
      const names = [application.clientId, `api://${application.clientId}`, ...application.identifierUris]
      if (!names.some((name) => plain(name) === wanted)) continue
      const { clientId, name, identifierUris, exposedScopes } = application
      return { clientId, name, identifiers: identifierUris, tokenVersion: 2, scopes: exposedScopes }
    }
  }
  throw entraErrors.resourceUnknown(identifier)
}

function isOrganization(address: string, state: EmulatorState): boolean {
  return Object.values(state.tenants).some(({ environments }) =>
    Object.values(environments).some(({ organization }) => {
      if (organization === undefined) return false
      const { host } = organization
      return [`https://${host}`, `https://${host.replace('.crm', '.api.crm')}`].includes(address)
    }),
  )
}

function plain(identifier: string): string {
  return identifier.toLowerCase().replace(/\/+$/, '')
}
