import { wholly } from '../../dataverse/rows/organization-call.ts'
import { findRow } from '../../dataverse/rows/row-store.ts'
import { changeValues, discardRow } from '../../dataverse/rows/write-row.ts'
import type { Row } from '../../dataverse/state.ts'
import { connectorTable } from '../../dataverse/tables/component-tables.ts'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { EmulatedCall } from '../../operation/emulated-operation.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { asUser, organizationOf } from '../shared/organization-of.ts'
import type { ConnectorState } from '../state.ts'

type Writing = Pick<EmulatedCall, 'caller' | 'tenant' | 'clock' | 'planWork'>

/** Writes a changed connector into its row, where it came by solution, so that both planes tell the same. */
export function writeConnectorRow(
  call: Writing,
  environment: EnvironmentState,
  connector: ConnectorState,
): ConnectorState {
  const found = rowOf(call, environment, connector)
  if (found === undefined) return connector
  const { properties, definition, displayName, description, iconBrandColor } = connector
  const values: Row = {
    displayname: displayName,
    description,
    openapidefinition: JSON.stringify(definition),
    connectionparameters: JSON.stringify(properties.connectionParameters ?? {}),
    policytemplateinstances: JSON.stringify(properties.policyTemplateInstances ?? []),
    ...(iconBrandColor === undefined ? {} : { iconbrandcolor: iconBrandColor }),
  }
  wholly(found.organization, () => changeValues(found.organization, connectorTable, found.row, values))
  // Dataverse shows its own picture of the row; what the row does not have stays as it was written.
  const shown = { ...connector, ...environment.connectors[connector.name] }
  environment.connectors[connector.name] = shown
  return shown
}

/** @throws EmulatedFailure where a connector that came by a managed solution is to go alone. */
export function removeConnectorRow(call: Writing, environment: EnvironmentState, connector: ConnectorState): void {
  const found = rowOf(call, environment, connector)
  if (found === undefined) return
  if (found.row.ismanaged === true) {
    throw new EmulatedFailure(403, 'Forbidden', 'The connector belongs to a managed solution and goes only with it.')
  }
  wholly(found.organization, () => discardRow(found.organization, connectorTable, found.row))
}

function rowOf(call: Writing, environment: EnvironmentState, { connectorRow }: ConnectorState) {
  const without = connectorRow === undefined ? undefined : organizationOf(call, environment)
  const row = without && findRow(without.organization, connectorTable.name, connectorRow ?? '')
  return without === undefined || row === undefined ? undefined : { organization: asUser(without, call.caller), row }
}
