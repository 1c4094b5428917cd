import type { Connector } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'

/**
 * True for a node of the definition that may go on where a truncated file ends: nothing may be said to be missing
 * from it.
 */
export function isCutOff({ definition }: Connector, node: JsonNode): boolean {
  if (definition === undefined || definition.file.json.isComplete) return false
  for (let at = node; at.parent !== undefined; at = at.parent) {
    if (at.parent.children.at(-1) !== at) return false
  }
  return true
}
