import { addAction, definitionAt, definitionOf, detail, inside, keep, kept, type PlantedFault } from '../plant.ts'

const id = '5c9b6a3e-61a4-4a3b-9d40-1f3f0d5a7f11'
const fake = 'not-a-real-secret-0123'
const custom = '/providers/Microsoft.PowerApps/apis/shared_fleet-5f0123456789abcdef-5f0123456789abcdef'

/** Kinds of faults for which submissions were sent back: nesting, names, descriptions, connectors, personal data. */
export const rejectionFaults: readonly PlantedFault[] = [
  {
    name: 'one folder too deep',
    rule: 'flow-package-readable',
    plant({ files }) {
      const all = [...files]
      files.clear()
      for (const [path, content] of all) files.set(`package/${path}`, content)
      return { file: 'package' }
    },
  },
  {
    name: 'a flow that is announced and missing',
    rule: 'flow-package-readable',
    plant({ kind, files }) {
      if (kind !== 'export') return undefined
      const path = 'Microsoft.Flow/flows/manifest.json'
      files.set(path, JSON.stringify({ flowAssets: { assetPaths: [id] } }))
      return { file: path, pointer: '/flowAssets/assetPaths/0' }
    },
  },
  {
    name: 'no flow to import',
    rule: 'flow-export-root',
    plant({ kind, manifest, flow }) {
      if (kind !== 'export') return undefined
      inside(inside(manifest, 'resources'), flow.id).hierarchy = 'Child'
      return { file: 'manifest', pointer: `/resources/${flow.id}/hierarchy` }
    },
    also: ['flow-export-new'],
  },
  detail('a draft’s title', 'flow-title-meaningful', 'displayName', 'Copy of my flow'),
  detail('an offer for tests', 'flow-title-meaningful', 'displayName', 'Sell cars - test'),
  detail('no title', 'flow-title-present', 'displayName', '', { also: ['flow-title-meaningful'] }),
  detail('no description', 'flow-description-present', 'description', ''),
  detail('a description too long', 'flow-description-length', 'description', 'Sells cars. '.repeat(30)),
  {
    name: 'a connector nobody else has',
    rule: 'flow-connector-available',
    plant(ground) {
      if (ground.kind !== 'export') return undefined
      inside(inside(ground.file, 'properties'), 'connectionReferences').planted = { source: 'Embedded', id: custom }
      const host = { apiId: custom, connectionName: 'planted', operationId: 'SellCar' }
      addAction(ground, 'Planted_call', { type: 'OpenApiConnection', inputs: { host } })
      return { pointer: '/properties/connectionReferences/planted/id' }
    },
    also: ['flow-licence-tier', 'flow-export-mapped', 'flow-error-path'],
  },
  kept('a person’s mail address', 'flow-no-mail-address', 'Ask ada.lovelace@fleetdesk.io about it'),
  kept('a mail address in an expression', 'flow-no-mail-address', "@concat('mailto:', 'ada@fleetdesk.io')"),
  kept('a site of one tenant', 'flow-no-site-address', 'https://fleetdesk.sharepoint.com/teams/Sales/Lists/Cars'),
  kept('an environment of one tenant', 'flow-no-site-address', 'https://orgabc123.crm.dynamics.com'),
  kept('a tenant', 'flow-no-tenant-id', `https://login.microsoftonline.com/${id}/oauth2/token`),
  detail('the id of an export', 'flow-no-source-ids', 'packageTelemetryId', id),
  detail('a person in the manifest', 'flow-no-creator', 'creator', 'Ada Lovelace'),
  {
    name: 'the creator',
    rule: 'flow-no-creator',
    plant(ground) {
      inside(definitionOf(ground), 'metadata').creator = { id, type: 'User', tenantId: id }
      return { pointer: `${definitionAt}/metadata/creator` }
    },
  },
  {
    name: 'a key in a header',
    rule: 'flow-no-secret',
    plant: (ground) => ({ pointer: `${keep(ground, { headers: { 'x-api-key': fake } })}/headers/x-api-key` }),
  },
  kept('a token', 'flow-no-secret', 'Bearer eyJhbGciOiJub25lIn0.eyJub3QiOiJhIHJlYWwgdG9rZW4ifQ.x'),
  kept(
    'a signature',
    'flow-no-sas',
    'https://cars.blob.core.windows.net/p?sv=1&sp=r&sig=not0a0real0signature0at0all000',
  ),
]
