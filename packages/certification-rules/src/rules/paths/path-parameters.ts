import type { Operation, Parameter } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily, type Mend } from '../../engine/rule-family.ts'

/** The parameters a path names, and those that are described. */
export const pathParameters = defineRuleFamily({
  id: 'path-parameters',
  rules: {
    'path-parameters-defined': {
      title: 'Every parameter a path names is described.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The path of "{operation}" names the parameter "{name}", which is not described.',
          why: 'Nothing asks the maker for its value, so every request fails.',
          fix: 'Add a parameter with "in": "path" and "name": "{name}".',
        },
      },
    },
    'path-parameter-in-template': {
      title: 'Every path parameter stands in the path.',
      messages: {
        found: {
          what: 'The path parameter "{name}" of "{operation}" does not stand in its path.',
          why: 'Its value goes nowhere.',
          fix: 'Write it into the path in braces, with the same letters, or remove the parameter.',
        },
      },
    },
  },
  check(context) {
    return { operation: (operation) => checkOperation(context, operation) }
  },
  mends: { 'path-parameters-defined': describeParameter() },
})

function checkOperation({ report }: CheckContext, operation: Operation): void {
  const { path } = operation.pathItem
  const described: Parameter[] = []
  let isAllKnown = true
  for (const parameter of operation.parameters) {
    if (parameter.location === 'path' && parameter.name !== undefined) described.push(parameter)
    else if (parameter.isReference && parameter.name === undefined) isAllKnown = false
  }
  if (described.length === 0 && !path.includes('{')) return
  const named = new Set([...path.matchAll(/\{([^{}/=]+)(?:=[^{}/]*)?\}/g)].map((match) => match[1] ?? ''))
  for (const parameter of described) {
    if (!named.delete(parameter.name ?? '') && !path.includes(`{${parameter.name}}`)) {
      report('path-parameter-in-template', parameter.site, {
        data: { name: parameter.name ?? '', operation: operation.label },
      })
    }
  }
  // A reference that leads nowhere may be the parameter that is missed; it is reported for itself.
  if (!isAllKnown) return
  for (const name of named)
    report('path-parameters-defined', operation.node, { data: { name, operation: operation.label } })
}

function describeParameter(): Mend {
  return ({ node, data, edit }) => {
    if (node === undefined) return
    const parameter = { name: String(data.name), in: 'path', required: true, type: 'string' }
    const list = node.member('parameters')
    if (list === undefined) edit.insert(node, 'parameters', [parameter])
    else if (list.kind === 'array') edit.append(list, parameter)
  }
}
