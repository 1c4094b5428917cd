import type { Parameter } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { labelOf, ownerOf } from './parameter-audience.ts'

const knownKeys = [
  'name',
  'in',
  'description',
  'required',
  'schema',
  'type',
  'format',
  'allowEmptyValue',
  'items',
  'collectionFormat',
  'default',
  'maximum',
  'exclusiveMaximum',
  'minimum',
  'exclusiveMinimum',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'enum',
  'multipleOf',
]
const known: ReadonlySet<string> = new Set(knownKeys)
const formats = ['csv', 'ssv', 'tsv', 'pipes', 'multi']

/** The keys a parameter may have. */
export const parameterKeys = defineRuleFamily({
  id: 'parameter-keys',
  rules: {
    'param-known-keys': {
      title: 'A parameter has only keys of OpenAPI 2.0 and extensions.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The parameter "{name}" of {owner} has a key "{key}", which OpenAPI 2.0 does not know.',
          why: 'The validator refuses unknown keys; what the key was meant to say has no effect.',
          fix: 'Remove the key, or put what it says where OpenAPI 2.0 expects it.',
        },
        misspelled: {
          what: 'The parameter "{name}" of {owner} has a key "{key}", which is spelled "{known}".',
          why: 'Keys are told apart by case; written like this it is refused and has no effect.',
          fix: 'Rename the key to "{known}".',
        },
      },
    },
    'param-collection-format': {
      title: 'A collection format is one of those OpenAPI 2.0 knows.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The parameter "{name}" of {owner} has the collection format "{format}".',
          why: 'Values are joined as csv, ssv, tsv or pipes; any other word is refused.',
          fix: 'Use "csv", "ssv", "tsv" or "pipes".',
        },
        multi: {
          what: 'The parameter "{name}" of {owner} is sent in "{in}" with the collection format "multi".',
          why: 'Only a query or a form can repeat a parameter once for each value.',
          fix: 'Use "csv" or another format that joins the values.',
        },
      },
    },
    'param-allow-empty-value': {
      title: 'Only parameters in a query or form allow empty values.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The parameter "{name}" of {owner} is sent in "{in}" and has "allowEmptyValue".',
          why: 'The key has a meaning in "query" and "formData" only; elsewhere the validator refuses it.',
          fix: 'Remove "allowEmptyValue".',
        },
      },
    },
  },
  check(context) {
    return { parameter: (parameter) => checkMembers(context, parameter) }
  },
  mends: {
    'param-known-keys': ({ node, data, message, edit }) => {
      if (node !== undefined && message === 'misspelled') edit.rename(node, String(data.known))
    },
    'param-collection-format': ({ node, data, message, edit }) => {
      const format = String(data.format ?? '').toLowerCase()
      const isAllowed = formats.includes(format) && (format !== 'multi' || canRepeat(String(data.in)))
      if (node !== undefined && message === 'found' && isAllowed) edit.set(node, format)
    },
    'param-allow-empty-value': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
  },
})

function checkMembers(context: CheckContext, parameter: Parameter): void {
  for (const child of parameter.node.children) {
    const key = child.key ?? ''
    if (known.has(key)) {
      if (key === 'collectionFormat') checkFormat(context, parameter, child)
      else if (key === 'allowEmptyValue' && !canRepeat(parameter.location ?? '')) {
        context.report('param-allow-empty-value', child, { onKey: true, data: dataOf(parameter) })
      }
    } else if (!key.startsWith('x-')) {
      const meant = knownKeys.find((name) => name.toLowerCase() === key.toLowerCase())
      const data = { ...dataOf(parameter), key }
      const isFree = meant !== undefined && parameter.node.member(meant) === undefined
      if (!isFree) context.report('param-known-keys', child, { onKey: true, data })
      else {
        const options = { onKey: true, message: 'misspelled', data: { ...data, known: meant } }
        context.report('param-known-keys', child, options)
      }
    }
  }
}

function checkFormat({ report }: CheckContext, parameter: Parameter, node: Parameter['node']): void {
  const format = String(node.value ?? node.kind)
  const data = { ...dataOf(parameter), format }
  if (!formats.includes(format)) report('param-collection-format', node, { data })
  else if (format === 'multi' && !canRepeat(parameter.location ?? '')) {
    report('param-collection-format', node, { message: 'multi', data })
  }
}

function canRepeat(location: string): boolean {
  return location === 'query' || location === 'formData'
}

function dataOf(parameter: Parameter): { readonly name: string; readonly owner: string; readonly in: string } {
  return { name: labelOf(parameter), owner: ownerOf(parameter), in: parameter.location ?? '' }
}
