import type { BlindFault, Edit, Ground, Place } from './blind-fault.ts'

export const createdBy: Ground = '060b86fc-sharepoint-list-update-created-by.zip'
export const createdByFlow = 'Workflows/UpdateCreatedBy-5704696E-AF75-EF11-A670-000D3A476E1E.json'
const reference = '/properties/connectionReferences/shared_sharepointonline-1'
const atRoot = 'OfficeDev/microsoft-teams-apps-visitormanagement#5: “must contain the following files at its root”'
const format = 'format of solutions, as exports of Dataverse 9.2 have it'
const direct = 'microsoft/powerplatform-actions#50, coe-starter-kit#6255: connections that are lost with an import'

export const fault = (
  ground: Ground,
  name: string,
  from: BlindFault['from'],
  source: string,
  edits: readonly Edit[],
  at: readonly Place[],
  severity: BlindFault['severity'],
  says: RegExp,
): BlindFault => ({ name, from, source, ground, edits, at, severity, says })

const missing = (entry: string): BlindFault =>
  fault(
    createdBy,
    `${entry} is left out`,
    'rejection',
    atRoot,
    [{ entry, renamed: null }],
    [{ entry: '' }, { entry }],
    'error',
    new RegExp(entry.replace(/[[\]]/g, '.')),
  )

/** Damage to real solutions. */
export const solutionFaults: readonly BlindFault[] = [
  missing('solution.xml'),
  missing('customizations.xml'),
  missing('[Content_Types].xml'),
  fault(
    createdBy,
    'the folder was zipped, and not what is in it',
    'rejection',
    atRoot,
    [{ archive: 'in-folder', name: 'UpdateCreatedBy_1_0_0_2' }],
    [{ entry: '' }, { entry: 'UpdateCreatedBy_1_0_0_2/solution.xml' }],
    'error',
    /root|folder/i,
  ),
  fault(
    createdBy,
    'a flow is listed whose file is not there',
    'requirement',
    format,
    [{ entry: createdByFlow, renamed: null }],
    [
      { entry: 'customizations.xml', text: '/Workflows/UpdateCreatedBy-5704696E' },
      { entry: 'customizations.xml', text: '<JsonFileName>' },
      { entry: 'customizations.xml', text: '<Workflow WorkflowId' },
      { entry: createdByFlow },
    ],
    'error',
    /UpdateCreatedBy/,
  ),
  fault(
    createdBy,
    'a file of a flow that is not listed',
    'requirement',
    format,
    [
      {
        entry: 'Workflows/Old-11111111-2222-4333-8444-555555555555.json',
        added:
          '{"properties":{"connectionReferences":{},"definition":{"$schema":"https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#","contentVersion":"1.0.0.0","parameters":{},"triggers":{"manual":{"type":"Request","kind":"Button","inputs":{"schema":{"type":"object","properties":{},"required":[]}}}},"actions":{"Say_hello":{"type":"Compose","runAfter":{},"inputs":"hello"}}},"templateName":null},"schemaVersion":"1.0.0.0"}',
      },
    ],
    [{ entry: 'Workflows/Old-11111111-2222-4333-8444-555555555555.json' }],
    'warning',
    /customizations|list|solution/i,
  ),
  fault(
    createdBy,
    'a root component that the solution does not hold',
    'rejection',
    'rejected imports: a root component without its workflow',
    [
      {
        entry: 'solution.xml',
        replace: 'id="{5704696e-af75-ef11-a670-000d3a476e1e}"',
        by: 'id="{11111111-2222-4333-8444-555555555555}"',
      },
    ],
    [
      { entry: 'solution.xml', text: '<RootComponent type' },
      { entry: 'solution.xml', text: '{11111111-' },
    ],
    'error',
    /11111111/,
  ),
  fault(
    createdBy,
    'a flow uses a connection reference that the solution does not hold',
    'rejection',
    'microsoft/coe-starter-kit#3535: Connection Id missing for connection reference',
    [
      {
        entry: createdByFlow,
        pointer: `${reference}/connection/connectionReferenceLogicalName`,
        value: 'glynn_SharePointOnline',
      },
    ],
    [{ entry: createdByFlow, pointer: `${reference}/connection/connectionReferenceLogicalName` }],
    'error',
    /glynn_SharePointOnline/,
  ),
  fault(
    createdBy,
    'a connection reference of another connector',
    'requirement',
    format,
    [{ entry: 'customizations.xml', replace: 'apis/shared_sharepointonline<', by: 'apis/shared_onedrive<' }],
    [
      { entry: 'customizations.xml', text: '<connectorid>' },
      { entry: 'customizations.xml', text: '/providers/Microsoft.PowerApps/apis/shared_onedrive' },
      { entry: createdByFlow, pointer: `${reference}/api/name` },
      { entry: createdByFlow, pointer: `${reference}/connection/connectionReferenceLogicalName` },
      { entry: createdByFlow, pointer: reference },
    ],
    'error',
    /shared_onedrive|connector/,
  ),
  fault(
    createdBy,
    'a flow holds the maker’s connection instead of a connection reference',
    'rejection',
    direct,
    [
      {
        entry: createdByFlow,
        pointer: `${reference}/connection`,
        value: { name: 'shared-sharepointonl-5f1e2a3b-4c5d-6e7f-8091-a2b3c4d5e6f7' },
      },
    ],
    [
      { entry: createdByFlow, pointer: `${reference}/connection` },
      { entry: createdByFlow, pointer: `${reference}/connection/name` },
      { entry: createdByFlow, pointer: reference },
    ],
    'warning',
    /connection reference/i,
  ),
  fault(
    createdBy,
    'neither managed nor unmanaged',
    'requirement',
    format,
    [{ entry: 'solution.xml', replace: '<Managed>0</Managed>', by: '<Managed>false</Managed>' }],
    [
      { entry: 'solution.xml', text: '<Managed>' },
      { entry: 'solution.xml', text: 'false</' },
    ],
    'error',
    /managed/i,
  ),
  fault(
    createdBy,
    'an ampersand in the name, edited by hand',
    'rejection',
    'solutions edited by hand that no longer import',
    [
      {
        entry: 'customizations.xml',
        replace: '<LocalizedName languagecode="1033" description="Update Created By" />',
        by: '<LocalizedName languagecode="1033" description="Update Created By & Modified By" />',
      },
    ],
    [
      { entry: 'customizations.xml', text: '& Modified' },
      { entry: 'customizations.xml', text: '<LocalizedName languagecode="1033" description="Update Created By &' },
      { entry: 'customizations.xml', text: ' Modified By" />' },
    ],
    'error',
    /XML|&|entity|character/i,
  ),
  fault(
    createdBy,
    'the solution wants another one that the customer may not have',
    'requirement',
    format,
    [
      {
        entry: 'solution.xml',
        replace: '<MissingDependencies />',
        by: '<MissingDependencies><MissingDependency><Required type="1" schemaName="fab_ticket" displayName="Ticket" solution="FabrikamCore (1.4.0.0)" /><Dependent type="29" displayName="Update Created By" id="{5704696e-af75-ef11-a670-000d3a476e1e}" /></MissingDependency></MissingDependencies>',
      },
    ],
    [
      { entry: 'solution.xml', text: '<MissingDependency>' },
      { entry: 'solution.xml', text: '<Required' },
      { entry: 'solution.xml', text: '<MissingDependencies>' },
    ],
    'info',
    /FabrikamCore/,
  ),
]
