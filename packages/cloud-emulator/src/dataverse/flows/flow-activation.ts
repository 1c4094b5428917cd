import { type FlowConnectionReference, normaliseConnectionReferences } from '@sevenstep/flow-templates'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { type ConnectorsRefusal, connectorsRefusal } from '../../power-platform/flows/connectors-refusal.ts'
import type { ConnectionState } from '../../power-platform/state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { type OrganizationCall, objectIdOf } from '../rows/organization-call.ts'
import { rowWhere } from '../rows/row-store.ts'
import type { Row } from '../state.ts'
import { childFlowRefusal, variableRefusal } from './definition-refusals.ts'

/** Why the Flow service does not turn a flow on. */
export interface ActivationRefusal {
  readonly status: 400 | 403
  readonly code:
    | 'XrmConnectionReferenceMissingConnection'
    | 'ConnectionAuthorizationFailed'
    | 'ConnectionUnauthenticated'
    | 'XrmEnvironmentVariableAttributeNotFound'
    | 'ChildFlowNeverPublished'
    | 'MultipleErrorsOccurred'
    | 'InvalidTemplate'
    | ConnectorsRefusal['code']
  readonly message: string
  /** The refusals that one refusal sums up. */
  readonly details?: readonly { readonly code: string; readonly message: string }[]
}

/** Finds what keeps a flow of a solution from being turned on by the user who acts; nothing where it may be. */
export function activationRefusal(call: OrganizationCall, flow: Row): ActivationRefusal | undefined {
  const clientData = clientDataOf(flow)
  if (clientData?.definition === undefined) {
    return { status: 400, code: 'InvalidTemplate', message: 'The flow has no definition.' }
  }
  const references = normaliseConnectionReferences(clientData.connectionReferences)
  for (const reference of references) {
    const refusal = connectionRefusal(call, reference)
    if (refusal !== undefined) return refusal
  }
  const connectors = references.flatMap(({ apiName }) => apiName ?? [])
  return (
    variableRefusal(call.organization, clientData.definition) ??
    childFlowRefusal(call.organization, clientData.definition) ??
    connectorsRefusal({ ...call, owner: objectIdOf(call.organization, call.user), connectors })
  )
}

/** The same as Dataverse says it: the Flow service's refusal inside a text of its own. */
export function activationFailure({ status, ...error }: ActivationRefusal): EmulatedFailure {
  const words = status === 403 ? 'Forbidden' : 'BadRequest'
  const details = JSON.stringify({ error })
  return new EmulatedFailure(
    status,
    '0x80060467',
    `Flow client error returned with status code "${words}" and details "${details}".`,
  )
}

/** What the column `clientdata` holds; nothing where it is no JSON of a flow. */
export function clientDataOf(flow: Row) {
  try {
    // Checked right below: anything that is no object with properties gives nothing.
    const data = JSON.parse(String(flow.clientdata ?? '')) as {
      properties?: {
        definition?: Record<string, unknown>
        connectionReferences?: Parameters<typeof normaliseConnectionReferences>[0]
      }
    } | null
    return typeof data === 'object' && typeof data?.properties === 'object' ? data.properties : undefined
  } catch {
    return undefined
  }
}

function connectionRefusal(call: OrganizationCall, reference: FlowConnectionReference): ActivationRefusal | undefined {
  // The connection of whoever runs the flow is not known yet.
  if (reference.source === 'invoker') return undefined
  const row =
    reference.logicalName === undefined
      ? undefined
      : rowWhere(call.organization, 'connectionreference', 'connectionreferencelogicalname', reference.logicalName)
  const connectionName = row === undefined ? reference.connectionName : row.connectionid
  if (typeof connectionName !== 'string' || connectionName === '') {
    return {
      status: 400,
      code: 'XrmConnectionReferenceMissingConnection',
      message: `Connection Id missing for connection reference logical name '${reference.logicalName ?? reference.key}'.`,
    }
  }
  const objectId = objectIdOf(call.organization, call.user)
  const connection = connectionNamed(call.environment, connectionName)
  const connector =
    String(row?.connectorid ?? reference.apiId ?? '')
      .split('/')
      .at(-1) ?? ''
  if (connection?.connector === connector && mayUse(connection, objectId)) {
    return connection.status === 'connected' ? undefined : unauthenticated(connection)
  }
  return {
    status: 403,
    code: 'ConnectionAuthorizationFailed',
    message: `The caller object id is '${objectId}'. Connection '/providers/Microsoft.PowerApps/apis/${connector}/connections/${connectionName}' to '${connector}' cannot be used to activate this flow, either because this is not a valid connection or because it is not a connection you have access permission for. Either replace the connection with a valid connection you can access or have the connection owner activate the flow, so the connection is shared with you in the context of this flow.`,
  }
}

/** The code is a guess, as none was found; it is the one that the Flow plane answers with here. */
function unauthenticated({ name, connector }: ConnectionState): ActivationRefusal {
  const message = `The connection '${name}' to '${connector}' is not authenticated.`
  return { status: 400, code: 'ConnectionUnauthenticated', message }
}

/** A connection of the environment by its bare id. */
export function connectionNamed({ connections }: EnvironmentState, name: string): ConnectionState | undefined {
  return Object.hasOwn(connections, name) ? connections[name] : undefined
}

/** Whether a person or application may use a connection, by owning it or because it was shared. */
function mayUse(connection: ConnectionState, objectId: string): boolean {
  return connection.createdBy === objectId || rolesOn(connection, objectId).length > 0
}

/** Whether it may be passed on too (`Can use + share`), which an import needs. */
export function mayShare(connection: ConnectionState, objectId: string): boolean {
  return connection.createdBy === objectId || rolesOn(connection, objectId).some((role) => role !== 'CanView')
}

function rolesOn({ permissions }: ConnectionState, objectId: string) {
  return permissions
    .filter(({ principal, principalType }) => principal === objectId || principalType === 'Tenant')
    .map(({ roleName }) => roleName)
}
