import type { Operation } from '../operation.ts'
import { listConnectorPermissions, modifyConnectorPermissions } from './connector-permissions.ts'
import { createConnector } from './create-connector.ts'
import { deleteConnector } from './delete-connector.ts'
import { downloadConnectorDefinition } from './download-definition.ts'
import { generateConnectorStorage } from './generate-resource-storage.ts'
import { getConnector } from './get-connector.ts'
import { adminListConnectors, listConnectors } from './list-connectors.ts'
import { updateConnector } from './update-connector.ts'
import { validateConnectorDefinition } from './validate-definition.ts'

export { connectorBody, connectorResource } from './connector-resource.ts'

export {
  adminListConnectors,
  createConnector,
  deleteConnector,
  downloadConnectorDefinition,
  generateConnectorStorage,
  getConnector,
  listConnectorPermissions,
  listConnectors,
  modifyConnectorPermissions,
  updateConnector,
  validateConnectorDefinition,
}

/** Every operation of connectors. */
export const connectorOperations: readonly Operation[] = [
  listConnectorPermissions,
  modifyConnectorPermissions,
  createConnector,
  deleteConnector,
  downloadConnectorDefinition,
  generateConnectorStorage,
  getConnector,
  listConnectors,
  adminListConnectors,
  updateConnector,
  validateConnectorDefinition,
]
