import { normaliseConnectionReferences } from '@sevenstep/flow-templates'
import type { EnvironmentState } from '../../state/environment-state.ts'
import type { FlowRecord } from './flow-record.ts'

/** A flow as a template that deploys it as a Logic App. */
export function armTemplate(
  { region }: EnvironmentState,
  { displayName, definition, connectionReferences }: FlowRecord,
) {
  const references = normaliseConnectionReferences(connectionReferences)
  const connections = Object.fromEntries(
    references.map(({ key, apiName = '' }) => {
      const api = apiName.replace(/^shared_/, '')
      const managed = `[concat('/subscriptions/',subscription().subscriptionId,'/providers/Microsoft.Web/locations/',parameters('logicAppLocation'),'/managedApis/','${api}')]`
      return [
        key,
        { connectionId: `[resourceId('Microsoft.Web/connections', '${key}')]`, connectionName: key, id: managed },
      ]
    }),
  )
  return {
    $schema: 'https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: {
      workflowName: {
        type: 'string',
        defaultValue: displayName.replaceAll(/[^\w-]/g, ''),
        metadata: { description: 'Name of the Logic App.' },
      },
      logicAppLocation: {
        type: 'string',
        defaultValue: '[resourceGroup().location]',
        metadata: { description: `Exported from ${region}.` },
      },
    },
    resources: [
      {
        type: 'Microsoft.Logic/workflows',
        apiVersion: '2016-06-01',
        name: "[parameters('workflowName')]",
        location: "[parameters('logicAppLocation')]",
        properties: { state: 'Enabled', definition, parameters: { $connections: { value: connections } } },
      },
    ],
    outputs: {},
  }
}
