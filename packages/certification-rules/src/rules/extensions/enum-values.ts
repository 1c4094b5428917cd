import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'

/** Display names of the values of an enum: `x-ms-enum-values`. */
export const enumValues = defineRuleFamily({
  id: 'enum-values',
  rules: {
    'ext-enum-values-display-name': {
      title: 'Every entry of "x-ms-enum-values" has a display name.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The entry for {value} has no "displayName".',
          why: 'The entry is there to give the value a name, and without one the validator refuses it.',
          fix: 'Add "displayName" with what makers should read.',
        },
      },
    },
    'ext-enum-values-unique': {
      title: 'Each value occurs once in "x-ms-enum-values".',
      messages: {
        found: {
          what: '{value} has more than one entry.',
          why: 'Makers see the same choice under two names, and the validator refuses it.',
          fix: 'Keep one entry for each value.',
        },
      },
    },
    'ext-enum-values-in-enum': {
      title: 'Every value of "x-ms-enum-values" is in the enum.',
      messages: {
        found: {
          what: '{value} is not one of the values of the "enum".',
          why: 'Makers can choose it, and the service refuses it.',
          fix: 'Add it to "enum", correct it, or remove the entry.',
        },
      },
    },
  },
  check(context) {
    return {
      schemaKeyword: {
        'x-ms-enum-values': (list, { node }) => checkEntries(context, list, node.member('enum')),
      },
    }
  },
  mends: {
    'ext-enum-values-display-name': ({ node, edit }) => {
      const value = node?.member('value')?.value
      if (node !== undefined && value !== undefined && value !== null && value !== '')
        edit.insert(node, 'displayName', String(value))
    },
  },
})

function checkEntries({ report }: CheckContext, list: JsonNode, allowed: JsonNode | undefined): void {
  if (list.kind !== 'array') return
  const seen = new Map<unknown, JsonNode>()
  const values = allowed?.kind === 'array' ? new Set(allowed.children.map((item) => item.value)) : undefined
  for (const entry of list.children) {
    if (entry.kind !== 'object') continue
    const value = entry.member('value')
    const data = { value: value?.value === undefined ? 'a value' : JSON.stringify(value.value) }
    if ((entry.text('displayName') ?? '') === '') report('ext-enum-values-display-name', entry, { data })
    if (value?.value === undefined) continue
    const first = seen.get(value.value)
    if (first === undefined) seen.set(value.value, value)
    else report('ext-enum-values-unique', value, { data, related: [{ at: first, note: 'The first entry.' }] })
    if (values !== undefined && !values.has(value.value)) report('ext-enum-values-in-enum', value, { data })
  }
}
