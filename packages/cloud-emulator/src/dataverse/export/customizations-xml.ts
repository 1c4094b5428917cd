import type { SolutionContents } from '../solutions/export-solution.ts'
import type { Row } from '../state.ts'
import { element } from './element.ts'
import { connectorPartPaths, flowPath } from './exported-files.ts'

/** `customizations.xml`: the components that have no file of their own, and where the others have theirs. */
export function customizationsXml({ flows, references, connectors }: SolutionContents): string {
  const parts = [
    element('Entities', []),
    element('Roles', []),
    element('Workflows', flows.map(workflow)),
    ...(references.length === 0 ? [] : [element('connectionreferences', references.map(reference))]),
    ...(connectors.length === 0 ? [] : [element('Connectors', connectors.map(connector))]),
    element('Languages', [element('Language', 1033)]),
  ]
  return `<?xml version="1.0" encoding="utf-8"?>${element('ImportExportXml', parts)}`
}

function workflow(row: Row): string {
  const columns = {
    JsonFileName: `/${flowPath(row)}`,
    Type: row.type,
    Subprocess: 0,
    Category: row.category,
    Mode: row.mode,
    Scope: row.scope,
    OnDemand: 0,
    StateCode: row.statecode,
    StatusCode: row.statuscode,
    RunAs: row.runas,
    IsTransacted: 1,
    IntroducedVersion: row.introducedversion ?? '1.0.0.0',
    IsCustomizable: 1,
    ModernFlowType: row.modernflowtype,
    PrimaryEntity: row.primaryentity,
  }
  const inside = Object.entries(columns).map(([name, value]) => element(name, value))
  const name = element('LocalizedNames', [element('LocalizedName', [], { languagecode: 1033, description: row.name })])
  return element('Workflow', [...inside, name], {
    WorkflowId: `{${row.workflowid}}`,
    Name: row.name,
    Description: row.description,
  })
}

function reference(row: Row): string {
  const custom = row.customconnectorid
  const inside = [
    element('connectionreferencedisplayname', row.connectionreferencedisplayname),
    element('connectorid', row.connectorid),
    ...(typeof custom === 'string' ? [element('customconnectorid', [element('connectorid', custom)])] : []),
    ...(typeof row.description === 'string' ? [element('description', row.description)] : []),
    element('iscustomizable', 1),
    element('promptingbehavior', row.promptingbehavior),
    element('statecode', 0),
    element('statuscode', 1),
  ]
  return element('connectionreference', inside, { connectionreferencelogicalname: row.connectionreferencelogicalname })
}

function connector(row: Row): string {
  return element('Connector', [
    element('connectorid', row.connectorid),
    element('description', row.description),
    element('displayname', row.displayname),
    element('iconbrandcolor', row.iconbrandcolor),
    element('name', row.name),
    element('connectortype', row.connectortype),
    element('introducedversion', row.introducedversion ?? '1.0.0.0'),
    ...connectorPartPaths(row).map(({ column, path }) => element(column, `/${path}`)),
    element('statecode', 0),
    element('statuscode', 1),
  ])
}
