import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { type Asking, administers } from '../shared/environment-of.ts'
import { roleOf } from '../shared/permissions.ts'
import type { ConnectionState } from '../state.ts'

/** The connection of that connector and id, whoever asks. */
export function findConnection(
  { connections }: EnvironmentState,
  connector: string,
  name: string,
): ConnectionState | undefined {
  const connection = connections[name] ?? connections[name.toLowerCase()]
  return connection?.connector.toLowerCase() === connector.toLowerCase() ? connection : undefined
}

/**
 * A connection that the caller may use.
 *
 * @throws EmulatedFailure where there is none, or it is not shared with the caller.
 */
export function connectionFor(
  asking: Asking,
  environment: EnvironmentState,
  { connector, connection: name }: { readonly connector: string; readonly connection: string },
): ConnectionState {
  const connection = findConnection(environment, connector, name)
  if (connection === undefined) throw connectionMissing(connector, name)
  if (!mayUseConnection(asking, environment, connection)) {
    throw connectionNotShared(connection, asking.caller.objectId)
  }
  return connection
}

/** Whether the caller sees a connection: its owner, those it is shared with, and administrators. */
export function mayUseConnection(asking: Asking, environment: EnvironmentState, connection: ConnectionState): boolean {
  return (
    roleOf(connection, asking.caller.objectId, asking.tenant.tenantId) !== undefined || administers(asking, environment)
  )
}

/** The refusal for a connection that is not there. */
export function connectionMissing(connector: string, name: string): EmulatedFailure {
  return new EmulatedFailure(404, 'ConnectionNotFound', `Could not find connection '${name}' for API '${connector}'.`)
}

/** The refusal for a connection that somebody may not use. */
export function connectionNotShared({ name, connector }: ConnectionState, principal: string): EmulatedFailure {
  return new EmulatedFailure(
    403,
    'ConnectionAuthorizationFailed',
    `The caller with object id '${principal}' does not have the minimum required permission to perform the requested operation on connection '${name}' under API '${connector}'.`,
  )
}
