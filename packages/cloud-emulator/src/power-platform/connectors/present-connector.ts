import type { EmulatedCall } from '../../operation/emulated-operation.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { moment } from '../shared/moment.ts'
import { namePrincipal } from '../shared/principals.ts'
import type { ConnectorState } from '../state.ts'
import { readableAddress } from '../storage/containers.ts'
import type { BuiltInConnector } from './built-in-connectors.ts'
import { builtInParameters } from './connection-parameters.ts'
import { defaultIcon } from './default-icon.ts'
import type { FoundConnector } from './find-connector.ts'
import { keepDefinition } from './keep-definition.ts'

/** What it takes to write a connector down for a client. */
export type Presenting = Pick<EmulatedCall, 'tenant' | 'clock' | 'reachable'>

/** A connector as the Power Apps API gives it: its definition behind signed addresses, never inline, never a secret. */
export function presentConnector(presenting: Presenting, environment: EnvironmentState, found: FoundConnector) {
  return found.kind === 'built-in'
    ? presentBuiltIn(found.connector, environment)
    : presentCustom(presenting, environment, found.connector)
}

/** Id of a connector by its name. */
export function connectorId(name: string): string {
  return `/providers/Microsoft.PowerApps/apis/${name}`
}

function presentBuiltIn(
  { name, displayName, tier, brandColor, signIn }: BuiltInConnector,
  environment: EnvironmentState,
) {
  const runtime = runtimeUrl(name, environment)
  return {
    name,
    id: connectorId(name),
    type: 'Microsoft.PowerApps/apis',
    properties: {
      displayName,
      iconUri: iconOf(name),
      iconBrandColor: brandColor,
      apiEnvironment: 'Shared',
      isCustomApi: false,
      connectionParameters: builtInParameters(signIn),
      runtimeUrls: [runtime],
      primaryRuntimeUrl: runtime,
      metadata: { source: 'marketplace', brandColor },
      capabilities: ['actions'],
      tier,
      publisher: 'Microsoft',
      environment: environmentReference(environment),
    },
  }
}

function presentCustom(
  { tenant, clock, reachable }: Presenting,
  environment: EnvironmentState,
  connector: ConnectorState,
) {
  const { name, displayName, description, properties, createdBy, createdTime, changedTime } = connector
  const creator = namePrincipal(tenant, createdBy)
  const runtime = runtimeUrl(name, environment)
  // A connector that came by solution has no file yet.
  connector.definitionBlob ??= keepDefinition(environment, connector, clock.now())
  const address = readableAddress(environment, connector.definitionBlob, clock.now())
  const signed = address === undefined ? undefined : reachable(address)
  const brandColor = connector.iconBrandColor ?? '#007ee5'
  return {
    name,
    id: connectorId(name),
    type: 'Microsoft.PowerApps/apis',
    properties: {
      connectionParameters: {},
      capabilities: [],
      ...properties,
      displayName,
      description,
      iconUri: connector.iconUri ?? reachable(defaultIcon(environment, clock.now())),
      iconBrandColor: brandColor,
      apiEnvironment: 'Shared',
      isCustomApi: true,
      runtimeUrls: [runtime],
      primaryRuntimeUrl: runtime,
      metadata: {
        source: 'powerapps-user-defined',
        brandColor,
        environmentName: environment.name,
        xrmConnectorId: connector.connectorRow ?? null,
        almMode: connector.connectorRow === undefined ? 'Environment' : 'Solution',
        createdBy: JSON.stringify(creator),
        allowSharing: true,
      },
      ...(signed === undefined ? {} : { apiDefinitions: { originalSwaggerUrl: signed, modifiedSwaggerUrl: signed } }),
      ...(connector.serviceUrl === undefined ? {} : { backendService: { serviceUrl: connector.serviceUrl } }),
      createdBy: creator,
      createdTime: moment(createdTime),
      changedTime: moment(changedTime),
      environment: environmentReference(environment),
      tier: 'NotSpecified',
      publisher: connector.publisher ?? creator.displayName,
    },
  }
}

/** Where connections of a connector are called, in our notation of the region. */
export function runtimeUrl(name: string, { region }: EnvironmentState): string {
  return `https://${region}-001.azure-apim.net/apim/${name.replace(/^shared_/, '')}`
}

/** An icon's address; nothing answers there. */
export function iconOf(name: string): string {
  return `https://connectoricons-prod.azureedge.net/${name.replace(/^shared_/, '')}/icon.png`
}

/** How Power Apps payloads name the environment. */
export function environmentReference({ name }: EnvironmentState) {
  return { id: `/providers/Microsoft.PowerApps/environments/${name}`, name }
}
