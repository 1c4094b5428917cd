import type { JsonNode } from '@sevenstep/located-json'

/** The value as JSON text with sorted keys, so that equal values give equal texts; `''` for nothing. */
export function canonicalJson(node: JsonNode | undefined): string {
  if (node === undefined) return ''
  if (node.kind === 'array') return `[${node.children.map(canonicalJson).join(',')}]`
  if (node.kind !== 'object') return JSON.stringify(node.value ?? null)
  const members = node.children.map((child) => `${JSON.stringify(child.key ?? '')}:${canonicalJson(child)}`)
  return `{${members.sort().join(',')}}`
}

const longest = 60

/** The value as a short piece of text for a message. */
export function shortJson(node: JsonNode | undefined): string {
  if (node === undefined) return 'nothing'
  const text = canonicalJson(node)
  return `\`${text.length > longest ? `${text.slice(0, longest - 1)}…` : text}\``
}
