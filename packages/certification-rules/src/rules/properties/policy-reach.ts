import type { Connector, Policy } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { nearestWord } from '../texts/nearest-word.ts'
import { isWhole } from '../whole-file.ts'
import { operationNameKey, parameterPrefix } from './policy-templates.ts'

const nested = 20

/** What a policy refers to exists: operations, connection parameters, hosts. */
export const policyReach = defineRuleFamily({
  id: 'policy-reach',
  rules: {
    'policy-operation-name-array': {
      title: 'The operations of a policy are a list.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The operations of the policy "{policy}" are not a list.',
          why: 'Anything else is refused, or the policy applies to every operation.',
          fix: 'Write a list of operation ids; leave the parameter out for all operations.',
        },
      },
    },
    'policy-operation-exists': {
      title: 'The operations of a policy exist.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The policy "{policy}" names the operation "{name}", which does not exist.',
          why: 'The policy is not applied where it was meant to be.',
          fix: 'Write the operation’s id letter by letter, or remove it from the list.',
        },
      },
    },
    'policy-host-url-https': {
      title: 'A host that is set by a policy is reached by https.',
      messages: {
        found: {
          what: 'The address "{address}" of the policy "{policy}" does not start with https.',
          why: 'Requests, with their keys, would travel in the open, or not at all.',
          fix: 'Start it with "https://", or with an expression that gives such an address.',
        },
      },
    },
    'policy-connection-parameter-exists': {
      title: 'The connection parameters a policy uses exist.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The policy "{policy}" uses the connection parameter "{name}", which does not exist.',
          why: 'The expression gives an empty text when the connector runs.',
          fix: 'Write the parameter’s name letter by letter, or add it to "connectionParameters".',
        },
        case: {
          what: 'The policy "{policy}" uses the connection parameter "{name}", which is called "{known}".',
          why: 'Nothing published says that upper and lower case do not matter here.',
          fix: 'Write "{known}".',
        },
      },
    },
    'policy-pageable-updatenextlink': {
      title: 'An operation with pages has a policy that mends the link to the next one.',
      deviation: 'no mend: where the link stands in the answer is known, but not whether the service needs the policy',
      messages: {
        found: {
          what: '"{operation}" has pages, but no policy "updatenextlink".',
          why: 'The link to the next page leads to the service directly, without the connection’s credentials.',
          fix: 'Add a policy "updatenextlink" for it with the property that holds the link.',
        },
      },
    },
  },
  check(context) {
    return {
      operation({ node, id, label }) {
        const pageable = node.member('x-ms-pageable')
        if (pageable === undefined) return
        const { properties } = context.connector
        if (properties === undefined || !isWhole(properties))
          context.notChecked(
            'policy-pageable-updatenextlink',
            'Policies stand in apiProperties.json, which could not be read.',
          )
        else if (!properties.policies.some((one) => one.templateId === 'updatenextlink' && applies(one, id)))
          context.report('policy-pageable-updatenextlink', pageable, { onKey: true, data: { operation: label } })
      },
      policy: (policy) => checkPolicy(context, policy),
    }
  },
  mends: {
    'policy-operation-name-array': ({ node, edit }) => {
      if (typeof node?.value === 'string') edit.set(node, node.value === '' ? [] : [node.value])
    },
    'policy-operation-exists': ({ node, connector, edit }) => {
      const known = connector.definition?.operations.flatMap(({ id }) => id ?? []) ?? []
      const near = nearestWord(String(node?.value), known)
      if (node !== undefined && near !== undefined) edit.set(node, near)
    },
    'policy-connection-parameter-exists': ({ node, data, connector, edit }) => {
      const near = nearestWord(
        String(data.name),
        connector.properties?.connectionParameters.map(({ name }) => name) ?? [],
      )
      if (typeof node?.value !== 'string' || near === undefined) return
      const quoted = (name: string, quote: string): string => `${quote}${name}${quote}`
      let text = node.value
      for (const quote of ["'", '"']) text = text.replaceAll(quoted(String(data.name), quote), quoted(near, quote))
      edit.set(node, text)
    },
  },
})

function applies({ operationIds }: Policy, id: string | undefined): boolean {
  return operationIds === undefined || operationIds.some((one) => one.value === id)
}

function checkPolicy(context: CheckContext, { node, parameters, templateId, title }: Policy): void {
  const policy = title ?? templateId ?? ''
  const names = parameters?.member(operationNameKey)
  if (names !== undefined) checkOperations(context, names, policy)
  if (templateId === 'dynamichosturl') {
    const address = parameters?.member(`${parameterPrefix}urlTemplate`)
    if (typeof address?.value === 'string' && !/^\s*(https:\/\/|@|\{)/i.test(address.value))
      context.report('policy-host-url-https', address, { data: { policy, address: address.value } })
  }
  const { properties } = context.connector
  if (parameters === undefined || properties === undefined || !isWhole(properties)) return
  const known = new Set(properties.connectionParameters.map((one) => one.name))
  checkExpressions(context, parameters ?? node, known, policy, 0)
}

function checkOperations({ report, connector, notChecked }: CheckContext, names: JsonNode, policy: string): void {
  if (names.kind !== 'array') {
    report('policy-operation-name-array', names, { data: { policy } })
    return
  }
  if (connector.definition === undefined || !isWhole(connector.definition)) {
    notChecked('policy-operation-exists', 'Operations stand in the definition, which could not be read.')
    return
  }
  for (const name of names.children) {
    if (typeof name.value === 'string' && !exists(connector, name.value))
      report('policy-operation-exists', name, { data: { policy, name: name.value } })
  }
}

function exists({ definition }: Connector, id: string): boolean {
  return definition?.operation(id) !== undefined
}

function checkExpressions(
  context: CheckContext,
  node: JsonNode,
  known: ReadonlySet<string>,
  policy: string,
  depth: number,
): void {
  for (const child of node.children) if (depth < nested) checkExpressions(context, child, known, policy, depth + 1)
  if (typeof node.value !== 'string' || !node.value.includes('connectionParameters(')) return
  for (const [, name = ''] of node.value.matchAll(/connectionParameters\(\s*['"]([^'"]{1,200})['"]/g)) {
    if (known.has(name)) continue
    const other = [...known].find((one) => one.toLowerCase() === name.toLowerCase())
    context.report('policy-connection-parameter-exists', node, {
      message: other === undefined ? 'found' : 'case',
      data: { policy, name, known: other ?? '' },
    })
  }
}
