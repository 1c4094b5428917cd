import { resolved } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'

/** True for `{}` and for an object that names no field, neither itself nor by what it refers to. */
export function isEmptySchema(schema: JsonNode): boolean {
  if (schema.kind !== 'object') return true
  const target = resolved(schema)
  if (target === undefined || hasDynamicKeys(schema) || hasDynamicKeys(target)) return false
  const type = target.text('type')
  if (type !== undefined && type !== 'object') return false
  if (type === undefined && ['items', 'enum', 'format'].some((key) => target.member(key) !== undefined)) return false
  if (target.member('allOf') !== undefined || target.member('additionalProperties')?.kind === 'object') return false
  const properties = target.member('properties')
  return properties === undefined || properties.children.length === 0
}

function hasDynamicKeys(schema: JsonNode): boolean {
  return schema.children.some((child) => child.key?.startsWith('x-ms-dynamic-') === true)
}
