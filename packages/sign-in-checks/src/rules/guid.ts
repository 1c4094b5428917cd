import type { JsonNode } from '@sevenstep/located-json'

const pattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** True for a text that is a GUID with its hyphens, in any case. */
export function isGuid(node: JsonNode | string): boolean {
  return pattern.test(typeof node === 'string' ? node : node.kind === 'string' ? String(node.value) : '')
}
