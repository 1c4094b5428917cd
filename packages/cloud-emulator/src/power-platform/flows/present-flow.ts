import {
  connectorCallOf,
  normaliseConnectionReferences,
  readDefinition,
  walkActions,
  walkTriggers,
} from '@sevenstep/flow-templates'
import type { TenantState } from '../../state/emulator-state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { findConnector } from '../connectors/find-connector.ts'
import { connectorId, iconOf } from '../connectors/present-connector.ts'
import type { JsonValue } from '../shared/json-value.ts'
import type { FlowRecord } from './flow-record.ts'

/** Id of an environment on the Flow plane. */
export function flowEnvironmentId({ name }: Pick<EnvironmentState, 'name'>): string {
  return `/providers/Microsoft.ProcessSimple/environments/${name}`
}

/** Id of a flow on the Flow plane. */
export function flowId(environment: Pick<EnvironmentState, 'name'>, name: string): string {
  return `${flowEnvironmentId(environment)}/flows/${name}`
}

/** A flow as the Flow plane gives it; lists leave the definition out unless it is asked for. */
export function presentFlow(tenant: TenantState, environment: EnvironmentState, flow: FlowRecord) {
  const { name, definition, creator, origin } = flow
  return {
    name,
    id: flowId(environment, name),
    type: 'Microsoft.ProcessSimple/environments/flows',
    properties: {
      apiId: '/providers/Microsoft.PowerApps/apis/shared_logicflows',
      displayName: flow.displayName,
      userType: 'Owner',
      definition,
      state: flow.state,
      plan: 'NotSpecified',
      connectionReferences: flow.connectionReferences,
      installedConnectionReferences: installedReferences(environment, flow),
      createdTime: flow.createdTime,
      lastModifiedTime: flow.lastModifiedTime,
      flowSuspensionReason: flow.suspensionReason,
      environment: {
        name: environment.name,
        type: 'Microsoft.ProcessSimple/environments',
        id: flowEnvironmentId(environment),
      },
      definitionSummary: summaryOf(definition),
      creator: { tenantId: tenant.tenantId, objectId: creator, userId: creator, userType: 'ActiveDirectory' },
      ...(origin.kind === 'own' ? {} : { workflowEntityId: name }),
      provisioningMethod: origin.kind === 'own' ? 'FromDefinition' : 'Solution',
      flowFailureAlertSubscribed: flow.failureAlerts,
      isManaged: flow.isManaged,
    },
  }
}

function installedReferences(environment: EnvironmentState, { connectionReferences }: FlowRecord) {
  const references = normaliseConnectionReferences(connectionReferences)
  return Object.fromEntries(
    references.map(({ key, apiName = '', connectionName, source }) => {
      const found = findConnector(environment, apiName)
      const properties = {
        displayName: found?.connector.displayName ?? apiName,
        iconUri: iconOf(apiName),
        tier: found?.kind === 'built-in' ? found.connector.tier : 'Premium',
      }
      const reference = {
        ...(connectionName === undefined ? {} : { connectionName }),
        apiDefinition: {
          name: apiName,
          id: connectorId(apiName),
          type: '/providers/Microsoft.PowerApps/apis',
          properties,
        },
        source: source === 'invoker' ? 'Invoker' : 'Embedded',
        id: connectorId(apiName),
        ...properties,
      }
      return [key, reference]
    }),
  )
}

function summaryOf(definition: Readonly<Record<string, JsonValue>>) {
  const reading = readDefinition(definition)
  if (!reading.ok) return { triggers: [], actions: [] }
  const describe = (part: Parameters<typeof connectorCallOf>[0] & { type: string; kind?: unknown }) => {
    const operation = connectorCallOf(part)?.operationId
    return {
      type: part.type,
      ...(part.kind === undefined ? {} : { kind: part.kind }),
      ...(operation === undefined ? {} : { swaggerOperationId: operation }),
    }
  }
  return {
    triggers: [...walkTriggers(reading.definition)].map(({ trigger }) => describe(trigger)),
    actions: [...walkActions(reading.definition)].map(({ action }) => describe(action)),
  }
}
