import { type FlowConnectionReference, normaliseConnectionReferences } from '@sevenstep/flow-templates'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { TenantState } from '../../state/emulator-state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { connectionMissing, findConnection } from '../connections/find-connection.ts'
import { roleOf } from '../shared/permissions.ts'
import type { FlowState } from '../state.ts'
import { connectorsRefusal } from './connectors-refusal.ts'

/** What it takes to judge whether a flow can be turned on. */
export interface Activation {
  readonly tenant: TenantState
  readonly environment: EnvironmentState
  readonly flow: Pick<FlowState, 'name' | 'displayName' | 'connectionReferences' | 'creator'>
}

/**
 * What keeps one of "My flows" from being turned on: a connection that is missing, unknown, not shared with the owner
 * or not signed in; a data policy; the owner's licence.
 */
function activationFailure(activation: Activation): EmulatedFailure | undefined {
  const references = normaliseConnectionReferences(activation.flow.connectionReferences)
  for (const reference of references) {
    const failure = connectionFailure(activation, reference)
    if (failure !== undefined) return failure
  }
  const connectors = references.flatMap(({ apiName }) => apiName ?? [])
  const refusal = connectorsRefusal({ ...activation, owner: activation.flow.creator, connectors })
  return refusal === undefined ? undefined : new EmulatedFailure(refusal.status, refusal.code, refusal.message)
}

/** @throws EmulatedFailure where the flow cannot be turned on. */
export function demandActivation(activation: Activation): void {
  const failure = activationFailure(activation)
  if (failure !== undefined) throw failure
}

function connectionFailure(
  { tenant, environment, flow }: Activation,
  { key, source, apiName = '', connectionName }: FlowConnectionReference,
): EmulatedFailure | undefined {
  // Whoever runs the flow brings their own.
  if (source === 'invoker') return undefined
  if (connectionName === undefined || connectionName === '') {
    return new EmulatedFailure(
      400,
      'XrmConnectionReferenceMissingConnection',
      `Connection Id missing for connection reference logical name '${key}'.`,
    )
  }
  const connection = findConnection(environment, apiName, connectionName)
  if (connection === undefined) return connectionMissing(apiName, connectionName)
  if (roleOf(connection, flow.creator, tenant.tenantId) === undefined) {
    return new EmulatedFailure(
      403,
      'ConnectionAuthorizationFailed',
      `The caller object id is '${flow.creator}'. Connection '${connectionName}' to '${apiName}' cannot be used to activate this flow, either because this is not a valid connection or because it is not a connection you have access permission for. Either replace the connection with a valid connection you can access or have the connection owner activate the flow, so the connection is shared with you in the context of this flow.`,
    )
  }
  if (connection.status === 'connected') return undefined
  return new EmulatedFailure(
    400,
    'ConnectionUnauthenticated',
    `The connection '${connectionName}' to '${apiName}' is not authenticated.`,
  )
}
