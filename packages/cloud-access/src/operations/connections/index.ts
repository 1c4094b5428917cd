import type { Operation } from '../operation.ts'
import { adminListConnections } from './admin-connections.ts'
import { listConnectionPermissions, modifyConnectionPermissions } from './connection-permissions.ts'
import { confirmConsentCode, getConsentLink } from './consent-link.ts'
import { createConnection, deleteConnection, getConnection, listConnections } from './maker-connections.ts'
import {
  platformCreateConnection,
  platformDeleteConnection,
  platformGetConnection,
  platformListConnections,
} from './platform-connections.ts'
import { platformListConnectionPermissions, platformModifyConnectionPermissions } from './platform-permissions.ts'

export { connectionBody, connectionResource } from './connection-resource.ts'

export {
  adminListConnections,
  confirmConsentCode,
  createConnection,
  deleteConnection,
  getConnection,
  getConsentLink,
  listConnectionPermissions,
  listConnections,
  modifyConnectionPermissions,
  platformCreateConnection,
  platformDeleteConnection,
  platformGetConnection,
  platformListConnectionPermissions,
  platformListConnections,
  platformModifyConnectionPermissions,
}

/** Every operation of connections. */
export const connectionOperations: readonly Operation[] = [
  adminListConnections,
  listConnectionPermissions,
  modifyConnectionPermissions,
  getConsentLink,
  confirmConsentCode,
  listConnections,
  getConnection,
  createConnection,
  deleteConnection,
  platformListConnections,
  platformGetConnection,
  platformCreateConnection,
  platformDeleteConnection,
  platformListConnectionPermissions,
  platformModifyConnectionPermissions,
]
