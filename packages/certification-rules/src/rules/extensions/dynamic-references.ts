import { defineRuleFamily } from '../../engine/rule-family.ts'
import { isWhole } from '../whole-file.ts'
import { type DynamicExtension, onDynamicExtensions } from './dynamic-extension.ts'
import { SchemaUsers, sourcesOf } from './dynamic-sources.ts'

const twins = { values: 'x-ms-dynamic-list', schema: 'x-ms-dynamic-properties' } as const

/** Where a dynamic extension takes its values from: what the maker has filled in before. */
export const dynamicReferences = defineRuleFamily({
  id: 'dynamic-references',
  rules: {
    'ext-dynamic-source-parameter-exists': {
      title: 'What a dynamic extension refers to exists.',
      deviation:
        'Nested properties count as existing, also with dots between the names, as accepted connectors write them.',
      messages: {
        found: {
          what: 'A value is to come from "{reference}", which "{operation}" does not have.',
          why: 'The list stays empty, because the value it depends on never arrives.',
          fix: 'Name a parameter of the operation, or "body/…" with the path to a property of its body.',
        },
      },
    },
    'ext-dynamic-source-internal': {
      title: 'What a dynamic extension refers to is visible.',
      deviation: 'No mend: the fixed value has to be chosen by the author.',
      messages: {
        found: {
          what: 'A value is to come from "{reference}", which is internal.',
          why: 'Makers cannot fill in what they do not see, and the designer does not hand it over.',
          fix: 'Hand over a fixed value instead of the reference.',
        },
      },
    },
    'ext-dynamic-reference-ambiguous': {
      title: 'A reference means one thing only.',
      deviation: 'No mend: which of the two is meant, only the author knows.',
      messages: {
        found: {
          what: '"{reference}" is both a parameter and a property of the body of "{operation}".',
          why: 'The older extension cannot say which one is meant, and the designer may take the wrong one.',
          fix: 'Add "{twin}" beside it, where references have a path: "{reference}" or "body/{reference}".',
        },
        property: {
          what: '"{reference}" is a property of the body, which this extension cannot refer to.',
          why: 'The older extension only knows parameters, so the list may stay empty.',
          fix: 'Add "{twin}" beside it, and refer to "body/{reference}" there.',
        },
      },
    },
  },
  check({ connector: { definition }, report }) {
    // What a value refers to may stand in the part that was not read.
    if (definition === undefined || !isWhole(definition)) return {}
    const users = new SchemaUsers(definition)
    return onDynamicExtensions((extension) => {
      const twin = twinOf(extension)
      for (const { reference } of extension.arguments) {
        if (reference === undefined) continue
        const name = String(reference.value)
        const judged = [...users.of(extension.schema)].map((operation) => ({
          operation,
          ...sourcesOf(operation, name),
        }))
        const first = judged[0]
        if (first === undefined) continue
        if (judged.every(({ found, isOpen }) => found.length === 0 && !isOpen)) {
          const data = { reference: name, operation: first.operation.label }
          report('ext-dynamic-source-parameter-exists', reference, { data })
        }
        // One operation is enough: makers of that one meet the fault.
        const hidden = judged.find(({ found }) => found.length > 0 && found.every((source) => source.isInternal))
        if (hidden !== undefined) report('ext-dynamic-source-internal', reference, { data: { reference: name } })
        const unclear = judged.find(({ found }) => found.some((source) => source.isProperty))
        if (twin === undefined || unclear === undefined || hidden !== undefined) continue
        const message = unclear.found.every((source) => source.isProperty) ? 'property' : 'found'
        const data = { reference: name, operation: unclear.operation.label, twin }
        report('ext-dynamic-reference-ambiguous', reference, { message, data })
      }
    })
  },
})

/** The newer extension that is missing beside an older one. */
function twinOf({ kind, schema }: DynamicExtension): string | undefined {
  if (kind !== 'values' && kind !== 'schema') return undefined
  return schema.node.member(twins[kind]) === undefined ? twins[kind] : undefined
}
