import type { Definition, Operation, Schema } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { namedTarget } from './schema-graph.ts'

const maxInBody = 512
const maxInOperation = 16_384
const maxOperations = 256
const maxLevels = 20

/** What lies under one root schema: its own schemas, how deep they go, and the names it points at. */
interface Tree {
  readonly root: JsonNode
  schemas: number
  levels: number
  tooDeep: JsonNode | undefined
  readonly references: { readonly to: JsonNode; readonly level: number }[]
}

/** Size of a schema with everything it points at. */
interface Size {
  readonly schemas: number
  readonly levels: number
}

const single: Size = { schemas: 1, levels: 1 }
const longestChain = 200
const largest = 1e9

/** How many schemas there are, and how deep they go. */
export const schemaSizes = defineRuleFamily({
  id: 'schema-sizes',
  rules: {
    'schema-max-count-body-512': {
      title: 'A body consists of at most 512 schemas.',
      messages: {
        found: {
          what: 'A body of "{operation}" consists of {count} schemas; at most {max} are allowed.',
          why: 'The limit is only checked when the connector is created, and the whole connector is refused.',
          fix: 'Leave out what makers do not need, or describe deep parts as plain objects.',
        },
      },
    },
    'schema-max-count-operation': {
      title: 'An operation consists of at most 16,384 schemas.',
      messages: {
        found: {
          what: '"{operation}" consists of {count} schemas; at most {max} are allowed.',
          why: 'The limit is only checked when the connector is created, and the whole connector is refused.',
          fix: 'Leave out what makers do not need, or divide the operation.',
        },
      },
    },
    'schema-total-count': {
      title: 'All operations together stay within the number of schemas a connector may have.',
      messages: {
        found: {
          what: 'The operations consist of {count} schemas; at most {max} are allowed.',
          why: 'The limit is only checked when the connector is created, and the whole connector is refused.',
          fix: 'Divide the connector into several.',
        },
      },
    },
    'schema-max-depth': {
      title: 'Schemas go at most 20 levels deep.',
      deviation: 'The exact limit is not published; 20 levels is more than any accepted connector of the sample has.',
      messages: {
        found: {
          what: 'The schema goes {levels} levels deep; more than {max} are likely to be refused.',
          why: 'The designer cannot show so many levels, and the validator has a limit.',
          fix: 'Flatten the object, or describe the inner part as a plain object.',
        },
      },
    },
  },
  check(context) {
    const trees = new Map<JsonNode, Tree>()
    const { definition } = context.connector
    let tree: Tree | undefined
    return {
      schema(schema) {
        if (schema.depth === 0) tree = startTree(schema, trees)
        else if (tree !== undefined) grow(tree, schema)
      },
      schemaKeyword: {
        $ref(_value, { ref, depth }) {
          const to = ref === undefined ? undefined : namedTarget(definition, ref)
          if (to !== undefined) tree?.references.push({ to, level: depth })
        },
      },
      end() {
        if (definition !== undefined) reportSizes(context, definition, trees)
      },
    }
  },
})

function startTree(schema: Schema, trees: Map<JsonNode, Tree>): Tree | undefined {
  if (schema.place === 'parameter' || schema.place === 'header') return undefined
  const tree: Tree = { root: schema.node, schemas: 1, levels: 1, tooDeep: undefined, references: [] }
  trees.set(schema.node, tree)
  return tree
}

function grow(tree: Tree, schema: Schema): void {
  tree.schemas++
  if (schema.depth < tree.levels) return
  tree.levels = schema.depth + 1
  if (tree.levels > maxLevels && tree.tooDeep === undefined) tree.tooDeep = schema.node
}

function reportSizes(context: CheckContext, definition: Definition, trees: ReadonlyMap<JsonNode, Tree>): void {
  for (const tree of trees.values()) reportDeep(context, tree.tooDeep, tree.levels)
  const sizes = new Sizes(trees)
  let total = 0
  for (const operation of definition.operations) {
    let count = operation.parameters.length
    for (const root of rootsOf(operation)) {
      const tree = trees.get(root)
      if (tree === undefined) continue
      const size = sizes.of(tree)
      count += size.schemas
      if (size.schemas > maxInBody) {
        const data = { operation: operation.label, count: size.schemas, max: maxInBody }
        context.report('schema-max-count-body-512', root, { data })
      }
      if (tree.levels <= maxLevels && size.levels > maxLevels && !hasDeepPart(tree, trees)) {
        reportDeep(context, root, size.levels)
      }
    }
    total += count
    if (count > maxInOperation) {
      const data = { operation: operation.label, count, max: maxInOperation }
      context.report('schema-max-count-operation', operation.node, { data })
    }
  }
  const max = maxInOperation * maxOperations
  if (total > max) context.report('schema-total-count', definition.node, { data: { count: total, max } })
}

function reportDeep({ report }: CheckContext, node: JsonNode | undefined, levels: number): void {
  if (node !== undefined) report('schema-max-depth', node, { data: { levels, max: maxLevels } })
}

/** True when a name pointed at is too deep by itself, which is said there. */
function hasDeepPart(tree: Tree, trees: ReadonlyMap<JsonNode, Tree>): boolean {
  return tree.references.some(({ to }) => (trees.get(to)?.levels ?? 0) > maxLevels)
}

function rootsOf(operation: Operation): readonly JsonNode[] {
  const roots: JsonNode[] = []
  for (const { schema } of operation.parameters) if (schema !== undefined) roots.push(schema)
  for (const { schema } of operation.responses) if (schema !== undefined) roots.push(schema)
  return roots
}

/**
 * Sizes with everything pointed at, as often as it is pointed at: that count fits the largest accepted bodies, which
 * stay just below the limit. A name inside itself counts as one schema.
 */
class Sizes {
  readonly #trees: ReadonlyMap<JsonNode, Tree>
  readonly #known = new Map<JsonNode, Size>()

  constructor(trees: ReadonlyMap<JsonNode, Tree>) {
    this.#trees = trees
  }

  of(tree: Tree, chain = 0): Size {
    const known = this.#known.get(tree.root)
    if (known !== undefined) return known
    this.#known.set(tree.root, single)
    let { schemas, levels } = tree
    for (const { to, level } of tree.references) {
      const next = this.#trees.get(to)
      // A longer chain of names is far beyond every limit already, and following it could exhaust the stack.
      if (next === undefined || chain > longestChain) continue
      const size = this.of(next, chain + 1)
      schemas = Math.min(schemas + size.schemas - 1, largest)
      levels = Math.max(levels, level + size.levels)
    }
    const size = { schemas, levels }
    this.#known.set(tree.root, size)
    return size
  }
}
