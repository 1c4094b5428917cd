import type { BlindFault, Place } from './blind-fault.ts'

const ground = 'overdue-tickets'
const flow = '3f0a1c52-77f3-4f5e-9c1a-2b6f1d0c8e11'
export const definition = `Microsoft.Flow/flows/${flow}/definition.json`
const manifest = 'manifest.json'
const nowhere = '00000000-aaaa-4bbb-8ccc-dddddddddddd'
const teamsConnection = '9a8b7c6d-5e4f-4a3b-9c2d-1e0f9a8b7c6d'
const archive: Place = { entry: '' }

const publishTemplate = 'MicrosoftDocs/power-automate-docs publish-a-template.md'
const legacyFormat = 'format of legacy packages, as 21 exports in public repositories have it'
const leaks = 'pnp/powerautomate-samples: what real exports still hold of their makers'

/** A value of the package's manifest that is not what it has to be. */
const inManifest = (
  name: string,
  source: string,
  pointer: string,
  value: unknown,
  severity: BlindFault['severity'],
  says: RegExp,
  from: BlindFault['from'] = 'requirement',
): BlindFault => ({
  name,
  from,
  source,
  ground,
  edits: [{ entry: manifest, pointer, value }],
  at: [{ entry: manifest, pointer }],
  severity,
  says,
})

/** Damage to the archive, its manifests and maps. */
export const packageFaults: readonly BlindFault[] = [
  {
    name: 'the manifest of the flows is left out',
    from: 'requirement',
    source: publishTemplate,
    ground,
    edits: [{ entry: 'Microsoft.Flow/flows/manifest.json', renamed: null }],
    at: [archive, { entry: 'Microsoft.Flow/flows/manifest.json' }],
    severity: 'error',
    says: /Microsoft\.Flow\/flows\/manifest\.json/,
  },
  {
    name: 'the package’s own manifest is left out',
    from: 'rejection',
    source: 'aprildunnam/PowerApps#7, microsoft/Federal-Business-Applications#12: packages that cannot be imported',
    ground,
    edits: [{ entry: manifest, renamed: null }],
    at: [archive, { entry: manifest }],
    severity: 'error',
    says: /manifest\.json/,
  },
  {
    name: 'the definition of the flow is left out',
    from: 'requirement',
    source: publishTemplate,
    ground,
    edits: [{ entry: definition, renamed: null }],
    at: [
      archive,
      { entry: definition },
      { entry: manifest, pointer: `/resources/${flow}` },
      { entry: 'Microsoft.Flow/flows/manifest.json', pointer: '/flowAssets/assetPaths/0' },
    ],
    severity: 'error',
    says: /definition\.json/,
  },
  {
    name: 'the folder of the flow is named after the flow and not after its resource',
    from: 'requirement',
    source: legacyFormat,
    ground,
    edits: [{ entry: 'Microsoft.Flow/flows/manifest.json', pointer: '/flowAssets/assetPaths/0', value: nowhere }],
    at: [{ entry: 'Microsoft.Flow/flows/manifest.json', pointer: '/flowAssets/assetPaths/0' }],
    severity: 'error',
    says: new RegExp(nowhere),
  },
  {
    name: 'the folder was zipped, and not what is in it',
    from: 'rejection',
    source: 'OfficeDev/microsoft-teams-apps-attendance#22: exported, unpacked, zipped again, “something went wrong”',
    ground,
    edits: [{ archive: 'in-folder', name: 'overdue-tickets' }],
    at: [archive, { entry: 'overdue-tickets/manifest.json' }],
    severity: 'error',
    says: /root|folder/i,
  },
  {
    name: 'the package lies in one more zip',
    from: 'rejection',
    source: 'microsoft/powerapps-tools#134: a zip of packages is no package',
    ground,
    edits: [{ archive: 'zipped-again', name: 'overdue-tickets.zip' }],
    at: [archive, { entry: 'overdue-tickets.zip' }],
    severity: 'error',
    says: /zip/i,
  },
  inManifest('the schema of the package is not 1.0', legacyFormat, '/schema', '2.0', 'error', /1\.0/),
  inManifest('the flow is a child', legacyFormat, `/resources/${flow}/hierarchy`, 'Child', 'error', /Root/i),
  inManifest('no title', publishTemplate, '/details/displayName', '', 'error', /title|name/i),
  inManifest('no description', publishTemplate, '/details/description', '', 'error', /description/i, 'rejection'),
  inManifest(
    'a description that says nothing',
    publishTemplate,
    '/details/description',
    'Remind a team of overdue tickets',
    'warning',
    /description/i,
  ),
  inManifest(
    'a description of the package of 257 characters',
    'flow-docs limits-and-config.md',
    '/details/description',
    `Reminds a team of overdue tickets. ${'x'.repeat(222)}`,
    'error',
    /256|257/,
  ),
  {
    name: 'the title is the name of the exported file',
    from: 'rejection',
    source: 'pnp/powerautomate-samples: samples called after their export',
    ground,
    edits: [
      { archive: 'named', name: 'Overdue-Tickets_20260312101500.zip' },
      { entry: manifest, pointer: '/details/displayName', value: 'Overdue-Tickets_20260312101500' },
    ],
    at: [{ entry: manifest, pointer: '/details/displayName' }],
    severity: 'warning',
    says: /file|name|title/i,
  },
  ...['Copy of Remind a team', 'Untitled', 'test', 'My flow 3', 'Remind a team (TEST)'].map((title) =>
    inManifest(
      `the title is “${title}”`,
      'flow-docs publish-a-template.md: a meaningful title',
      '/details/displayName',
      title,
      'warning',
      /title|name/i,
      'rejection',
    ),
  ),
  inManifest(
    'a connection is called after the mail address of who made it',
    leaks,
    `/resources/${teamsConnection}/details/displayName`,
    'anna.devries@fabrikam-desk.com',
    'error',
    /mail|anna/i,
    'rejection',
  ),
  inManifest(
    'the creator is a person',
    leaks,
    '/details/creator',
    'anna.devries@fabrikam-desk.com',
    'error',
    /creator|mail|person/i,
    'rejection',
  ),
  inManifest(
    'the environment it was exported from, with the id of the tenant',
    leaks,
    '/details/sourceEnvironment',
    'Default-12078d6f-a51c-4e18-99d3-1e10d249828e',
    'warning',
    /environment|tenant/i,
  ),
  inManifest(
    'the id by which the export can be traced',
    leaks,
    '/details/packageTelemetryId',
    '5cdc9161-8153-48d0-b81e-ae53ff9f7be6',
    'info',
    /packageTelemetryId|telemetry/i,
  ),
  inManifest(
    'the flow depends on a resource that is not there',
    legacyFormat,
    `/resources/${flow}/dependsOn/1`,
    nowhere,
    'error',
    /dependsOn|resource|depends/i,
  ),
  {
    name: 'a reference is mapped to a connection that is not there',
    from: 'requirement',
    source: legacyFormat,
    ground,
    edits: [{ entry: `Microsoft.Flow/flows/${flow}/connectionsMap.json`, pointer: '/shared_teams', value: nowhere }],
    at: [{ entry: `Microsoft.Flow/flows/${flow}/connectionsMap.json`, pointer: '/shared_teams' }],
    severity: 'error',
    says: /resource|manifest|connection/i,
  },
  {
    name: 'a reference is mapped to no connector',
    from: 'requirement',
    source: legacyFormat,
    ground,
    edits: [{ entry: `Microsoft.Flow/flows/${flow}/apisMap.json`, pointer: '/shared_teams', removed: true }],
    at: [
      { entry: `Microsoft.Flow/flows/${flow}/apisMap.json` },
      { entry: definition, pointer: '/properties/connectionReferences/shared_teams' },
    ],
    severity: 'warning',
    says: /shared_teams/,
  },
  {
    name: 'the manifest was mended by hand and has a comma too many',
    from: 'rejection',
    source: 'Tom-Robbins-COL in aprildunnam/Power-Automate#1: packages edited to make them import',
    ground,
    edits: [{ entry: manifest, replace: '"sourceEnvironment": ""', by: '"sourceEnvironment": "",' }],
    at: [
      { entry: manifest, text: '"",' },
      { entry: manifest, text: '"sourceEnvironment": "",\n' },
    ],
    severity: 'warning',
    says: /comma|JSON/i,
  },
]
