import { createHash } from 'node:crypto'
import { withoutSecrets } from '../../power-platform/connectors/connector-secrets.ts'
import type { ConnectorState } from '../../power-platform/state.ts'
import { type OrganizationCall, objectIdOf } from '../rows/organization-call.ts'
import { changeRow } from '../rows/row-store.ts'
import type { Row } from '../state.ts'
import { connectorTable } from '../tables/component-tables.ts'
import { bodyFailure } from '../web-api/web-api-failure.ts'
import type { TableBehaviour } from './table-behaviour.ts'

/** Not a column of the table, so it is never shown. */
const secretMark = 'clientsecretstored'

/** A connector that is a row shows on the Power Apps plane too, under its internal name. */
export const connectorBehaviour: TableBehaviour = {
  create: (_call, values) => {
    demandJson(values)
    return { connectortype: 1, statecode: 0, statuscode: 1, ...secretless(values) }
  },
  created: (call, row) => {
    const id = String(row.connectorid)
    const internal = internalName(call.organization.organizationId, id, String(row.name))
    changeRow(call, connectorTable, id, { connectorinternalid: internal })
    show(call, internal, { ...row, connectorinternalid: internal })
  },
  change: (_call, _row, values) => {
    demandJson(values)
    return secretless(values)
  },
  changed: (call, row) => show(call, String(row.connectorinternalid), row),
  remove: (call, row) => {
    hide(call, String(row.connectorinternalid))
    return 'gone'
  },
}

/** The name that the Power Apps plane gives to a connector of Dataverse: `shared_`, the encoded name and a suffix. */
function internalName(organizationId: string, id: string, name: string): string {
  const suffix = createHash('sha256').update(`${organizationId} ${id}`).digest('hex').slice(0, 16)
  const encoded = `${name}_${suffix}`.replaceAll(/[^A-Za-z0-9-]/g, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `-${code.toString(16).padStart(2, '0')}`
  })
  return `shared_${encoded.toLowerCase()}`
}

function show(call: OrganizationCall, name: string, row: Row) {
  const { connectors } = call.environment
  const before = connectors[name]
  const at = call.now.toISOString()
  const definition = parsed(row.openapidefinition) ?? {}
  const shown: ConnectorState = {
    name,
    displayName: String(row.displayname ?? row.name ?? ''),
    description: String(row.description ?? ''),
    ...(typeof row.iconbrandcolor === 'string' ? { iconBrandColor: row.iconbrandcolor } : {}),
    properties: {
      connectionParameters: parsed(row.connectionparameters) ?? {},
      policyTemplateInstances: parsed(row.policytemplateinstances) ?? [],
    },
    definition,
    ...serviceUrlIn(definition),
    secretStored: row[secretMark] === true || before?.secretStored === true,
    connectorRow: String(row.connectorid),
    createdBy: before?.createdBy ?? objectIdOf(call.organization, call.user),
    createdTime: before?.createdTime ?? at,
    changedTime: at,
    permissions: before?.permissions ?? [],
  }
  connectors[name] = shown
  call.undo.push(() => {
    if (before === undefined) delete connectors[name]
    else connectors[name] = before
  })
}

function hide(call: OrganizationCall, name: string) {
  const { connectors } = call.environment
  if (connectors[name] === undefined) return
  const order = { ...connectors }
  delete connectors[name]
  call.undo.push(() => {
    for (const key of Object.keys(connectors)) delete connectors[key]
    Object.assign(connectors, order)
  })
}

/** Keeps that a client secret was given, but not the secret: nobody can read one back. */
export function secretless(values: Row): Row {
  const connectionParameters = parsed(values.connectionparameters)
  if (connectionParameters === undefined) return values
  const { properties, secrets } = withoutSecrets({ connectionParameters })
  const connectionparameters = JSON.stringify(properties.connectionParameters)
  return { ...values, connectionparameters, ...(secrets > 0 ? { [secretMark]: true } : {}) }
}

function serviceUrlIn(definition: unknown): { readonly serviceUrl?: string } {
  const { schemes, host, basePath } = Object(definition)
  if (typeof host !== 'string') return {}
  const scheme = Array.isArray(schemes) && !schemes.includes('https') ? String(schemes[0] ?? 'https') : 'https'
  return { serviceUrl: `${scheme}://${host}${typeof basePath === 'string' ? basePath : ''}` }
}

function demandJson(values: Row) {
  for (const column of ['openapidefinition', 'connectionparameters', 'policytemplateinstances', 'scriptoperations']) {
    const value = values[column]
    if (typeof value === 'string' && value !== '' && parsed(value) === undefined) {
      throw bodyFailure(`The column '${column}' has to be JSON text.`)
    }
  }
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
