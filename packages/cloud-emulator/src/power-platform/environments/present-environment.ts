import type { EmulatedCall } from '../../operation/emulated-operation.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { flowEnvironmentId } from '../flows/present-flow.ts'
import { moment } from '../shared/moment.ts'
import { namePrincipal } from '../shared/principals.ts'
import { regionalHosts } from '../shared/regional-host.ts'

type Presenting = Pick<EmulatedCall, 'tenant' | 'reachable'>

/** An environment as BAP gives it, with its database and its regional hosts. */
export function presentEnvironment({ tenant, reachable }: Presenting, environment: EnvironmentState) {
  const { name, region, displayName, sku, isDefault, createdTime, createdBy } = environment
  const hosts = regionalHosts(environment)
  const endpoint = (host: string) => reachable(`https://${host}`).replace(/\/$/, '')
  return {
    id: `/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/${name}`,
    type: 'Microsoft.BusinessAppPlatform/scopes/environments',
    location: region,
    name,
    properties: {
      tenantId: tenant.tenantId,
      azureRegion: region,
      displayName,
      createdTime: moment(createdTime),
      createdBy: namePrincipal(tenant, createdBy),
      provisioningState: 'Succeeded',
      creationType: isDefault ? 'DefaultTenant' : 'User',
      environmentSku: sku,
      isDefault,
      ...(environment.organization === undefined
        ? { databaseType: 'None' }
        : { databaseType: 'CommonDataService', linkedEnvironmentMetadata: database(environment, reachable) }),
      states: { management: { id: 'Ready' }, runtime: { id: 'Enabled' } },
      runtimeEndpoints: {
        'microsoft.BusinessAppPlatform': endpoint(hosts.businessApplications),
        'microsoft.PowerApps': endpoint(hosts.powerApps),
        'microsoft.Flow': endpoint(hosts.flow),
      },
      governanceConfiguration: { protectionLevel: 'Basic' },
    },
  }
}

/** An environment as the Flow plane gives it. */
export function presentFlowEnvironment({ tenant, reachable }: Presenting, environment: EnvironmentState) {
  const { properties, location } = presentEnvironment({ tenant, reachable }, environment)
  const {
    displayName,
    createdTime,
    createdBy,
    provisioningState,
    creationType,
    environmentSku,
    azureRegion,
    isDefault,
  } = properties
  return {
    name: environment.name,
    location,
    type: 'Microsoft.ProcessSimple/environments',
    id: flowEnvironmentId(environment),
    properties: {
      displayName,
      createdTime,
      createdBy,
      provisioningState,
      creationType,
      environmentSku,
      environmentType: environmentSku === 'Sandbox' ? 'Sandbox' : 'Production',
      isDefault,
      azureRegionHint: azureRegion,
      runtimeEndpoints: properties.runtimeEndpoints,
    },
  }
}

/** The part of an object that `$select` asks for: paths with dots or slashes, parted by commas. */
export function selected(value: object, select: string | undefined): object {
  if (select === undefined || select === '') return value
  const result: Record<string, unknown> = {}
  for (const path of select.split(',')) {
    copyPath(value, result, path.trim().split(/[./]/))
  }
  return result
}

function copyPath(from: object, to: Record<string, unknown>, [name, ...rest]: readonly string[]): void {
  if (name === undefined || !Object.hasOwn(from, name)) return
  const value: unknown = Reflect.get(from, name)
  if (rest.length === 0 || typeof value !== 'object' || value === null) {
    to[name] = value
    return
  }
  const inner = typeof to[name] === 'object' && to[name] !== null ? { ...to[name] } : {}
  copyPath(value, inner, rest)
  to[name] = inner
}

function database({ name, organization, createdTime }: EnvironmentState, reachable: Presenting['reachable']) {
  if (organization === undefined) return undefined
  const { id, host, domainName, uniqueName, friendlyName, version, baseLanguage } = organization
  const apiHost = host.replace(/^([^.]+)\./, '$1.api.')
  return {
    resourceId: id,
    friendlyName,
    uniqueName,
    domainName,
    version,
    instanceUrl: withSlash(reachable(`https://${host}/`)),
    instanceApiUrl: reachable(`https://${apiHost}/`).replace(/\/$/, ''),
    baseLanguage,
    instanceState: 'Ready',
    createdTime: moment(createdTime),
    backgroundOperationsState: 'Enabled',
    scaleGroup: `${name.slice(0, 8)}-1`,
  }
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`
}
