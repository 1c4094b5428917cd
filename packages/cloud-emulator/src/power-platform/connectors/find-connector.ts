import type { Caller } from '../../operation/caller.ts'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { type Asking, administers } from '../shared/environment-of.ts'
import { roleOf } from '../shared/permissions.ts'
import type { ConnectorState } from '../state.ts'
import { type BuiltInConnector, builtInConnectors } from './built-in-connectors.ts'

/** A connector of an environment: one of Microsoft's, or a custom one. */
export type FoundConnector =
  | { readonly kind: 'built-in'; readonly connector: BuiltInConnector }
  | { readonly kind: 'custom'; readonly connector: ConnectorState }

/** The connector of that name, whoever asks. */
export function findConnector({ connectors }: EnvironmentState, name: string): FoundConnector | undefined {
  const custom =
    connectors[name] ?? Object.values(connectors).find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (custom !== undefined) return { kind: 'custom', connector: custom }
  const builtIn = builtInConnectors.get(name.toLowerCase())
  return builtIn && { kind: 'built-in', connector: builtIn }
}

/** @throws EmulatedFailure where there is no such connector, or it is not shared with the caller. */
export function connectorFor(asking: Asking, environment: EnvironmentState, name: string): FoundConnector {
  const found = findConnector(environment, name)
  if (found === undefined || (found.kind === 'custom' && !mayUse(asking, environment, found.connector))) {
    throw connectorMissing(name)
  }
  return found
}

/** A custom connector that the caller may change. */
export function ownConnector(asking: Asking, environment: EnvironmentState, name: string): ConnectorState {
  const found = connectorFor(asking, environment, name)
  if (found.kind === 'built-in') {
    throw new EmulatedFailure(403, 'Forbidden', `The connector '${name}' is not a custom one.`)
  }
  const role = roleOf(found.connector, asking.caller.objectId, asking.tenant.tenantId)
  if (role !== 'Owner' && role !== 'CanEdit' && !administers(asking, environment)) {
    throw new EmulatedFailure(403, 'Forbidden', `The caller does not have permission to edit the connector '${name}'.`)
  }
  return found.connector
}

/** Whether somebody sees a custom connector: its makers, those it is shared with, and administrators. */
export function mayUse(asking: Asking, environment: EnvironmentState, connector: ConnectorState): boolean {
  return (
    roleOf(connector, objectId(asking.caller), asking.tenant.tenantId) !== undefined || administers(asking, environment)
  )
}

/** The refusal for a connector that is not there. */
export function connectorMissing(name: string): EmulatedFailure {
  return new EmulatedFailure(404, 'ApiResourceNotFound', `The API '${name}' could not be found in the environment.`)
}

function objectId({ objectId: id }: Caller): string {
  return id
}
