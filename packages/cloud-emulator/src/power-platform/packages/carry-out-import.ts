import type { FlowConnectionReference, PackageFlow } from '@sevenstep/flow-templates'
import type { TenantState } from '../../state/emulator-state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { connectorId } from '../connectors/present-connector.ts'
import { makeFlow } from '../flows/write-flow.ts'
import { asJsonObject, type JsonValue } from '../shared/json-value.ts'
import { moment } from '../shared/moment.ts'
import type { PackagingOperationState } from '../state.ts'
import { type ChosenResource, choiceError, connectorOf, nameIn } from './choices.ts'
import { openPackage } from './read-import.ts'

/** An import whose time has come. */
export interface ImportWork {
  readonly tenant: TenantState
  readonly environment: EnvironmentState
  readonly operation: PackagingOperationState
  readonly now: Date
}

type Resources = Record<string, ChosenResource & { error?: { code: string; message: string } }>

/**
 * Makes or updates the package's flows as they were chosen. What cannot be done is written to the resource.
 *
 * @returns whether anything failed.
 */
export function carryOutImport(work: ImportWork): boolean {
  const { tenant, environment, operation } = work
  // Kept as it came in the request, whose schema is that of these resources.
  const resources = operation.resources as Resources
  const choosing = { tenant, environment, objectId: operation.startedBy }
  let failed = false
  for (const [key, resource] of Object.entries(resources)) {
    const error = choiceError(choosing, resources, key)
    if (error === undefined) continue
    failed = true
    resources[key] = { ...resource, error }
  }
  const begun = new Date(operation.plan.startsAt)
  const opened = openPackage(environment, operation.packageLink, begun)
  if (!opened.ok) {
    operation.errors.push({ code: opened.code, message: opened.message })
    return true
  }
  if (failed) return true
  for (const flow of opened.package.flows) {
    const resource = resources[flow.id]
    if (resource !== undefined) resources[flow.id] = importFlow(work, flow, resource, resources)
  }
  return false
}

function importFlow(
  work: ImportWork,
  flow: PackageFlow,
  resource: ChosenResource,
  resources: Resources,
): ChosenResource {
  const { tenant, environment, operation, now } = work
  if (resource.selectedCreationType === 'Existing') return resource
  const references = Object.fromEntries(
    flow.connectionReferences.map((one) => [one.key, boundReference(one, resources)]),
  )
  const definition = renamedConnectors(asJsonObject(flow.definition), flow.connectionReferences, resources)
  const displayName = resource.details?.displayName ?? flow.displayName
  if (resource.selectedCreationType === 'Update') {
    const known = environment.flows[nameIn(resource.id) ?? '']
    if (known === undefined) return resource
    Object.assign(known, { displayName, definition, connectionReferences: references, lastModifiedTime: moment(now) })
    return resource
  }
  const making = { tenant, clock: { now: () => now }, caller: { objectId: operation.startedBy } }
  const made = makeFlow(making, environment, { displayName, definition, connectionReferences: references })
  return { ...resource, id: `/providers/Microsoft.Flow/flows/${made.name}`, name: made.name }
}

/** A reference of the package with the connection that was chosen for it. */
function boundReference(
  { source, resources: keys, apiName, connectionName }: FlowConnectionReference,
  resources: Resources,
) {
  const chosen = keys?.connection === undefined ? undefined : resources[keys.connection]
  const connector = (chosen && connectorOf(resources, chosen)) ?? apiName ?? ''
  return {
    connectionName: nameIn(chosen?.id) ?? connectionName ?? '',
    source: source === 'invoker' ? 'Invoker' : 'Embedded',
    id: connectorId(connector),
  }
}

/** Custom connectors have another name in each environment; the definition is made to call the chosen one. */
function renamedConnectors(
  definition: Record<string, JsonValue>,
  references: readonly FlowConnectionReference[],
  resources: Resources,
): Record<string, JsonValue> {
  let text = JSON.stringify(definition)
  for (const { apiName, resources: keys } of references) {
    const api = keys?.api === undefined ? undefined : resources[keys.api]
    const chosen = nameIn(api?.id) ?? api?.name ?? undefined
    if (apiName === undefined || chosen === undefined || chosen === apiName) continue
    text = text.replaceAll(`"${connectorId(apiName)}"`, JSON.stringify(connectorId(chosen)))
  }
  return asJsonObject(JSON.parse(text))
}
