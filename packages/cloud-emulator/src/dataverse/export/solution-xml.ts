import type { SolutionContents } from '../solutions/export-solution.ts'
import { element } from './element.ts'

/** `solution.xml`: who publishes what, in which version. */
export function solutionXml({ solution, publisher, managed, flows, connectors }: SolutionContents): string {
  const roots = [
    ...flows.map(({ workflowid }) => element('RootComponent', [], { type: 29, id: `{${workflowid}}`, behavior: 0 })),
    ...connectors.map(({ connectorid, name }) =>
      element('RootComponent', [], { type: 372, id: `{${connectorid}}`, schemaName: name, behavior: 0 }),
    ),
  ]
  const manifest = element('SolutionManifest', [
    element('UniqueName', solution.uniquename),
    element('LocalizedNames', [
      element('LocalizedName', [], { description: solution.friendlyname, languagecode: 1033 }),
    ]),
    element('Descriptions', descriptions(solution.description)),
    element('Version', solution.version),
    element('Managed', managed ? 1 : 0),
    element('Publisher', [
      element('UniqueName', publisher.uniquename),
      element('LocalizedNames', [
        element('LocalizedName', [], { description: publisher.friendlyname, languagecode: 1033 }),
      ]),
      element('Descriptions', []),
      element('CustomizationPrefix', publisher.customizationprefix),
      element('CustomizationOptionValuePrefix', publisher.customizationoptionvalueprefix),
      element('Addresses', []),
    ]),
    element('RootComponents', roots),
    element('MissingDependencies', []),
  ])
  const attributes = { version: '9.2.0.0', SolutionPackageVersion: '9.2', languagecode: 1033, generatedBy: 'CrmLive' }
  return `<?xml version="1.0" encoding="utf-8"?>${element('ImportExportXml', [manifest], attributes)}`
}

function descriptions(description: unknown): readonly string[] {
  return typeof description === 'string' && description !== ''
    ? [element('Description', [], { description, languagecode: 1033 })]
    : []
}
