import type { Schema } from '@sevenstep/connector-schema'
import { type JsonNode, toValue } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { asType, fitsType } from './value-fit.ts'

/** The values a schema names: its `enum` and its `default`. */
export const schemaValues = defineRuleFamily({
  id: 'schema-values',
  rules: {
    'schema-enum-not-empty': {
      title: 'An "enum" offers at least one value.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The "enum" is empty.',
          why: 'Makers get a list with nothing to choose from, and the validator refuses it.',
          fix: 'List the allowed values, or remove "enum".',
        },
      },
    },
    'schema-enum-unique': {
      title: 'Each value of an "enum" occurs once.',
      mend: 'automatic',
      messages: {
        found: {
          what: '{value} occurs in the "enum" more than once.',
          why: 'Makers see the same choice twice, and the validator refuses the list.',
          fix: 'Remove the later one.',
        },
      },
    },
    'schema-enum-type-match': {
      title: 'The values of an "enum" are of the declared type.',
      mend: 'proposed',
      deviation: 'Mended only after a look: the fault may be in the type instead of the value.',
      messages: {
        found: {
          what: '{value} in the "enum" is not of the type "{type}".',
          why: 'The designer offers a value that the step then refuses.',
          fix: 'Write the value as "{type}", or change the type.',
        },
      },
    },
    'schema-default-type-match': {
      title: 'The default is of the declared type.',
      mend: 'proposed',
      deviation: 'Mended only after a look: the fault may be in the type instead of the default.',
      messages: {
        found: {
          what: 'The default {value} is not of the type "{type}".',
          why: 'The step starts with a value that it then refuses.',
          fix: 'Write the default as "{type}", or change the type.',
        },
      },
    },
  },
  check(context) {
    return {
      schemaKeyword: {
        enum: (value, schema) => checkEnum(context, value, schema),
        default: (value, { type }) => {
          if (type !== undefined && !fitsType(value, type))
            context.report('schema-default-type-match', value, { data: { type, value: print(value) } })
        },
      },
    }
  },
  mends: {
    'schema-enum-not-empty': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
    'schema-enum-unique': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
    'schema-enum-type-match': writeAsType,
    'schema-default-type-match': writeAsType,
  },
})

function checkEnum({ report }: CheckContext, list: JsonNode, { type }: Schema): void {
  if (list.kind !== 'array') return
  if (list.children.length === 0) report('schema-enum-not-empty', list)
  const seen = new Map<unknown, JsonNode>()
  for (const item of list.children) {
    const value = item.value === undefined ? JSON.stringify(toValue(item)) : item.value
    const first = seen.get(value)
    if (first === undefined) seen.set(value, item)
    else if (first.kind === item.kind) {
      const related = [{ at: first, note: 'The first one.' }]
      report('schema-enum-unique', item, { data: { value: print(item) }, related })
      continue
    }
    if (type !== undefined && !fitsType(item, type))
      report('schema-enum-type-match', item, { data: { type, value: print(item) } })
  }
}

function print(node: JsonNode): string {
  return node.kind === 'array' ? 'A list' : node.kind === 'object' ? 'An object' : JSON.stringify(node.value)
}

function writeAsType({ node, data, edit }: MendContext): void {
  if (node === undefined) return
  const value = asType(node, String(data.type))
  if (value !== undefined) edit.set(node, value)
}
