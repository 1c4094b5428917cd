import { resolved } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'

/** Where a path through a schema leads: to a schema, to nothing, or to where nothing can be said. */
export type PathResult =
  | { readonly is: 'found'; readonly node: JsonNode }
  | { readonly is: 'missing' }
  | { readonly is: 'open' }

const maxParts = 20
const missing: PathResult = { is: 'missing' }
const open: PathResult = { is: 'open' }

/** Follows property names, as the path strings of the dynamic extensions give them, through a schema. */
export function followPath(schema: JsonNode | undefined, path: string): PathResult {
  let at = resolved(schema)
  for (const key of path.split('/')) {
    if (key === '') continue
    if (at === undefined) return open
    const next = propertyOf(at, key, 0)
    if (next.is !== 'found') return next
    at = resolved(next.node)
  }
  return at === undefined ? open : { is: 'found', node: at }
}

/** One property of an object schema, also in the parts of `allOf`. */
function propertyOf(schema: JsonNode, key: string, depth: number): PathResult {
  const properties = schema.member('properties')
  const property = properties?.member(key)
  if (property?.kind === 'object') return { is: 'found', node: property }
  let isOpen = isOpenSchema(schema)
  const parts = schema.member('allOf')
  for (const part of parts?.children ?? []) {
    const target = resolved(part)
    const result = target === undefined || depth > maxParts ? open : propertyOf(target, key, depth + 1)
    if (result.is === 'found') return result
    isOpen ||= result.is === 'open'
  }
  return isOpen ? open : missing
}

/** True when a schema may have properties that it does not list. */
function isOpenSchema(schema: JsonNode): boolean {
  const type = schema.text('type')
  const additional = schema.member('additionalProperties')
  if (additional !== undefined && additional.value !== false) return true
  if (schema.children.some(({ key }) => key?.startsWith('x-ms-dynamic-') === true)) return true
  const properties = schema.member('properties')
  const isListed = properties !== undefined && properties.children.length > 0
  return !isListed && schema.member('allOf') === undefined && (type === undefined || type === 'object')
}
