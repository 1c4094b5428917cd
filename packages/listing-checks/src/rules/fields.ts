import type { JsonNode } from '@sevenstep/located-json'

/** The text at a path, with its node; nothing when there is none, or only blanks. */
export function textAt(
  root: JsonNode,
  ...path: readonly (string | number)[]
): { readonly node: JsonNode; readonly text: string } | undefined {
  const node = root.find(...path)
  return node !== undefined && typeof node.value === 'string' && node.value.trim() !== ''
    ? { node, text: node.value }
    : undefined
}

/** The entries of the list at a path; none where there is no list. */
export function entriesAt(root: JsonNode, ...path: readonly (string | number)[]): readonly JsonNode[] {
  const node = root.find(...path)
  return node?.kind === 'array' ? node.children : []
}

/** The texts of the list at a path, with their nodes. */
export function textsAt(
  root: JsonNode,
  ...path: readonly (string | number)[]
): readonly { readonly node: JsonNode; readonly text: string }[] {
  return entriesAt(root, ...path).flatMap((node) =>
    typeof node.value === 'string' ? [{ node, text: node.value }] : [],
  )
}

/** Every value of a tree that is no object or list, in the order of the text. */
export function* leavesOf(root: JsonNode): Generator<JsonNode> {
  const waiting = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind !== 'object' && node.kind !== 'array') yield node
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at]
      if (child !== undefined) waiting.push(child)
    }
  }
}

/** Where a node stands, as people write it: `listing.name`, `media.screenshots[0].caption`. */
export function pathOf(node: JsonNode): string {
  const steps: string[] = []
  for (let at: JsonNode | undefined = node; at?.parent !== undefined; at = at.parent) {
    steps.unshift(at.parent.kind === 'array' ? `[${at.index}]` : `.${at.key ?? ''}`)
  }
  return steps.join('').replace(/^\./, '')
}
