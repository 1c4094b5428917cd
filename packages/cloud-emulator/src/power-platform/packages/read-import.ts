import { type ExportPackage, readPackage } from '@sevenstep/flow-templates'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { TenantState } from '../../state/emulator-state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { connectionId } from '../connections/present-connection.ts'
import { connectorId } from '../connectors/present-connector.ts'
import { roleOf } from '../shared/permissions.ts'
import { readSigned } from '../storage/containers.ts'

/** A package, or why it cannot be taken. */
export type OpenedPackage =
  | { readonly ok: true; readonly package: ExportPackage }
  | { readonly ok: false; readonly code: string; readonly message: string }

/** Opens the package behind a signed address that this environment gave out. */
export function openPackage(environment: EnvironmentState, link: string, now: Date): OpenedPackage {
  const bytes = readSigned(environment, link, now)
  if (bytes === undefined) {
    throw new EmulatedFailure(400, 'PackageInvalid', 'There is no package behind the package link.')
  }
  const { package: read, problems } = readPackage(bytes)
  if (read?.kind === 'export') return { ok: true, package: read }
  const why = read === undefined ? (problems[0]?.message.what ?? 'it cannot be read') : 'it is a solution'
  return { ok: false, code: 'InvalidPackage', message: `The package is not valid: ${why}` }
}

/** Whose import it is. */
interface Importing {
  readonly tenant: TenantState
  readonly environment: EnvironmentState
  readonly objectId: string
}

/** What has to be chosen before a package is imported, with an offer where something fits. */
export function importParameters(importing: Importing, { manifest, resources }: ExportPackage) {
  const { file, displayName, description, creator, sourceEnvironment, createdTime, packageTelemetryId } = manifest
  const names = new Map(resources.map((resource) => [resource.key, resource]))
  const listed = resources.map((resource) => {
    const written = file.json.root?.member('resources')?.member(resource.key)
    const { key, type, configurableBy, hierarchy, dependsOn, suggestedCreationType, creationTypes, id, name } = resource
    const api = dependsOn.map((one) => names.get(one)).find((one) => one?.type === 'Microsoft.PowerApps/apis')
    const suggestedId =
      type === 'Microsoft.PowerApps/apis/connections'
        ? offeredConnection(importing, api?.name ?? offeredConnector(importing, api?.displayName))
        : type === 'Microsoft.PowerApps/apis' && id === undefined
          ? offered(connectorId, offeredConnector(importing, resource.displayName))
          : undefined
    const details = {
      displayName: resource.displayName,
      ...(resource.iconUri === undefined ? {} : { iconUri: resource.iconUri }),
    }
    const entry = {
      ...(id === undefined ? {} : { id }),
      ...(name === undefined ? {} : { name }),
      type,
      creationType: creationTypes.join(', ') || (written?.text('creationType') ?? 'Existing'),
      suggestedCreationType,
      ...(suggestedId === undefined ? {} : { suggestedId }),
      details,
      configurableBy,
      hierarchy,
      dependsOn,
    }
    return [key, entry] as const
  })
  return {
    details: { displayName, description, creator, sourceEnvironment, createdTime, packageTelemetryId },
    resources: Object.fromEntries(listed),
  }
}

function offeredConnection(
  { tenant, environment, objectId }: Importing,
  connector: string | undefined,
): string | undefined {
  if (connector === undefined) return undefined
  const fitting = Object.values(environment.connections).find(
    (one) =>
      one.connector === connector && one.status === 'connected' && roleOf(one, objectId, tenant.tenantId) !== undefined,
  )
  return offered(connectionId, fitting)
}

/** A custom connector of the same title. */
function offeredConnector({ environment }: Importing, displayName: string | undefined): string | undefined {
  return Object.values(environment.connectors).find((connector) => connector.displayName === displayName)?.name
}

function offered<Found>(idOf: (found: Found) => string, found: Found | undefined): string | undefined {
  return found === undefined ? undefined : idOf(found)
}
