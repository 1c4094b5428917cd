import type { Definition } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { isWhole } from '../whole-file.ts'
import { closingReferences, referenceFrom, type SchemaReference } from './schema-graph.ts'

/** How the named schemas under `definitions` hang together. */
export const schemaNames = defineRuleFamily({
  id: 'schema-names',
  rules: {
    'schema-no-recursion': {
      title: 'No named schema contains itself.',
      messages: {
        found: {
          what: '"{name}" contains itself: this reference leads back to it.',
          why: 'The designer lays fields out one level after the other and cannot end; it cuts the tree off or shows an error.',
          fix: 'Write out as many levels as makers need, or describe the inner level as a plain object.',
        },
        required: {
          what: '"{name}" contains itself through required properties only.',
          why: 'A value of it can never be complete, since each one must hold another, and the validator refuses the loop.',
          fix: 'Take one of the properties on the way out of "required", or write out the levels makers need.',
        },
      },
    },
    'schema-no-unused-definitions': {
      title: 'Every named schema is used.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'Nothing uses the schema "{name}".',
          why: 'It makes the file larger, which has a limit, and reviewers ask whether an operation was forgotten.',
          fix: 'Remove it, or point to it where it was meant to be used.',
        },
        island: {
          what: 'Only schemas that nothing uses point to "{name}".',
          why: 'It makes the file larger, which has a limit, and reviewers ask whether an operation was forgotten.',
          fix: 'Remove it together with the schemas that point to it.',
        },
      },
    },
  },
  check(context) {
    const references: SchemaReference[] = []
    const brokenNames = new Set<string>()
    const { definition } = context.connector
    return {
      schemaKeyword: {
        $ref(value, schema) {
          const reference = referenceFrom(definition, value, schema)
          if (reference !== undefined) references.push(reference)
          else brokenNames.add(lastStep(value))
        },
      },
      end() {
        if (definition === undefined) return
        reportRecursion(context, references)
        if (isWhole(definition)) reportUnused(context, definition, references, brokenNames)
      },
    }
  },
  mends: {
    'schema-no-unused-definitions': ({ node, message, edit }) => {
      if (node !== undefined && message === 'found') edit.remove(node)
    },
  },
})

function reportRecursion({ report }: CheckContext, references: readonly SchemaReference[]): void {
  // A name that is nothing but a reference to itself is no schema that contains itself.
  const real = references.filter(({ from, at }) => from === undefined || at.parent !== from)
  const reported = new Set<JsonNode>()
  for (const { at, to } of closingReferences(references.filter((reference) => reference.isRequired))) {
    if (at.parent?.parent?.key === 'definitions' && to === at.parent) continue
    reported.add(at)
    report('schema-no-recursion', at, { message: 'required', data: { name: to.key ?? '' } })
  }
  for (const { at, to } of closingReferences(real)) {
    if (!reported.has(at)) report('schema-no-recursion', at, { data: { name: to.key ?? '' } })
  }
}

/** What a reference that leads nowhere means, when only the way to it is wrong: `Car` of `#/components/schemas/Car`. */
function lastStep({ value }: JsonNode): string {
  const text = String(value)
  return text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1)
}

function reportUnused(
  { report }: CheckContext,
  definition: Definition,
  references: readonly SchemaReference[],
  brokenNames: ReadonlySet<string>,
): void {
  const used = new Set<JsonNode>()
  const pointedAt = new Set<JsonNode>()
  const outgoing = new Map<JsonNode, JsonNode[]>()
  const pending: JsonNode[] = []
  for (const { from, to } of references) {
    if (from !== to) pointedAt.add(to)
    if (from === undefined) pending.push(to)
    else {
      const known = outgoing.get(from)
      if (known === undefined) outgoing.set(from, [to])
      else known.push(to)
    }
  }
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (used.has(node)) continue
    used.add(node)
    for (const next of outgoing.get(node) ?? []) pending.push(next)
  }
  for (const node of definition.schemas?.children ?? []) {
    if (used.has(node) || brokenNames.has(node.key ?? '')) continue
    const message = pointedAt.has(node) ? 'island' : 'found'
    report('schema-no-unused-definitions', node, { onKey: true, message, data: { name: node.key ?? '' } })
  }
}
