import type { createConnector, InputOf } from '@sevenstep/cloud-access/operations'
import type { EmulatedCall } from '../../operation/emulated-operation.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { moment } from '../shared/moment.ts'
import type { ConnectorState } from '../state.ts'
import { newConnectorName } from './connector-name.ts'
import { demandSecret, withoutSecrets } from './connector-secrets.ts'
import { demandDefinition } from './definition-faults.ts'
import { keepDefinition } from './keep-definition.ts'

/** `properties` of what is written. */
export type WrittenConnector = InputOf<typeof createConnector>['body']['properties']

/** Who writes, and when. */
export type Writing = Pick<EmulatedCall, 'caller' | 'clock'>

/**
 * Makes a custom connector under a new name.
 *
 * @throws EmulatedFailure where the definition is not valid, or the client secret is missing.
 */
export function makeConnector(
  writing: Writing,
  environment: EnvironmentState,
  written: WrittenConnector,
): ConnectorState {
  demandDefinition(written.openApiDefinition)
  demandSecret(withoutSecrets(ownProperties(written)), false)
  const title = written.displayName ?? infoOf(written.openApiDefinition).title
  const name = newConnectorName(title, environment.name)
  const now = writing.clock.now()
  const connector: ConnectorState = {
    name,
    displayName: title,
    description: '',
    properties: {},
    definition: {},
    secretStored: false,
    createdBy: writing.caller.objectId,
    createdTime: moment(now),
    changedTime: moment(now),
    permissions: [],
  }
  fill(connector, environment, written, now)
  environment.connectors[name] = connector
  return connector
}

/** Changes a custom connector; its name and its stored secret stay. */
export function rewriteConnector(
  { clock }: Writing,
  environment: EnvironmentState,
  connector: ConnectorState,
  written: WrittenConnector,
): void {
  demandDefinition(written.openApiDefinition)
  demandSecret(withoutSecrets(ownProperties(written)), connector.secretStored)
  const now = clock.now()
  fill(connector, environment, written, now)
  connector.displayName = infoOf(written.openApiDefinition).title
  connector.changedTime = moment(now)
}

function fill(connector: ConnectorState, environment: EnvironmentState, written: WrittenConnector, now: Date): void {
  const { properties, secrets } = withoutSecrets(ownProperties(written))
  const info = infoOf(written.openApiDefinition)
  connector.properties = properties
  connector.definition = written.openApiDefinition
  connector.description = written.description ?? info.description
  connector.secretStored ||= secrets > 0
  if (written.iconUri !== undefined) connector.iconUri = written.iconUri
  if (written.iconBrandColor !== undefined) connector.iconBrandColor = written.iconBrandColor
  if (written.publisher !== undefined) connector.publisher = written.publisher
  if (written.backendService !== undefined) connector.serviceUrl = written.backendService.serviceUrl
  if (written.scriptDefinitionUrl !== undefined) connector.scriptDefinitionUrl = written.scriptDefinitionUrl
  connector.definitionBlob = keepDefinition(environment, connector, now)
}

/** What of `properties` belongs to the connector itself and is given back as it came. */
function ownProperties(written: WrittenConnector): Record<string, unknown> {
  const { openApiDefinition, backendService, environment, displayName, description, iconUri, ...own } = written
  return own
}

function infoOf(definition: Record<string, unknown>): { title: string; description: string } {
  const info = typeof definition.info === 'object' && definition.info !== null ? definition.info : {}
  return {
    title: String(Reflect.get(info, 'title') ?? ''),
    description: String(Reflect.get(info, 'description') ?? ''),
  }
}
