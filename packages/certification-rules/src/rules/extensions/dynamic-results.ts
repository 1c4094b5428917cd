import type { Operation } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { isCutOff } from '../cut-off.ts'
import { type DynamicExtension, onDynamicExtensions } from './dynamic-extension.ts'
import { followPath } from './schema-path.ts'

/** What a dynamic extension takes from the answer of the operation it asks. */
export const dynamicResults = defineRuleFamily({
  id: 'dynamic-results',
  rules: {
    'ext-dynamic-produces-array': {
      title: 'The operation that is asked for choices answers with a list.',
      messages: {
        found: {
          what: '"{path}" in the answer of "{operation}" is not a list.',
          why: 'Makers see an empty drop-down list.',
          fix: 'Correct the path, or describe the list in the response of "{operation}".',
        },
        root: {
          what: 'The answer of "{operation}" is not a list, and no path to one is given.',
          why: 'Makers see an empty drop-down list.',
          fix: 'Add "value-collection" ("itemsPath" in "x-ms-dynamic-list") with the path to the list.',
        },
      },
    },
    'ext-dynamic-produces-property': {
      title: 'The items of the answer have the properties that are shown and used.',
      messages: {
        found: {
          what: 'The items that "{operation}" answers with have no property "{path}".',
          why: 'The choices have no name or no value, so makers cannot pick one.',
          fix: 'Correct the path, or describe the property in the response of "{operation}".',
        },
      },
    },
  },
  check(context) {
    const { connector } = context
    return onDynamicExtensions((extension) => {
      const id = extension.operationId?.value
      if (typeof id !== 'string' || (extension.kind !== 'values' && extension.kind !== 'list')) return
      const operation = connector.definition?.operation(id)
      const answer = operation === undefined ? undefined : answerOf(operation)
      if (operation === undefined || answer === undefined || isCutOff(connector, answer)) return
      checkAnswer(context, extension, operation, answer)
    })
  },
})

function answerOf({ responses }: Operation): JsonNode | undefined {
  const response = responses.find(({ code }) => code === '200') ?? responses.find((one) => one.isSuccess)
  return response?.schema
}

function checkAnswer(context: CheckContext, extension: DynamicExtension, operation: Operation, answer: JsonNode): void {
  const { collection, node, valuePath, titlePath } = extension
  const path = typeof collection?.value === 'string' ? collection.value : ''
  const list = followPath(answer, path)
  if (list.is === 'open') return
  if (list.is === 'missing' || isNoList(list.node)) {
    const data = { path, operation: operation.label }
    const message = path === '' ? 'root' : 'found'
    context.report('ext-dynamic-produces-array', collection ?? node, { message, data })
    return
  }
  const item = followPath(list.node.member('items'), '')
  if (item.is !== 'found' || !isObject(item.node)) return
  for (const one of new Set([valuePath, titlePath])) {
    if (one === undefined || typeof one.value !== 'string') continue
    if (followPath(item.node, one.value).is !== 'missing') continue
    const data = { path: one.value, operation: operation.label }
    context.report('ext-dynamic-produces-property', one, { data })
  }
}

/** True for what is certainly no list; an object that says nothing about itself may turn out to be one. */
function isNoList(node: JsonNode): boolean {
  const type = node.text('type')
  if (type === 'array' || node.member('items') !== undefined) return false
  if (node.children.some(({ key }) => key?.startsWith('x-ms-dynamic-') === true)) return false
  if (type === 'object' || type === undefined) return (node.member('properties')?.children.length ?? 0) > 0
  return true
}

function isObject(node: JsonNode): boolean {
  return (node.text('type') ?? 'object') === 'object'
}
