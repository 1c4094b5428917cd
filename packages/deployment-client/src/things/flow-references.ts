import { isList, isObject, type Json, type JsonObject } from '../model/content.ts'
import type { FlowReference } from '../model/wanted.ts'
import { shownConnectorId, type Workbench } from './driver.ts'

const apiPrefix = '/providers/Microsoft.PowerApps/apis/'

/** References in the form of solutions: through connection references of the database. */
export async function solutionReferences(references: readonly FlowReference[], bench: Workbench): Promise<JsonObject> {
  const entries = references.map(async (reference) => {
    const { key, logicalName, source } = reference
    const name = await connectorOf(reference, bench)
    return [key, { runtimeSource: source, connection: { connectionReferenceLogicalName: logicalName }, api: { name } }]
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** References in the form of a person's own flows: straight to connections. */
export async function ownReferences(references: readonly FlowReference[], bench: Workbench): Promise<JsonObject> {
  const entries = references.map(async (reference) => {
    const { key, connection, source } = reference
    const id = `${apiPrefix}${await connectorOf(reference, bench)}`
    const connectionName = connection?.id ?? ''
    return [key, { connectionName, source: source === 'invoker' ? 'Invoker' : 'Embedded', id }]
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** The definition with the connectors of this tenant: a custom connector has another id in each. */
export async function definitionHere(
  definition: JsonObject,
  references: readonly FlowReference[],
  bench: Workbench,
): Promise<JsonObject> {
  const renamed = new Map<string, string>()
  for (const reference of references) {
    const id = await connectorOf(reference, bench)
    if (id !== reference.packagedConnector) renamed.set(reference.packagedConnector.toLowerCase(), id)
  }
  if (renamed.size === 0) return definition
  const here = rename(definition, renamed)
  return isObject(here) ? here : definition
}

async function connectorOf({ connection, packagedConnector }: FlowReference, bench: Workbench): Promise<string> {
  return connection === undefined ? packagedConnector : shownConnectorId(connection.connector, bench)
}

/** Only whole values that name the connector are changed: its bare name, or its id. */
function rename(value: Json, renamed: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') {
    const name = value.toLowerCase().startsWith(apiPrefix.toLowerCase()) ? value.slice(apiPrefix.length) : value
    const here = renamed.get(name.toLowerCase())
    return here === undefined ? value : value.slice(0, value.length - name.length) + here
  }
  if (isList(value)) return value.map((one) => rename(one, renamed))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rename(one, renamed)]))
}
