import type { Schema } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'

/** Functions and operators that columns are filtered by, as the enhanced connector protocol names them. */
const filterFunctions: ReadonlySet<string> = new Set(
  (
    'eq ne lt le gt ge and or not contains length replace startswith endswith indexof substring substringof tolower ' +
    'toupper trim concat year month day hour minute second date time now totaloffsetminutes totalseconds mindatetime ' +
    'maxdatetime round floor ceiling min max sum average count countdistinct top topforquery add sub mul div mod ' +
    'negate null any all astype arraylookup joininner joinleft joinright joinfull distinct'
  ).split(' '),
)

/** Extensions of schemas that only fit certain schemas. */
export const schemaExtensions = defineRuleFamily({
  id: 'schema-extensions',
  rules: {
    'ext-editor-dictionary': {
      title: 'The editor "dictionary" is used only for objects with keys of any name.',
      messages: {
        found: {
          what: 'The editor is "dictionary", but the schema is not an object with "additionalProperties".',
          why: 'The editor adds rows of key and value, which nothing else can hold.',
          fix: 'Make it an object with "additionalProperties", or remove "x-ms-editor".',
        },
      },
    },
    'ext-filter-functions': {
      title: '"filterFunctions" lists known functions, each once, in a response only.',
      mend: 'automatic',
      mendByMessage: { empty: 'automatic', duplicate: 'automatic', request: 'proposed', unknown: 'none' },
      deviation: 'The list of known functions is taken from the open protocol, not from the validator.',
      messages: {
        empty: {
          what: '"filterFunctions" lists nothing.',
          why: 'An empty list is refused; a column without it simply cannot be filtered.',
          fix: 'List the functions, or remove "filterFunctions".',
        },
        duplicate: {
          what: '{value} is listed more than once.',
          why: 'The validator refuses a function that is listed twice.',
          fix: 'Remove the later one.',
        },
        request: {
          what: '"filterFunctions" stands in a schema that requests use.',
          why: 'It says how results can be filtered, so in a request it means nothing and is refused.',
          fix: 'Remove it there, or give the response a schema of its own.',
        },
        unknown: {
          what: '{value} is not a function that columns can be filtered by.',
          why: 'Apps cannot hand the filter on to the service.',
          fix: 'Use names such as "eq", "contains" and "startswith".',
        },
      },
    },
  },
  check(context) {
    return {
      schemaKeyword: {
        'x-ms-editor'(value, schema) {
          if (value.value === 'dictionary' && !isDictionary(schema)) context.report('ext-editor-dictionary', value)
        },
        'x-ms-capabilities': (value, schema) => checkFilters(context, value.member('filterFunctions'), schema),
      },
    }
  },
  mends: {
    'ext-filter-functions': ({ node, message, edit }) => {
      if (node !== undefined && message !== 'unknown') edit.remove(node)
    },
  },
})

function isDictionary({ node, type }: Schema): boolean {
  const additional = node.member('additionalProperties')
  return (type === 'object' || type === undefined) && additional !== undefined && additional.value !== false
}

function checkFilters({ report }: CheckContext, list: JsonNode | undefined, { isRequest, isResponse }: Schema): void {
  if (list === undefined) return
  const rule = 'ext-filter-functions'
  if (isRequest && !isResponse) report(rule, list, { message: 'request', onKey: true })
  else if (list.kind !== 'array' || list.children.length === 0) report(rule, list, { message: 'empty' })
  else {
    const seen = new Map<unknown, JsonNode>()
    for (const item of list.children) {
      const data = { value: item.value === undefined ? `An ${item.kind}` : JSON.stringify(item.value) }
      const first = seen.get(item.value)
      if (first !== undefined)
        report(rule, item, { message: 'duplicate', data, related: [{ at: first, note: 'The first one.' }] })
      else if (!filterFunctions.has(String(item.value))) report(rule, item, { message: 'unknown', data })
      else seen.set(item.value, item)
    }
  }
}
