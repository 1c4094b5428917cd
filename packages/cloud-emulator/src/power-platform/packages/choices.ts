import type { TenantState } from '../../state/emulator-state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { findConnection } from '../connections/find-connection.ts'
import { findConnector } from '../connectors/find-connector.ts'
import { roleOf } from '../shared/permissions.ts'

/** One resource as whoever imports sends it. */
export interface ChosenResource {
  readonly type: string
  readonly id?: string | null | undefined
  readonly name?: string | null | undefined
  readonly selectedCreationType?: string | undefined
  readonly suggestedCreationType?: string | undefined
  readonly details?: { readonly displayName?: string | undefined } | undefined
  readonly dependsOn?: readonly string[] | undefined
}

/** Why a choice cannot be carried out. */
export interface ChoiceError {
  readonly code: string
  readonly message: string
}

/** Whose choices they are, and where they are to be carried out. */
export interface Choosing {
  readonly tenant: TenantState
  readonly environment: EnvironmentState
  readonly objectId: string
}

/** What is wrong with the choice for one resource. */
export function choiceError(
  choosing: Choosing,
  resources: Readonly<Record<string, ChosenResource>>,
  key: string,
): ChoiceError | undefined {
  const resource = resources[key]
  switch (resource?.type) {
    case 'Microsoft.Flow/flows':
      return flowError(choosing, resource)
    case 'Microsoft.PowerApps/apis':
      return connectorError(choosing, resource)
    case 'Microsoft.PowerApps/apis/connections':
      return connectionError(choosing, resource, connectorOf(resources, resource))
    default:
      return {
        code: 'UnsupportedResourceType',
        message: `The resource type '${resource?.type ?? ''}' is not supported.`,
      }
  }
}

/** The bare name at the end of an id. */
export function nameIn(id: string | null | undefined): string | undefined {
  return id?.slice(id.lastIndexOf('/') + 1) || undefined
}

/** The connector that a connection of the package belongs to, as it was chosen. */
export function connectorOf(
  resources: Readonly<Record<string, ChosenResource>>,
  { dependsOn = [] }: ChosenResource,
): string | undefined {
  const api = dependsOn.map((key) => resources[key]).find((one) => one?.type === 'Microsoft.PowerApps/apis')
  return nameIn(api?.id) ?? api?.name ?? undefined
}

function flowError(
  { environment }: Choosing,
  { selectedCreationType, id, details }: ChosenResource,
): ChoiceError | undefined {
  switch (selectedCreationType) {
    case 'New':
      if (details?.displayName) return undefined
      return { code: 'ResourceNameMissing', message: 'A new flow needs a name.' }
    case 'Update':
      if (environment.flows[nameIn(id) ?? ''] !== undefined) return undefined
      return { code: 'FlowNotFound', message: `The flow to update, '${id ?? ''}', was not found.` }
    case 'Existing':
      return undefined
    default:
      return { code: 'ResourceNotSelected', message: 'Whether the flow is new or updates one has to be chosen.' }
  }
}

function connectorError({ environment }: Choosing, { id, name }: ChosenResource): ChoiceError | undefined {
  const wanted = nameIn(id) ?? name ?? undefined
  if (wanted === undefined) {
    return { code: 'ResourceNotSelected', message: 'Which custom connector is meant has to be chosen.' }
  }
  if (findConnector(environment, wanted) !== undefined) return undefined
  return { code: 'ApiResourceNotFound', message: `The API '${wanted}' could not be found in the environment.` }
}

function connectionError(
  { tenant, environment, objectId }: Choosing,
  { id }: ChosenResource,
  connector: string | undefined,
): ChoiceError | undefined {
  const [, idConnector, name] = /\/apis\/([^/]+)\/connections\/([^/]+)$/i.exec(id ?? '') ?? []
  if (idConnector === undefined || name === undefined) {
    return { code: 'ResourceNotSelected', message: 'Which connection is used has to be chosen.' }
  }
  const connection = findConnection(environment, idConnector, name)
  if (connection === undefined) {
    return { code: 'ConnectionNotFound', message: `Could not find connection '${name}' for API '${idConnector}'.` }
  }
  if (connector !== undefined && connection.connector.toLowerCase() !== connector.toLowerCase()) {
    return { code: 'ConnectionOfOtherApi', message: `The connection '${name}' is not of the API '${connector}'.` }
  }
  if (roleOf(connection, objectId, tenant.tenantId) !== undefined) return undefined
  return {
    code: 'ConnectionAuthorizationFailed',
    message: `The caller with object id '${objectId}' may not use the connection '${name}'.`,
  }
}
