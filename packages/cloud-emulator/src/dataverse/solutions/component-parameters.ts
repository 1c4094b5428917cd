import { componentParameter } from '@sevenstep/cloud-access/operations'
import type { SolutionPackage } from '@sevenstep/flow-templates'
import { connectionNamed, mayShare } from '../flows/flow-activation.ts'
import { type OrganizationCall, objectIdOf } from '../rows/organization-call.ts'
import { SolutionFailure } from './solution-failure.ts'

/** What comes with an import for this organisation: connections by reference, values by variable. */
export interface ImportBindings {
  /** Connection id by logical name of the connection reference. */
  readonly connections: ReadonlyMap<string, string>
  /** Value by schema name of the variable. */
  readonly values: ReadonlyMap<string, string>
}

/**
 * Reads `ComponentParameters` and checks each connection: it exists, belongs to the reference's connector, and the
 * importing user owns it or has it with the right to share.
 *
 * Source: the text about sharing is from public threads; the codes are ours, as none was found.
 *
 * @throws SolutionFailure that names the connection.
 */
export function importBindings(call: OrganizationCall, solution: SolutionPackage, parameters: unknown): ImportBindings {
  const connections = new Map<string, string>()
  const values = new Map<string, string>()
  for (const given of Array.isArray(parameters) ? parameters : []) {
    const parsed = componentParameter.safeParse(given)
    if (!parsed.success) continue
    const parameter = parsed.data
    if (typeof parameter.connectionreferencelogicalname === 'string' && typeof parameter.connectionid === 'string') {
      const name = parameter.connectionreferencelogicalname
      if (parameter.connectionid !== '') {
        checkConnection(call, solution, name, parameter.connectionid)
        connections.set(name, parameter.connectionid)
      }
    } else if (typeof parameter.schemaname === 'string' && typeof parameter.value === 'string') {
      values.set(parameter.schemaname, parameter.value)
    }
  }
  return { connections, values }
}

function checkConnection(call: OrganizationCall, solution: SolutionPackage, name: string, connectionId: string) {
  const reference = solution.connectionReferences.find(({ logicalName }) => logicalName === name)
  if (reference === undefined) return
  const connection = connectionNamed(call.environment, connectionId)
  if (connection === undefined) {
    throw new SolutionFailure(
      '0x80040216',
      `Connection '${connectionId}' for the connection reference '${name}' was not found. A connection id stands alone, without the connector's name in front of it.`,
    )
  }
  // The connector of a custom connection reference has another name in every environment.
  if (reference.customConnectorId === undefined && connection.connector !== reference.apiName) {
    throw new SolutionFailure(
      '0x80040216',
      `Connection '${connectionId}' is to '${connection.connector}', but the connection reference '${name}' is for '${reference.apiName}'.`,
    )
  }
  const objectId = objectIdOf(call.organization, call.user)
  if (!mayShare(connection, objectId)) {
    throw new SolutionFailure(
      '0x80040216',
      `Error calling /modifyPermissionsForServicePrincipal, StatusCode: Forbidden, please verify that user ${objectId} has at least Can use + share Permission on connection ${connectionId}`,
    )
  }
}
