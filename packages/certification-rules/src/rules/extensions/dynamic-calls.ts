import type { Operation, Parameter } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { fitsType } from '../schemas/value-fit.ts'
import { isWhole } from '../whole-file.ts'
import { type DynamicArgument, type DynamicExtension, onDynamicExtensions } from './dynamic-extension.ts'
import { SchemaUsers, sourcesOf } from './dynamic-sources.ts'
import { followPath } from './schema-path.ts'

/** The operation that a dynamic extension asks, and what it hands over to it. */
export const dynamicCalls = defineRuleFamily({
  id: 'dynamic-calls',
  rules: {
    'ext-dynamic-operation-exists': {
      title: 'The operation that is asked for choices or fields exists.',
      messages: {
        found: {
          what: 'Choices or fields are to come from "{operation}", which does not exist.',
          why: 'Makers see an error instead of a list.',
          fix: 'Name an operation of this connector, exactly as its "operationId" is written.',
        },
      },
    },
    'ext-dynamic-required-parameters': {
      title: 'The operation that is asked gets all it requires.',
      deviation: 'No mend: where the value comes from, only the author knows.',
      messages: {
        found: {
          what: '"{operation}" requires "{parameter}", which is not handed over.',
          why: 'The call fails, and makers see an error instead of a list.',
          fix: 'Add "{parameter}" under "parameters", as a fixed value or as a reference.',
        },
      },
    },
    'ext-dynamic-parameter-known': {
      title: 'Only what the asked operation knows is handed over.',
      messages: {
        found: {
          what: '"{operation}" has no parameter "{parameter}".',
          why: 'The value goes nowhere, usually because the name is misspelt, and the definition is refused.',
          fix: 'Correct the name, or remove it from "parameters".',
        },
      },
    },
    'ext-dynamic-type-match': {
      title: 'What is handed over is of the type the asked operation expects.',
      messages: {
        found: {
          what: '"{parameter}" of "{operation}" is of the type "{target}", but gets a value of the type "{source}".',
          why: 'The call may fail, and makers then see an error instead of a list.',
          fix: 'Give both the same type, or hand over another value.',
        },
      },
    },
  },
  check(context) {
    const { definition } = context.connector
    if (definition === undefined) return {}
    if (!isWhole(definition)) {
      for (const rule of Object.keys(dynamicCalls.rules))
        context.notChecked(rule, 'The definition could not be read to its end, so an operation may be missing.')
      return {}
    }
    const users = new SchemaUsers(definition)
    return onDynamicExtensions((extension) => {
      const id = extension.operationId
      if (id === undefined || typeof id.value !== 'string') return
      const operation = definition.operation(id.value)
      if (operation !== undefined) checkCall(context, extension, operation, users)
      else context.report('ext-dynamic-operation-exists', id, { data: { operation: id.value } })
    })
  },
})

function checkCall(context: CheckContext, extension: DynamicExtension, operation: Operation, users: SchemaUsers): void {
  const { report } = context
  const label = operation.label
  const given = extension.arguments.map((argument) => argument.name)
  for (const parameter of operation.parameters) {
    for (const name of missingNames(parameter, given)) {
      const at = extension.node.member('parameters') ?? extension.node
      report('ext-dynamic-required-parameters', at, { data: { operation: label, parameter: name } })
    }
  }
  for (const argument of extension.arguments) {
    const { found, isOpen } = sourcesOf(operation, argument.name)
    if (found.length === 0) {
      if (isOpen) continue
      const data = { operation: label, parameter: argument.name }
      report('ext-dynamic-parameter-known', argument.node, { onKey: true, data })
    } else checkType(context, extension, argument, { operation, target: found[0]?.type, users })
  }
}

/** What a required parameter still needs: itself, or for a body its required properties. */
function missingNames(
  { name, node, schema, isRequired, isBody }: Parameter,
  given: readonly string[],
): readonly string[] {
  if (name === undefined || given.includes(name)) return []
  if (!isBody) return isRequired && node.member('default') === undefined ? [name] : []
  const root = followPath(schema, '')
  const required = root.is === 'found' ? root.node.member('required') : undefined
  if (!isRequired || required?.kind !== 'array') return []
  return required.children.flatMap(({ value }) => {
    if (typeof value !== 'string' || hasDefault(schema, value)) return []
    const isGiven = given.some((one) => isUnder(one, value) || isUnder(one, `${name}/${value}`))
    return isGiven ? [] : [value]
  })
}

function isUnder(given: string, name: string): boolean {
  return given === name || given.startsWith(`${name}/`) || given.startsWith(`${name}.`)
}

function hasDefault(schema: JsonNode | undefined, name: string): boolean {
  const property = followPath(schema, name)
  return property.is !== 'found' || property.node.member('default') !== undefined
}

function checkType(
  { report }: CheckContext,
  extension: DynamicExtension,
  { name, node, literal, reference }: DynamicArgument,
  call: { readonly operation: Operation; readonly target: string | undefined; readonly users: SchemaUsers },
): void {
  const { operation, target, users } = call
  if (target === undefined) return
  const data = { parameter: name, operation: operation.label, target }
  if (literal !== undefined) {
    if (literal.kind !== 'null' && literal.value !== '' && !fitsType(literal, target))
      report('ext-dynamic-type-match', literal, { data: { ...data, source: literal.kind } })
    return
  }
  if (reference === undefined) return
  for (const user of users.of(extension.schema)) {
    const source = sourcesOf(user, String(reference.value)).found[0]?.type
    if (source === undefined || areAlike(source, target)) continue
    report('ext-dynamic-type-match', node, { data: { ...data, source } })
    return
  }
}

function areAlike(source: string, target: string): boolean {
  const [left, right] = [source, target].map((type) => (type === 'integer' ? 'number' : type))
  return left === right
}
