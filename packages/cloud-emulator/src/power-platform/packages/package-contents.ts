import { normaliseConnectionReferences } from '@sevenstep/flow-templates'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { findConnection } from '../connections/find-connection.ts'
import { connectionId } from '../connections/present-connection.ts'
import { findConnector } from '../connectors/find-connector.ts'
import { connectorId, iconOf } from '../connectors/present-connector.ts'
import type { FlowRecord } from '../flows/flow-record.ts'

/** One thing in a package, as listings and manifests write it. */
export interface ListedResource {
  id: string
  name: string
  readonly type: string
  readonly creationType?: string
  readonly details: { readonly displayName: string; readonly iconUri?: string }
  readonly configurableBy: 'User' | 'System'
  readonly hierarchy: 'Root' | 'Child'
  readonly dependsOn: readonly string[]
}

/** What the package of a flow holds, and which of it each of the flow's connection references means. */
export interface PackageContents {
  /** By key: the upper-cased id in base64. */
  readonly resources: Readonly<Record<string, ListedResource>>
  readonly flow: string
  readonly references: Readonly<Record<string, { readonly api: string; readonly connection: string }>>
}

/** Lists what the package of a flow would hold: the flow, the connectors it uses, and its connections. */
export function packageContents(environment: EnvironmentState, record: FlowRecord): PackageContents {
  const resources: Record<string, ListedResource> = {}
  const references: Record<string, { api: string; connection: string }> = {}
  const add = (resource: ListedResource) => {
    const key = keyOf(resource.id)
    resources[key] = resource
    return key
  }
  for (const { key, apiName = '', connectionName = '' } of normaliseConnectionReferences(record.connectionReferences)) {
    const api = add(connectorResource(environment, apiName))
    const connection = add(connectionResource(environment, apiName, connectionName, api))
    references[key] = { api, connection }
  }
  const flow = add({
    id: `/providers/Microsoft.Flow/flows/${record.name}`,
    name: record.name,
    type: 'Microsoft.Flow/flows',
    creationType: 'Existing, New, Update',
    details: { displayName: record.displayName },
    configurableBy: 'User',
    hierarchy: 'Root',
    dependsOn: Object.values(references).flatMap(({ api, connection }) => [api, connection]),
  })
  return { resources, flow, references }
}

/** The key of a resource in a listing. */
export function keyOf(id: string): string {
  return Buffer.from(id.toUpperCase()).toString('base64')
}

function connectorResource(environment: EnvironmentState, name: string): ListedResource {
  const found = findConnector(environment, name)
  const custom = found?.kind === 'custom'
  return {
    id: connectorId(name),
    name,
    type: 'Microsoft.PowerApps/apis',
    ...(custom ? { creationType: 'Existing' } : {}),
    details: { displayName: found?.connector.displayName ?? name, iconUri: iconOf(name) },
    configurableBy: custom ? 'User' : 'System',
    hierarchy: 'Child',
    dependsOn: [],
  }
}

function connectionResource(
  environment: EnvironmentState,
  connector: string,
  name: string,
  api: string,
): ListedResource {
  const connection = findConnection(environment, connector, name)
  return {
    id: connectionId({ connector, name }),
    name,
    type: 'Microsoft.PowerApps/apis/connections',
    creationType: 'Existing',
    details: { displayName: connection?.accountName ?? connection?.displayName ?? name, iconUri: iconOf(connector) },
    configurableBy: 'User',
    hierarchy: 'Child',
    dependsOn: [api],
  }
}
