import type { EmulatedCall } from '../../operation/emulated-operation.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { type Asking, administers } from '../shared/environment-of.ts'
import {
  changePermissions,
  maySharePast,
  type PermissionChanges,
  presentPermissions,
  roleOf,
  sharingRefused,
} from '../shared/permissions.ts'
import type { ConnectionState } from '../state.ts'
import { connectionNotShared } from './find-connection.ts'
import { connectionId } from './present-connection.ts'

/** Removes a connection; only its owner, an editor or an administrator may. */
export function removeConnection(asking: Asking, environment: EnvironmentState, connection: ConnectionState): void {
  const role = roleOf(connection, asking.caller.objectId, asking.tenant.tenantId)
  if (role !== 'Owner' && role !== 'CanEdit' && !administers(asking, environment)) {
    throw connectionNotShared(connection, asking.caller.objectId)
  }
  delete environment.connections[connection.name]
}

/** Whom a connection is shared with. */
export function permissionsOf({ tenant }: Pick<EmulatedCall, 'tenant'>, connection: ConnectionState) {
  const type = '/providers/Microsoft.PowerApps/apis/connections/permissions'
  return presentPermissions(connection, tenant, connectionId(connection), type)
}

/** @throws EmulatedFailure where the caller may only use the connection. */
export function shareConnection(
  { caller, tenant }: Asking,
  connection: ConnectionState,
  changes: PermissionChanges | undefined,
) {
  if (!maySharePast(roleOf(connection, caller.objectId, tenant.tenantId))) throw sharingRefused('connection')
  return changePermissions(connection, changes, tenant)
}
