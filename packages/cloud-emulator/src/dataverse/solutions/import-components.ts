import { environmentVariableTypes } from '@sevenstep/cloud-access/operations'
import type {
  ConnectorPartName,
  DeclaredConnectionReference,
  EnvironmentVariable,
  EnvironmentVariableType,
  PackageConnector,
  PackageFlow,
  SolutionPackage,
} from '@sevenstep/flow-templates'
import { secretless } from '../behaviours/connector-behaviour.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import { changeRow, findRow, insertRow, rowsOf, rowWhere } from '../rows/row-store.ts'
import type { Row } from '../state.ts'
import {
  connectionReferenceTable,
  connectorTable,
  environmentVariableDefinitionTable,
  environmentVariableValueTable,
  workflowTable,
} from '../tables/component-tables.ts'
import type { ImportBindings } from './component-parameters.ts'
import { type ComponentTarget, writeComponent } from './component-writer.ts'

/** A flow that came with a solution, and whether it was on where the solution was exported. */
export interface ImportedFlow {
  readonly id: string
  readonly wasOn: boolean
}

/** Writes everything a solution brings, in the order in which parts need each other. */
export function importComponents(
  call: OrganizationCall,
  solution: SolutionPackage,
  bindings: ImportBindings,
  target: ComponentTarget,
): readonly ImportedFlow[] {
  for (const connector of solution.connectors) importConnector(call, connector, target)
  for (const reference of solution.connectionReferences) importReference(call, reference, bindings, target)
  for (const variable of solution.environmentVariables) importVariable(call, variable, target)
  for (const [schemaName, value] of bindings.values) setValue(call, schemaName, value)
  return solution.flows.filter(({ isDeclared }) => isDeclared).map((flow) => importFlow(call, flow, target))
}

/** Columns of a connector's row that come as files of their own. */
const textParts: readonly ConnectorPartName[] = [
  'openapidefinition',
  'connectionparameters',
  'policytemplateinstances',
  'scriptoperations',
  'customcodeblobcontent',
]

function importConnector(call: OrganizationCall, connector: PackageConnector, target: ComponentTarget) {
  const values: Row = { name: connector.name, displayname: connector.displayName, description: connector.description }
  if (connector.iconBrandColor !== undefined) values.iconbrandcolor = connector.iconBrandColor
  for (const part of textParts) {
    const content = connector.parts.get(part)
    if (content !== undefined) values[part] = new TextDecoder().decode(content.bytes)
  }
  const icon = connector.parts.get('iconblob')
  if (icon !== undefined) values.iconblob = Buffer.from(icon.bytes).toString('base64')
  const byId = connector.id === undefined ? undefined : findRow(call.organization, 'connector', connector.id)
  const existing = byId ?? rowWhere(call.organization, 'connector', 'name', connector.name)
  if (existing === undefined && connector.id !== undefined) values.connectorid = connector.id
  writeComponent(call, connectorTable, existing, secretless(values), target)
}

function importReference(
  call: OrganizationCall,
  reference: DeclaredConnectionReference,
  { connections }: ImportBindings,
  target: ComponentTarget,
) {
  const { organization } = call
  const { logicalName, customConnectorId } = reference
  const connector = customConnectorId === undefined ? undefined : findRow(organization, 'connector', customConnectorId)
  const internal = connector?.connectorinternalid
  const values: Row = {
    connectionreferencelogicalname: logicalName,
    connectionreferencedisplayname: reference.displayName,
    description: reference.description === '' ? null : reference.description,
    connectorid:
      typeof internal === 'string' ? `/providers/Microsoft.PowerApps/apis/${internal}` : reference.connectorId,
    customconnectorid: connector === undefined ? null : String(connector.connectorid),
    promptingbehavior: reference.promptingBehavior === '1' ? 1 : 0,
  }
  const connection = connections.get(logicalName)
  if (connection !== undefined) values.connectionid = connection
  const existing = rowWhere(organization, 'connectionreference', 'connectionreferencelogicalname', logicalName)
  writeComponent(call, connectionReferenceTable, existing, values, target)
}

const typeNumbers: Readonly<Record<EnvironmentVariableType, number>> = {
  string: environmentVariableTypes.string,
  number: environmentVariableTypes.number,
  boolean: environmentVariableTypes.boolean,
  json: environmentVariableTypes.json,
  'data-source': environmentVariableTypes.dataSource,
  secret: environmentVariableTypes.secret,
  unknown: environmentVariableTypes.string,
}

function importVariable(call: OrganizationCall, variable: EnvironmentVariable, target: ComponentTarget) {
  const { schemaName } = variable
  const values: Row = {
    schemaname: schemaName,
    displayname: variable.displayName,
    description: variable.description === '' ? null : variable.description,
    type: typeNumbers[variable.type],
    defaultvalue: variable.defaultValue ?? null,
    isrequired: variable.isRequired,
    apiid: variable.apiId ?? null,
    parameterkey: variable.parameterKey ?? null,
  }
  const existing = rowWhere(call.organization, 'environmentvariabledefinition', 'schemaname', schemaName)
  writeComponent(call, environmentVariableDefinitionTable, existing, values, target)
  // A value that was packaged comes only where the organisation has none of its own.
  const [packaged] = variable.currentValues
  if (packaged !== undefined && valuesOf(call, schemaName).length === 0) setValue(call, schemaName, packaged.value)
}

/** Sets the current value of a variable, making the row where there is none. */
function setValue(call: OrganizationCall, schemaName: string, value: string) {
  const definition = rowWhere(call.organization, 'environmentvariabledefinition', 'schemaname', schemaName)
  if (definition === undefined) return
  const [present] = valuesOf(call, schemaName)
  if (present !== undefined) {
    changeRow(call, environmentVariableValueTable, String(present.environmentvariablevalueid), { value })
    return
  }
  insertRow(call, environmentVariableValueTable, {
    schemaname: schemaName,
    value,
    environmentvariabledefinitionid: definition.environmentvariabledefinitionid ?? null,
    statecode: 0,
    statuscode: 1,
  })
}

function valuesOf({ organization }: OrganizationCall, schemaName: string): readonly Row[] {
  const definition = rowWhere(organization, 'environmentvariabledefinition', 'schemaname', schemaName)
  const id = definition?.environmentvariabledefinitionid
  return rowsOf(organization, 'environmentvariablevalue').filter((row) => row.environmentvariabledefinitionid === id)
}

function importFlow(call: OrganizationCall, flow: PackageFlow, target: ComponentTarget): ImportedFlow {
  const { id, columns } = flow
  const values: Row = {
    name: flow.displayName,
    description: flow.description ?? null,
    clientdata: flow.file.text.replace(/^\uFEFF/, ''),
    category: numberIn(columns, 'Category') ?? 5,
    type: numberIn(columns, 'Type') ?? 1,
    modernflowtype: numberIn(columns, 'ModernFlowType') ?? 0,
    primaryentity: columns.get('PrimaryEntity') ?? 'none',
    introducedversion: columns.get('IntroducedVersion') ?? null,
  }
  const existing = findRow(call.organization, 'workflow', id)
  if (existing === undefined) values.workflowid = id
  writeComponent(call, workflowTable, existing, values, target)
  return { id, wasOn: columns.get('StateCode') === '1' || existing?.statecode === 1 }
}

function numberIn(columns: ReadonlyMap<string, string>, name: string): number | undefined {
  const text = columns.get(name)
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
