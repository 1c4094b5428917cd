import type { JsonNode } from '@sevenstep/located-json'

const logoKeys = new Set(['large', 'medium', 'small', 'wide'])
const pathKeys = new Set(['file', 'thumbnail', 'userManual', 'functionalDocument'])

/** Whether a value of an offer names a file of its folder. */
export function readsAsPath({ key, parent }: JsonNode): boolean {
  if (key === undefined) return false
  return pathKeys.has(key) || (logoKeys.has(key) && parent?.key === 'logos')
}
