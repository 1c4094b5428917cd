import { type JsonNode, resolvePointer } from '@sevenstep/located-json'

/** Where a `$ref` leads. */
export type Resolved =
  | { readonly is: 'found'; readonly node: JsonNode; readonly steps: number }
  | { readonly is: 'missing' | 'foreign' | 'circular'; readonly ref: string; readonly at: JsonNode }

const maxSteps = 50

/** The text of a node's `$ref`, or nothing. */
export function refOf(node: JsonNode): string | undefined {
  return node.text('$ref')
}

/**
 * Follows `$ref` from a node until something that is no reference. References into other files or documents are
 * `foreign`, chains that come back to themselves (or take more than 50 steps) `circular`, and targets that do not exist `missing`.
 */
export function resolve(node: JsonNode): Resolved {
  let current = node
  let root: JsonNode | undefined
  for (let steps = 0; steps <= maxSteps; steps++) {
    const at = current.member('$ref')
    if (at === undefined || typeof at.value !== 'string') return { is: 'found', node: current, steps }
    if (!at.value.startsWith('#')) return { is: 'foreign', ref: at.value, at }
    root ??= node.root()
    const target = resolvePointer(root, at.value)
    if (target === undefined) return { is: 'missing', ref: at.value, at }
    current = target
  }
  return { is: 'circular', ref: refOf(node) ?? '', at: node.member('$ref') ?? node }
}

/** The node itself, or where its `$ref` leads; nothing when that is nowhere. */
export function resolved(node: JsonNode | undefined): JsonNode | undefined {
  if (node === undefined || node.member('$ref') === undefined) return node
  const result = resolve(node)
  return result.is === 'found' ? result.node : undefined
}
