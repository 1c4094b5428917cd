import type { Operation } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'

/** A text of an operation that makers see: the node and what it says without white space around it. */
export interface VisibleText {
  readonly node: JsonNode
  readonly text: string
}

/** The text makers see under a key of an operation; nothing when it is internal, missing, empty or no text. */
export function visibleText(operation: Operation, key: 'summary' | 'description'): VisibleText | undefined {
  if (operation.isInternal) return undefined
  const node = operation.node.member(key)
  if (node?.kind !== 'string') return undefined
  const text = String(node.value).trim()
  return text === '' ? undefined : { node, text }
}
