import type { createConnection, InputOf } from '@sevenstep/cloud-access/operations'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { type ParameterSet, parameterSetsOf } from '../connectors/connection-parameters.ts'
import { connectorFor } from '../connectors/find-connector.ts'
import type { Writing } from '../connectors/write-connector.ts'
import type { Asking } from '../shared/environment-of.ts'
import { moment } from '../shared/moment.ts'
import { roleOf } from '../shared/permissions.ts'
import type { ConnectionState } from '../state.ts'
import { connectionNotShared, findConnection } from './find-connection.ts'

/** `properties` of what is written. */
type Written = InputOf<typeof createConnection>['body']['properties']

/**
 * Makes a connection under the id the caller chose, or writes it anew as a whole. Secrets are noted, not kept.
 *
 * @throws EmulatedFailure where the connector is missing, values are, or the connection is somebody else's.
 */
export function writeConnection(
  call: Writing & Asking,
  environment: EnvironmentState,
  place: { readonly connector: string; readonly connection: string },
  written: Written,
): { readonly connection: ConnectionState; readonly isNew: boolean } {
  const found = connectorFor(call, environment, place.connector)
  demandName(place.connection)
  const known = findConnection(environment, found.connector.name, place.connection)
  if (known !== undefined) demandEditor(call, known)
  const set = chosenSet(parameterSetsOf(found), written)
  const given = valuesOf(written)
  const stored = demandValues(set, given, known)
  const now = moment(call.clock.now())
  const signsIn = set.parameters.some(({ signIn }) => signIn)
  const shown = Object.fromEntries(Object.entries(given).filter(([name]) => isShown(set, name)))
  const connection: ConnectionState = {
    permissions: [],
    consentCodes: {},
    ...known,
    name: known?.name ?? place.connection.toLowerCase(),
    connector: found.connector.name,
    displayName: written.displayName ?? known?.displayName ?? found.connector.displayName,
    status: signsIn && known?.status !== 'connected' ? 'unauthenticated' : 'connected',
    parameters: set.name === undefined ? shown : {},
    secretsStored: stored,
    createdBy: known?.createdBy ?? call.caller.objectId,
    createdTime: known?.createdTime ?? now,
    lastModifiedTime: now,
  }
  if (set.name === undefined) delete connection.parameterSet
  else {
    const values = Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, { value }]))
    connection.parameterSet = { name: set.name, values }
  }
  environment.connections[connection.name] = connection
  return { connection, isNew: known === undefined }
}

function demandName(name: string): void {
  if (/^[a-z0-9][a-z0-9-]{0,127}$/i.test(name)) return
  throw new EmulatedFailure(400, 'InvalidConnectionName', `The connection name '${name}' is not valid.`)
}

function demandEditor({ caller, tenant }: Asking, connection: ConnectionState): void {
  const role = roleOf(connection, caller.objectId, tenant.tenantId)
  if (role !== 'Owner' && role !== 'CanEdit') throw connectionNotShared(connection, caller.objectId)
}

function chosenSet(sets: readonly ParameterSet[], written: Written): ParameterSet {
  const asked = written.connectionParametersSet?.name
  const set = asked === undefined ? sets[0] : sets.find(({ name }) => name === asked)
  if (set !== undefined) return set
  throw invalid(`The connector has no connection parameter set '${asked}'.`)
}

/** Values by parameter. In a set each stands in an object of its own: `{"token": {"value": …}}`. */
function valuesOf(written: Written): Record<string, unknown> {
  const set = written.connectionParametersSet
  if (set === undefined) return { ...written.connectionParameters }
  return Object.fromEntries(
    Object.entries(set.values ?? {}).map(([name, wrapped]) => [
      name,
      typeof wrapped === 'object' && wrapped !== null ? Reflect.get(wrapped, 'value') : wrapped,
    ]),
  )
}

/** Names of secret parameters that have a value now. */
function demandValues({ parameters }: ParameterSet, given: Record<string, unknown>, known?: ConnectionState): string[] {
  const has = (name: string) => given[name] !== undefined && given[name] !== ''
  const stored = (name: string) => known?.secretsStored.includes(name) ?? false
  const missing = parameters.filter(({ name, required, signIn, secret }) => {
    return required && !signIn && !has(name) && !(secret && stored(name))
  })
  if (missing.length > 0) {
    throw invalid(`These connection parameters are required: ${missing.map(({ name }) => `'${name}'`).join(', ')}.`)
  }
  return parameters.filter(({ name, secret }) => secret && (has(name) || stored(name))).map(({ name }) => name)
}

function isShown({ parameters }: ParameterSet, name: string): boolean {
  // What the connector does not describe could be anything, a secret too.
  return parameters.some((parameter) => parameter.name === name && !parameter.secret && !parameter.signIn)
}

function invalid(message: string): EmulatedFailure {
  return new EmulatedFailure(400, 'InvalidConnectionParameters', message)
}
