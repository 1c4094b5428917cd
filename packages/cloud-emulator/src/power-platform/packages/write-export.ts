import { randomUUID } from 'node:crypto'
import { readPackage, writePackage } from '@sevenstep/flow-templates'
import type { FlowRecord } from '../flows/flow-record.ts'
import { moment } from '../shared/moment.ts'
import type { PackageContents } from './package-contents.ts'

/** What whoever exports says of the package. */
export interface ExportDetails {
  readonly displayName: string
  readonly description: string
  readonly creator: string
  readonly sourceEnvironment: string
}

/** A finished export: the zip, and its manifest's details and resources. */
export interface WrittenExport {
  readonly bytes: Uint8Array
  readonly details: ExportDetails & { readonly createdTime: string; readonly packageTelemetryId: string }
  readonly resources: Readonly<Record<string, object>>
}

/**
 * Writes a flow with what it uses as an export package. Keys are new; connections and custom connectors lose their ids,
 * since they are chosen anew where the package is imported.
 *
 * @param suggestions `suggestedCreationType` by the listing's key.
 */
export function writeExport(
  flow: FlowRecord,
  contents: PackageContents,
  given: ExportDetails,
  suggestions: Readonly<Record<string, string>>,
  now: Date,
): WrittenExport {
  const keys = new Map(Object.keys(contents.resources).map((key) => [key, randomUUID()]))
  const renamed = (key: string) => keys.get(key) ?? key
  const details = { ...given, createdTime: moment(now), packageTelemetryId: randomUUID() }
  const resources = Object.fromEntries(
    Object.entries(contents.resources).map(([key, { id, name, ...resource }]) => {
      const keepsId = resource.configurableBy === 'System'
      const suggestedCreationType = suggestions[key]
      const written = { ...resource, dependsOn: resource.dependsOn.map(renamed), suggestedCreationType }
      return [renamed(key), { ...(keepsId ? { id, name } : {}), ...written }]
    }),
  )
  const flowKey = renamed(contents.flow)
  const maps = (part: 'api' | 'connection') =>
    Object.fromEntries(Object.entries(contents.references).map(([key, keysOf]) => [key, renamed(keysOf[part])]))
  const files: readonly (readonly [string, unknown])[] = [
    ['manifest.json', { schema: '1.0', details, resources }],
    ['Microsoft.Flow/flows/manifest.json', { packageSchemaVersion: '1.0', flowAssets: { assetPaths: [flowKey] } }],
    [`Microsoft.Flow/flows/${flowKey}/definition.json`, definitionFile(flow)],
    [`Microsoft.Flow/flows/${flowKey}/apisMap.json`, maps('api')],
    [`Microsoft.Flow/flows/${flowKey}/connectionsMap.json`, maps('connection')],
  ]
  return { bytes: zipped(files), details, resources }
}

function definitionFile({ name, displayName, definition, connectionReferences, failureAlerts }: FlowRecord) {
  return {
    name,
    id: `/providers/Microsoft.Flow/flows/${name}`,
    type: 'Microsoft.Flow/flows',
    properties: {
      apiId: '/providers/Microsoft.PowerApps/apis/shared_logicflows',
      displayName,
      definition,
      connectionReferences,
      flowFailureAlertSubscribed: failureAlerts,
      isManaged: false,
    },
  }
}

function zipped(files: readonly (readonly [string, unknown])[]): Uint8Array {
  const { package: read } = readPackage(files.map(([path, value]) => ({ path, content: JSON.stringify(value) })))
  const written = read && writePackage(read)
  if (written?.ok !== true) throw new Error('The emulator wrote an export package that cannot be read.')
  return written.bytes
}
