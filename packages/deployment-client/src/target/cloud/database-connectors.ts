import { connectorRows } from '@sevenstep/cloud-access'
import { encodeDataverseName } from '@sevenstep/flow-templates'
import { type Json, type JsonObject, toJson } from '../../model/content.ts'
import type { ConnectorArea, ConnectorMaterial } from '../target.ts'
import { shownConnector, withClients } from './connector-body.ts'
import { atOrganization, type Organization } from './organization.ts'

/**
 * Custom connectors through the database, the way that takes an application. A row counts once the service has given it
 * the id by which connections know it.
 */
export function databaseConnectors(organization: Organization, others: ConnectorArea): ConnectorArea {
  const { calls } = organization
  const at = atOrganization(organization)
  const rowOf = async (id: string) => {
    const query = { $filter: `connectorinternalid eq '${id.replaceAll("'", "''")}'` }
    return (await calls.all(connectorRows.list, { query }, at))[0]
  }
  return {
    async list() {
      const rows = await calls.all(connectorRows.list, { query: { $filter: 'connectortype eq 1' } }, at)
      return rows.flatMap(({ connectorinternalid: id, displayname }) =>
        id ? [{ id, displayName: displayname ?? '' }] : [],
      )
    },
    async read(id) {
      const row = await rowOf(id)
      if (row === undefined) return undefined
      const displayName = row.displayname ?? ''
      const properties: JsonObject = {
        displayName,
        description: row.description ?? '',
        ...part('connectionParameters', row.connectionparameters),
        ...part('policyTemplateInstances', row.policytemplateinstances),
        ...part('scriptOperations', row.scriptoperations),
        ...(row.iconbrandcolor ? { iconBrandColor: row.iconbrandcolor } : {}),
      }
      const { definition } = part('definition', row.openapidefinition)
      const asObject =
        typeof definition === 'object' && definition !== null && !Array.isArray(definition) ? definition : undefined
      // Lists are no objects, which the line above has seen to.
      return { id, displayName, content: shownConnector(properties, asObject as JsonObject | undefined) }
    },
    has: (id) => others.has(id),
    async create(material) {
      const name = `new_${encodeDataverseName(material.displayName.toLowerCase())}`
      const body = { name, connectortype: 1, ...columns(material), displayname: material.displayName }
      await calls.call(connectorRows.create, { query: {}, body }, at)
      return name
    },
    async update(id, material) {
      const row = await rowOf(id)
      if (row === undefined) return
      const headers = { 'if-match': '*' }
      await calls.call(
        connectorRows.update,
        { path: { id: row.connectorid }, headers, query: {}, body: columns(material) },
        at,
      )
    },
    async remove(id) {
      const row = await rowOf(id)
      if (row !== undefined) await calls.remove(connectorRows.delete, { path: { id: row.connectorid } }, at)
    },
    validate: (material) => others.validate(material),
    sharing: others.sharing,
  }
}

function columns(material: ConnectorMaterial) {
  const { displayName, description, definition, properties, icon, script } = material
  const { iconBrandColor, policyTemplateInstances, scriptOperations } = properties
  return {
    displayname: displayName,
    description,
    openapidefinition: JSON.stringify(definition),
    connectionparameters: JSON.stringify(withClients(material) ?? {}),
    policytemplateinstances: JSON.stringify(policyTemplateInstances ?? []),
    scriptoperations: JSON.stringify(scriptOperations ?? []),
    ...(typeof iconBrandColor === 'string' && { iconbrandcolor: iconBrandColor }),
    ...(icon !== undefined && { iconblob: Buffer.from(icon.bytes).toString('base64') }),
    ...(script !== undefined && { customcodeblobcontent: script }),
  }
}

/** A column that holds JSON as text; what is none shows nothing. */
function part(name: string, text: string | null | undefined): { readonly [key: string]: Json } {
  if (text === null || text === undefined || text === '') return {}
  try {
    return { [name]: toJson(JSON.parse(text)) }
  } catch {
    return {}
  }
}
