import { createHash } from 'node:crypto'
import type { ConnectorState } from '../../power-platform/state.ts'
import { type OrganizationCall, objectIdOf } from '../rows/organization-call.ts'
import { changeRow } from '../rows/row-store.ts'
import type { Row } from '../state.ts'
import { connectorTable } from '../tables/component-tables.ts'
import { bodyFailure } from '../web-api/web-api-failure.ts'
import type { TableBehaviour } from './table-behaviour.ts'

/** A connector that is a row shows on the Power Apps plane too, under its internal name. */
export const connectorBehaviour: TableBehaviour = {
  create: (_call, values) => {
    demandJson(values)
    return { connectortype: 1, statecode: 0, statuscode: 1, ...values }
  },
  created: (call, row) => {
    const id = String(row.connectorid)
    const internal = internalName(call.organization.organizationId, id, String(row.name))
    changeRow(call, connectorTable, id, { connectorinternalid: internal })
    show(call, internal, { ...row, connectorinternalid: internal })
  },
  change: (_call, _row, values) => {
    demandJson(values)
    return values
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
    secretStored: before?.secretStored ?? false,
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
  const before = connectors[name]
  if (before === undefined) return
  delete connectors[name]
  call.undo.push(() => {
    connectors[name] = before
  })
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
