import { defineRuleFamily } from '../../checks/rule-family.ts'
import { connectorTierOf } from '../../data/connector-tiers.ts'
import { parseApiName } from '../../names/connector-names.ts'

/** Whether everybody who gets the flow has the connectors it calls. */
export const connectorsAvailable = defineRuleFamily({
  id: 'connectors-available',
  group: 'Connectors',
  rules: {
    'flow-connector-available': {
      title: 'Every connector of the flow is public, or comes with the package.',
      setting: 'error',
      exceptions: [
        { profiles: ['deployment'], setting: 'warning', because: 'the connector can be deployed before the flow' },
      ],
      sources: ['publish-template', 'overview'],
      messages: {
        found: {
          what: '"{connector}" is a custom connector of one environment ({name}).',
          why: 'Nobody else has it, so the template cannot be used.',
          fix: 'Have the connector certified first (step 1), then choose the public one in the flow.',
        },
        unnamed: {
          what: 'The connection reference "{key}" does not say which connector it is of.',
          why: 'Import cannot find a connection for it.',
          fix: 'Choose the connection in the designer again and export.',
        },
      },
    },
  },
  check({ subject, report }) {
    const { package: read, flows, facts } = subject
    const brought = new Set(read.kind === 'solution' ? read.connectionReferences.flatMap(broughtName) : [])
    const available = new Set([...brought, ...(facts.availableConnectors ?? [])].map((name) => name.toLowerCase()))
    for (const { flow } of flows) {
      for (const { key, apiName, form } of flow.connectionReferences) {
        const node = flow.file.json.root?.find('properties', 'connectionReferences', key)
        if (node === undefined || form === 'unknown') continue
        if (apiName === undefined) {
          report('flow-connector-available', node, { message: 'unnamed', data: { key } })
        } else if (connectorTierOf(apiName).tier === 'custom' && !available.has(apiName.toLowerCase())) {
          const connector = parseApiName(apiName).title || apiName
          report('flow-connector-available', node.member('id') ?? node, { data: { connector, name: apiName } })
        }
      }
    }
  },
})

/** A solution's reference to a custom connector names the row that comes with it. */
function broughtName({
  apiName,
  customConnectorId,
}: {
  readonly apiName: string
  readonly customConnectorId?: string
}) {
  return customConnectorId === undefined ? [] : [apiName]
}
