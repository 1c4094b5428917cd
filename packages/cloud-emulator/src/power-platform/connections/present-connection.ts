import type { EnvironmentState } from '../../state/environment-state.ts'
import { parameterSetsOf } from '../connectors/connection-parameters.ts'
import { findConnector } from '../connectors/find-connector.ts'
import {
  connectorId,
  environmentReference,
  iconOf,
  type Presenting,
  runtimeUrl,
} from '../connectors/present-connector.ts'
import { moment } from '../shared/moment.ts'
import { namePrincipal } from '../shared/principals.ts'
import type { ConnectionState } from '../state.ts'

/** A connection as both planes give it; secret parameters are not in it. */
export function presentConnection({ tenant }: Presenting, environment: EnvironmentState, connection: ConnectionState) {
  const { name, connector, displayName, createdBy, createdTime, lastModifiedTime, accountName, parameterSet } =
    connection
  const found = findConnector(environment, connector)
  const signsIn =
    found !== undefined && parameterSetsOf(found).some(({ parameters }) => parameters.some(({ signIn }) => signIn))
  return {
    name,
    id: connectionId(connection),
    type: 'Microsoft.PowerApps/apis/connections',
    properties: {
      apiId: connectorId(connector),
      displayName,
      iconUri: iconOf(connector),
      statuses: statusesOf(connection),
      ...(parameterSet === undefined
        ? { connectionParameters: connection.parameters }
        : { connectionParametersSet: parameterSet }),
      keywordsRemaining: 0,
      createdBy: namePrincipal(tenant, createdBy),
      createdTime: moment(createdTime),
      lastModifiedTime: moment(lastModifiedTime),
      testLinks: [{ requestUri: `${runtimeUrl(connector, environment)}/${name}/`, method: 'get' }],
      environment: environmentReference(environment),
      ...(accountName === undefined ? {} : { accountName }),
      allowSharing: !signsIn,
    },
  }
}

/** Id of a connection. */
export function connectionId({ connector, name }: Pick<ConnectionState, 'connector' | 'name'>): string {
  return `${connectorId(connector)}/connections/${name}`
}

function statusesOf({ status }: ConnectionState) {
  if (status === 'connected') return [{ status: 'Connected' }]
  const error =
    status === 'unauthenticated'
      ? { code: 'Unauthenticated', message: 'This connection is not authenticated.' }
      : { code: 'Unauthorized', message: 'Failed to refresh the access token of the connection.' }
  return [{ status: 'Error', target: 'token', error }]
}
