import {
  adminListConnections,
  confirmConsentCode,
  createConnection,
  deleteConnection,
  getConnection,
  getConsentLink,
  listConnectionPermissions,
  listConnections,
  modifyConnectionPermissions,
} from '@sevenstep/cloud-access/operations'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { answerOperation, type EmulatedCall } from '../../operation/emulated-operation.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { environmentInFilter, environmentNamed } from '../shared/environment-of.ts'
import { pageOf } from '../shared/page.ts'
import { regionalHosts } from '../shared/regional-host.ts'
import type { ConnectionState } from '../state.ts'
import { openConsent } from './consent.ts'
import { connectionFor, mayUseConnection } from './find-connection.ts'
import { permissionsOf, removeConnection, shareConnection } from './manage-connection.ts'
import { presentConnection } from './present-connection.ts'
import { writeConnection } from './write-connection.ts'

/** Connections as makers reach them through the Power Apps API. */
export const connectionAnswers = [
  answerOperation(listConnections, (call) => {
    const environment = environmentInFilter(call, call.input.query.$filter)
    const connections = Object.values(environment.connections).filter((connection) =>
      mayUseConnection(call, environment, connection),
    )
    return connectionPage(call, environment, connections)
  }),
  answerOperation(adminListConnections, (call) => {
    const environment = environmentNamed(call, call.input.path.environment, 'administer')
    return connectionPage(call, environment, Object.values(environment.connections))
  }),
  answerOperation(getConnection, (call) => {
    const environment = environmentInFilter(call, call.input.query.$filter)
    const connection = connectionFor(call, environment, call.input.path)
    return { status: 200, body: presentConnection(call, environment, connection) }
  }),
  answerOperation(createConnection, (call) => {
    const environment = environmentInFilter(call, call.input.query.$filter)
    const { connection, isNew } = writeConnection(call, environment, call.input.path, call.input.body.properties)
    return { status: isNew ? 201 : 200, body: presentConnection(call, environment, connection) }
  }),
  answerOperation(deleteConnection, (call) => {
    const environment = environmentInFilter(call, call.input.query.$filter)
    removeConnection(call, environment, connectionFor(call, environment, call.input.path))
    return { status: 200, body: {} }
  }),
  answerOperation(listConnectionPermissions, (call) => {
    const environment = environmentInFilter(call, call.input.query.$filter)
    const connection = connectionFor(call, environment, call.input.path)
    return { status: 200, body: { value: permissionsOf(call, connection) } }
  }),
  answerOperation(modifyConnectionPermissions, (call) => {
    const environment = environmentInFilter(call, call.input.query.$filter)
    const connection = connectionFor(call, environment, call.input.path)
    return { status: 200, body: shareConnection(call, connection, call.input.body) }
  }),
  answerOperation(
    getConsentLink,
    (call) => {
      const { connector, connection: name } = call.input.path
      const environment =
        call.input.query?.$filter === undefined
          ? environmentWith(call.tenant.environments, name)
          : environmentInFilter(call, call.input.query.$filter)
      const connection = connectionFor(call, environment, { connector, connection: name })
      const link = openConsent(connection, call.caller.objectId, call.input.body.redirectUrl, call.clock.now())
      return { status: 200, body: { consentLink: call.reachable(link) } }
    },
    {
      differences: ['The page behind the link asks which account of the tenant signs in; no other service is called.'],
    },
  ),
  answerOperation(confirmConsentCode, (call) => {
    const { connector, connection: name } = call.input.path
    const environment = environmentWith(call.tenant.environments, name)
    const connection = connectionFor(call, environment, { connector, connection: name })
    if (!Object.hasOwn(connection.consentCodes, call.input.body.code)) {
      throw new EmulatedFailure(400, 'InvalidConsentCode', 'The consent code is not valid or has been used.')
    }
    delete connection.consentCodes[call.input.body.code]
    return { status: 200, body: {} }
  }),
]

function connectionPage(
  call: Pick<EmulatedCall, 'tenant' | 'clock' | 'reachable' | 'url'>,
  environment: EnvironmentState,
  connections: readonly ConnectionState[],
) {
  const present = (connection: ConnectionState) => presentConnection(call, environment, connection)
  return { status: 200, body: pageOf(call, connections, { host: regionalHosts(environment).powerApps, present }) }
}

/** These requests need not name the environment; ids of connections are their own anywhere. */
function environmentWith<Environment extends { connections: Record<string, unknown> }>(
  environments: Readonly<Record<string, Environment>>,
  connection: string,
): Environment {
  const all = Object.values(environments)
  const environment = all.find(({ connections }) => Object.hasOwn(connections, connection.toLowerCase())) ?? all[0]
  if (environment === undefined)
    throw new EmulatedFailure(404, 'ConnectionNotFound', `Could not find connection '${connection}'.`)
  return environment
}
