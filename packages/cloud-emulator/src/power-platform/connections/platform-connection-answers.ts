import {
  platformCreateConnection,
  platformDeleteConnection,
  platformGetConnection,
  platformListConnectionPermissions,
  platformListConnections,
  platformModifyConnectionPermissions,
} from '@sevenstep/cloud-access/operations'
import { answerOperation } from '../../operation/emulated-operation.ts'
import { environmentOfHost } from '../shared/environment-of.ts'
import { pageOf } from '../shared/page.ts'
import type { ConnectionState } from '../state.ts'
import { connectionFor, mayUseConnection } from './find-connection.ts'
import { permissionsOf, removeConnection, shareConnection } from './manage-connection.ts'
import { presentConnection } from './present-connection.ts'
import { writeConnection } from './write-connection.ts'

/** Connections through an environment's own host of the Power Platform API. */
export const platformConnectionAnswers = [
  answerOperation(platformListConnections, (call) => {
    const environment = environmentOfHost(call)
    const connections = Object.values(environment.connections).filter((connection) =>
      mayUseConnection(call, environment, connection),
    )
    const present = (connection: ConnectionState) => presentConnection(call, environment, connection)
    return { status: 200, body: pageOf(call, connections, { host: call.url.hostname, present }) }
  }),
  answerOperation(platformGetConnection, (call) => {
    const environment = environmentOfHost(call)
    const connection = connectionFor(call, environment, call.input.path)
    return { status: 200, body: presentConnection(call, environment, connection) }
  }),
  answerOperation(platformCreateConnection, (call) => {
    const environment = environmentOfHost(call)
    const { connection, isNew } = writeConnection(call, environment, call.input.path, call.input.body.properties)
    return { status: isNew ? 201 : 200, body: presentConnection(call, environment, connection) }
  }),
  answerOperation(platformDeleteConnection, (call) => {
    const environment = environmentOfHost(call)
    removeConnection(call, environment, connectionFor(call, environment, call.input.path))
    return { status: 200, body: {} }
  }),
  answerOperation(platformListConnectionPermissions, (call) => {
    const environment = environmentOfHost(call)
    const connection = connectionFor(call, environment, call.input.path)
    return { status: 200, body: { value: permissionsOf(call, connection) } }
  }),
  answerOperation(platformModifyConnectionPermissions, (call) => {
    const environment = environmentOfHost(call)
    const connection = connectionFor(call, environment, call.input.path)
    return { status: 200, body: shareConnection(call, connection, call.input.body) }
  }),
]
