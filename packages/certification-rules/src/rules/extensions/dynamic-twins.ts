import type { JsonNode, JsonValue } from '@sevenstep/located-json'
import { toValue } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { isCutOff } from '../cut-off.ts'
import { dynamicCalls } from './dynamic-calls.ts'
import { type DynamicExtension, onDynamicExtensions } from './dynamic-extension.ts'
import { dynamicResults } from './dynamic-results.ts'
import { SchemaUsers, sourcesOf } from './dynamic-sources.ts'

const dynamicKeys: readonly string[] = [
  'x-ms-dynamic-values',
  'x-ms-dynamic-list',
  'x-ms-dynamic-schema',
  'x-ms-dynamic-properties',
  'x-ms-dynamic-tree',
]

/** Where dynamic extensions stand, and that the older and the newer form of one stand together. */
export const dynamicTwins = defineRuleFamily({
  id: 'dynamic-twins',
  rules: {
    'ext-dynamic-not-on-body-parameter': {
      title: 'For a body, dynamic extensions stand in its schema.',
      mend: 'proposed',
      messages: {
        found: {
          what: '"{key}" stands on the body parameter "{name}".',
          why: 'A body is described by its schema; beside it the extension is refused.',
          fix: 'Move it into the "schema" of the parameter.',
        },
      },
    },
    'ext-dynamic-list-paired': {
      title: 'Beside "x-ms-dynamic-values" stands "x-ms-dynamic-list".',
      mend: 'automatic',
      messages: {
        found: {
          what: '"x-ms-dynamic-values" stands without "x-ms-dynamic-list".',
          why: 'The newer form can say exactly where a value comes from; older clients need the older one.',
          fix: 'Add "x-ms-dynamic-list" with the same operation and paths.',
        },
      },
    },
    'ext-dynamic-properties-paired': {
      title: 'Beside "x-ms-dynamic-schema" stands a matching "x-ms-dynamic-properties".',
      mend: 'automatic',
      messages: {
        found: {
          what: '"x-ms-dynamic-schema" stands without "x-ms-dynamic-properties".',
          why: 'The newer form can say exactly where a value comes from; older clients need the older one.',
          fix: 'Add "x-ms-dynamic-properties" with the same operation and path.',
        },
        mismatch: {
          what: '"itemValuePath" is "{path}", but "value-path" beside it leads to "{expected}".',
          why: 'Older and newer clients would show different fields.',
          fix: 'Write "{expected}": the "value-path" without "properties" at its end.',
        },
      },
    },
    'ext-selected-item-value-path': {
      title: '"selectedItemValuePath" is used only to browse a tree.',
      deviation: 'No mend: without it the value is missing, and which one to give, only the author knows.',
      messages: {
        found: {
          what: '"{parameter}" takes its value from "selectedItemValuePath" outside the browsing of a tree.',
          why: 'Only while a tree is browsed is there a selected item; elsewhere it is refused.',
          fix: 'Give a fixed value or a reference, or move it to "browse" of "x-ms-dynamic-tree".',
        },
      },
    },
    'ext-dynamic-tree-for-file-picker': {
      title: 'Beside a file picker stands "x-ms-dynamic-tree".',
      messages: {
        found: {
          what: 'The file picker stands without "x-ms-dynamic-tree".',
          why: 'Newer clients show folders by the tree and have none to show.',
          fix: 'Add "x-ms-dynamic-tree" with "open" and "browse".',
        },
      },
    },
  },
  check(context) {
    const { connector, report } = context
    const users = connector.definition === undefined ? undefined : new SchemaUsers(connector.definition)
    const isFaultless = faultlessIn(context)
    return {
      parameter({ isBody, node, name = '' }) {
        if (!isBody) return
        for (const child of node.children) {
          const { key } = child
          if (key !== undefined && dynamicKeys.includes(key))
            report('ext-dynamic-not-on-body-parameter', child, { onKey: true, data: { key, name } })
        }
      },
      ...onDynamicExtensions((extension) => {
        for (const { node, name } of extension.arguments) {
          const selected = node.member('selectedItemValuePath')
          if (selected !== undefined && extension.kind !== 'tree-browse')
            report('ext-selected-item-value-path', selected, { onKey: true, data: { parameter: name } })
        }
        const holder = extension.schema.node
        if (isCutOff(connector, holder)) return
        const clear = (): string =>
          users !== undefined && isClear(extension, users) && isFaultless(extension) ? 'yes' : 'no'
        if (extension.kind === 'values') checkValues(report, extension, holder, clear)
        else if (extension.kind === 'schema') checkSchema(report, extension, holder, clear)
      }),
    }
  },
  mends: {
    'ext-dynamic-not-on-body-parameter': moveIntoSchema,
    'ext-dynamic-list-paired': ({ node, data, edit }) => {
      const holder = node?.parent
      if (node === undefined || holder === undefined || data.clear !== 'yes') return
      const parameters = newerParameters(node.member('parameters'))
      const paths = { 'value-collection': 'itemsPath', 'value-path': 'itemValuePath', 'value-title': 'itemTitlePath' }
      if (parameters === undefined) return
      const twin: Record<string, JsonValue> = { operationId: node.text('operationId') ?? '', parameters }
      for (const [older, newer] of Object.entries(paths)) {
        const path = node.text(older)
        if (path !== undefined) twin[newer] = path
      }
      edit.insert(holder, 'x-ms-dynamic-list', twin, { after: 'x-ms-dynamic-values' })
    },
    'ext-dynamic-properties-paired': mendProperties,
  },
})

/** Tells whether nothing is wrong with an extension that stands there: a fault is not written a second time. */
function faultlessIn(context: CheckContext): (extension: DynamicExtension) => boolean {
  let faults = 0
  const listening = { ...context, report: () => void faults++ }
  const checks = [dynamicCalls, dynamicResults].map((family) => family.check(listening))
  return ({ node, schema }) => {
    const before = faults
    for (const check of checks) check.schemaKeyword?.[node.key ?? '']?.(node, schema)
    return faults === before
  }
}

/** True when every reference names a parameter and nothing else, so that the newer form can be written without a guess. */
function isClear(extension: DynamicExtension, users: SchemaUsers): boolean {
  return extension.arguments.every(({ reference }) => {
    if (reference === undefined) return true
    return [...users.of(extension.schema)].every((operation) => {
      const { found } = sourcesOf(operation, String(reference.value))
      return found.length > 0 && found.every((source) => !source.isProperty)
    })
  })
}

type Report = (rule: string, at: JsonNode, options?: { message?: string; data?: Record<string, string> }) => void

function checkValues(
  report: Report,
  { node, operationId }: DynamicExtension,
  holder: JsonNode,
  clear: () => string,
): void {
  if (node.text('capability') === 'file-picker') {
    if (holder.member('x-ms-dynamic-tree') === undefined) report('ext-dynamic-tree-for-file-picker', node)
  } else if (operationId !== undefined && holder.member('x-ms-dynamic-list') === undefined)
    report('ext-dynamic-list-paired', node, { data: { clear: clear() } })
}

function checkSchema(
  report: Report,
  { node, valuePath }: DynamicExtension,
  holder: JsonNode,
  clear: () => string,
): void {
  const twin = holder.member('x-ms-dynamic-properties')
  if (twin === undefined) {
    report('ext-dynamic-properties-paired', node, { data: { clear: clear() } })
    return
  }
  const given = twin.member('itemValuePath')
  const expected = newerPath(valuePath)
  const path = typeof given?.value === 'string' ? given.value : ''
  if (twin.text('operationId') === node.text('operationId') && path !== expected)
    report('ext-dynamic-properties-paired', given ?? twin, { message: 'mismatch', data: { path, expected } })
}

/** `value-path` points at the list of properties, `itemValuePath` at the schema that holds them. */
function newerPath(valuePath: JsonNode | undefined): string {
  const path = typeof valuePath?.value === 'string' ? valuePath.value : ''
  return path === 'properties' ? '' : path.replace(/\/properties$/, '')
}

/** The parameters in the newer form; nothing when one cannot be read. */
function newerParameters(parameters: JsonNode | undefined): JsonValue | undefined {
  const result: Record<string, JsonValue> = {}
  for (const child of parameters?.kind === 'object' ? parameters.children : []) {
    const reference = child.member('parameter')
    if (child.key === undefined || child.key === '__proto__') return undefined
    if (reference === undefined)
      result[child.key] = child.kind === 'object' ? toValue(child) : { value: toValue(child) }
    else if (typeof reference.value === 'string') result[child.key] = { parameterReference: reference.value }
    else return undefined
  }
  return result
}

function mendProperties({ node, data, message, edit }: MendContext): void {
  if (node === undefined) return
  if (message === 'mismatch') {
    const expected = String(data.expected)
    if (node.key !== 'itemValuePath') edit.insert(node, 'itemValuePath', expected)
    else if (expected === '') edit.remove(node)
    else edit.set(node, expected)
    return
  }
  const holder = node.parent
  const parameters = newerParameters(node.member('parameters'))
  if (holder === undefined || parameters === undefined || data.clear !== 'yes') return
  const path = newerPath(node.member('value-path'))
  const twin = { operationId: node.text('operationId') ?? '', parameters }
  const value = path === '' ? twin : { ...twin, itemValuePath: path }
  edit.insert(holder, 'x-ms-dynamic-properties', value, { after: 'x-ms-dynamic-schema' })
}

function moveIntoSchema({ node, edit }: MendContext): void {
  const schema = node?.parent?.member('schema')
  if (node?.key === undefined || schema?.kind !== 'object') return
  // Beside a reference it would be ignored, and what is there already is not overwritten.
  if (schema.member('$ref') !== undefined || schema.member(node.key) !== undefined) return
  edit.remove(node)
  edit.insert(schema, node.key, toValue(node))
}
