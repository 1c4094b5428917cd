import {
  adminListConnectors,
  createConnector,
  deleteConnector,
  generateConnectorStorage,
  getConnector,
  listConnectorPermissions,
  listConnectors,
  modifyConnectorPermissions,
  updateConnector,
  validateConnectorDefinition,
} from '@sevenstep/cloud-access/operations'
import { answerOperation, type EmulatedCall } from '../../operation/emulated-operation.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { environmentInFilter, environmentNamed } from '../shared/environment-of.ts'
import { pageOf } from '../shared/page.ts'
import { changePermissions, maySharePast, presentPermissions, roleOf, sharingRefused } from '../shared/permissions.ts'
import { regionalHosts } from '../shared/regional-host.ts'
import { createUploadContainer } from '../storage/containers.ts'
import { builtInConnectors } from './built-in-connectors.ts'
import { demandDefinition } from './definition-faults.ts'
import { connectorFor, connectorMissing, type FoundConnector, mayUse, ownConnector } from './find-connector.ts'
import { connectorId, presentConnector } from './present-connector.ts'
import { removeConnectorRow, writeConnectorRow } from './solution-connector.ts'
import { makeConnector, rewriteConnector } from './write-connector.ts'

/** Connectors as makers reach them through the Power Apps API. */
export const connectorAnswers = [
  answerOperation(
    validateConnectorDefinition,
    ({ input }) => {
      demandDefinition(input.body, input.query?.enableConnectorCertificationRules?.toLowerCase() === 'true')
      return { status: 200, body: { errors: [], warnings: [] } }
    },
    { differences: ['Only the faults without which no connector works are found, and few of certification’s rules.'] },
  ),
  answerOperation(generateConnectorStorage, (call) => {
    const environment = environmentNamed(call, call.input.body.environment.name)
    const address = createUploadContainer(environment, call.clock.now())
    return { status: 200, body: { sharedAccessSignature: call.reachable(address) } }
  }),
  answerOperation(
    listConnectors,
    (call) => {
      const filter = call.input.query.$filter
      const environment = environmentInFilter(call, filter)
      const custom = customConnectors(environment).filter(({ connector }) => mayUse(call, environment, connector))
      const onlyCustom = /IsCustomApi\s+eq\s+'True'/i.test(filter)
      return connectorPage(call, environment, onlyCustom ? custom : [...custom, ...builtIn])
    },
    { differences: ['Of Microsoft’s own connectors only the most used are there.'] },
  ),
  answerOperation(adminListConnectors, (call) => {
    const environment = environmentNamed(call, call.input.path.environment, 'administer')
    return connectorPage(call, environment, customConnectors(environment))
  }),
  answerOperation(getConnector, (call) => {
    const environment = environmentInFilter(call, call.input.query.$filter)
    const found = connectorFor(call, environment, call.input.path.connector)
    return { status: 200, body: presentConnector(call, environment, found) }
  }),
  answerOperation(createConnector, (call) => {
    const environment = environmentInFilter(call, call.input.query.$filter)
    const connector = makeConnector(call, environment, call.input.body.properties)
    return { status: 201, body: presentConnector(call, environment, { kind: 'custom', connector }) }
  }),
  answerOperation(updateConnector, (call) => {
    const environment = environmentInFilter(call, call.input.query.$filter)
    const connector = ownConnector(call, environment, call.input.path.connector)
    rewriteConnector(call, environment, connector, call.input.body.properties)
    const written = writeConnectorRow(call, environment, connector)
    return { status: 200, body: presentConnector(call, environment, { kind: 'custom', connector: written }) }
  }),
  answerOperation(deleteConnector, (call) => {
    const environment = environmentInFilter(call, call.input.query.$filter)
    const connector = ownConnector(call, environment, call.input.path.connector)
    const { name } = connector
    removeConnectorRow(call, environment, connector)
    delete environment.connectors[name]
    for (const connection of Object.values(environment.connections)) {
      if (connection.connector === name) delete environment.connections[connection.name]
    }
    return { status: 200, body: {} }
  }),
  answerOperation(listConnectorPermissions, (call) => {
    const environment = environmentInFilter(call, call.input.query.$filter)
    const found = connectorFor(call, environment, call.input.path.connector)
    if (found.kind === 'built-in') throw connectorMissing(call.input.path.connector)
    const { connector } = found
    const type = 'Microsoft.PowerApps/apis/permissions'
    return {
      status: 200,
      body: { value: presentPermissions(connector, call.tenant, connectorId(connector.name), type) },
    }
  }),
  answerOperation(modifyConnectorPermissions, (call) => {
    const environment = environmentInFilter(call, call.input.query.$filter)
    const found = connectorFor(call, environment, call.input.path.connector)
    if (found.kind === 'built-in') throw sharingRefused('connector')
    const role = roleOf(found.connector, call.caller.objectId, call.tenant.tenantId)
    if (!maySharePast(role)) throw sharingRefused('connector')
    return { status: 200, body: changePermissions(found.connector, call.input.body, call.tenant) }
  }),
]

const builtIn = [...builtInConnectors.values()].map((connector) => ({ kind: 'built-in', connector }) as const)

function customConnectors({ connectors }: EnvironmentState) {
  return Object.values(connectors).map((connector) => ({ kind: 'custom', connector }) as const)
}

function connectorPage(
  call: Pick<EmulatedCall, 'tenant' | 'clock' | 'reachable' | 'url'>,
  environment: EnvironmentState,
  connectors: readonly FoundConnector[],
) {
  const present = (found: FoundConnector) => presentConnector(call, environment, found)
  return { status: 200, body: pageOf(call, connectors, { host: regionalHosts(environment).powerApps, present }) }
}
