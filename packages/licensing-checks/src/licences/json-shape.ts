import type { LicenceListFormat } from './licence-list.ts'
import type { LocatedValue } from './located-value.ts'

/** What an object in a list is. */
export type ItemShape = 'user' | 'subscription' | 'licence' | 'purchase' | 'flow'

/** A member that is not null. */
export function memberOf(node: LocatedValue | undefined, name: string): LocatedValue | undefined {
  const member = node?.member(name)
  return member?.value === null ? undefined : member
}

/** The items of a list: an array, or the `value` or `items` of an answer. */
export function itemsOf(node: LocatedValue | undefined): readonly LocatedValue[] {
  if (node === undefined) return []
  if (Array.isArray(node.value)) return node.items
  const inner = memberOf(node, 'value') ?? memberOf(node, 'items')
  return inner?.items ?? []
}

/** What an object is, by the keys that only such objects have; nothing where none tells. */
export function shapeOf(node: LocatedValue): ItemShape | undefined {
  if (!node.isObject) return undefined
  const has = (...names: readonly string[]) => names.some((name) => node.has(name))
  if (has('connectors') && has('trigger', 'name')) return 'flow'
  const nested = ['assignedLicenses', 'licenseDetails', 'licenseAssignmentStates', 'licences']
  if (nested.some((name) => isList(memberOf(node, name)))) return 'user'
  if (has('productSku')) return has('totalUnits', 'availableUnits', 'activeUnits') ? 'subscription' : 'licence'
  if (has('nextLifecycleDateTime', 'totalLicenses') && has('skuId')) return 'purchase'
  if (has('autoRenewEnabled', 'commitmentEndDate') && has('offerId', 'offerName')) return 'purchase'
  if (!has('skuId')) return undefined
  if (has('prepaidUnits', 'consumedUnits')) return 'subscription'
  return has('servicePlans', 'skuPartNumber') ? 'licence' : undefined
}

function isList(node: LocatedValue | undefined): boolean {
  return Array.isArray(node?.value) || Array.isArray(memberOf(node, 'value')?.value)
}

/** The names under which a combined list keeps its parts. */
export const combinedParts: Readonly<Record<string, ItemShape>> = {
  users: 'user',
  subscribedSkus: 'subscription',
  subscriptions: 'purchase',
  purchases: 'purchase',
  flows: 'flow',
}

/** Which kind of list a JSON value is; nothing where it is none. */
export function jsonFormat(root: LocatedValue | undefined): LicenceListFormat | undefined {
  if (root === undefined) return undefined
  if (root.isObject) {
    const parts = Object.keys(combinedParts).filter((name) => holdsShape(memberOf(root, name), combinedParts[name]))
    if (parts.length === 1 && parts[0] === 'flows') return 'flows'
    if (parts.length > 0) return 'combined'
  }
  const items = itemsOf(root)
  const first = firstShape(items) ?? shapeOf(root)
  if (first === undefined) return isEmptyAnswer(root) ? emptyFormat(root) : undefined
  return formatOf(first, (items[0] ?? root).has('productSku') || isOfPartnerCenter(items[0] ?? root))
}

/** A list is told by one of its first items: they are alike, and a broken one should not hide what it is. */
function firstShape(items: readonly LocatedValue[]): ItemShape | undefined {
  for (const item of items.slice(0, 20)) {
    const shape = shapeOf(item)
    if (shape !== undefined) return shape
  }
  return undefined
}

function holdsShape(node: LocatedValue | undefined, shape: ItemShape | undefined): boolean {
  const found = firstShape(itemsOf(node))
  return found !== undefined && (found === shape || (shape === 'purchase' && found === 'subscription'))
}

/**
 * Whether a JSON value was meant to be a list of licences or flows although it is none: people without their licences, one
 * flow that stands where a list of them should, products without what is known of them.
 */
export function holdsParts(root: LocatedValue | undefined): boolean {
  if (root === undefined) return false
  const parts = ['', ...Object.keys(combinedParts)].map((name) => (name === '' ? root : memberOf(root, name)))
  return parts.some((part, at) => {
    const own = at === 0 ? itemsOf(part) : [...itemsOf(part), ...(part?.isObject === true ? [part] : [])]
    return own
      .slice(0, 20)
      .some(
        (item) =>
          item.isObject &&
          (item.has('userPrincipalName') ||
            (item.has('skuId') && !item.has('quantity')) ||
            (item.has('connectors') && (item.has('trigger') || item.has('name')))),
      )
  })
}

function isOfPartnerCenter(node: LocatedValue): boolean {
  return memberOf(node, 'offerId') !== undefined || memberOf(node, 'offerName') !== undefined
}

function formatOf(shape: ItemShape, isPartnerCenter: boolean): LicenceListFormat {
  switch (shape) {
    case 'user':
      return 'graph-users'
    case 'subscription':
      return isPartnerCenter ? 'partner-center-subscriptions' : 'graph-subscriptions'
    case 'licence':
      return isPartnerCenter ? 'partner-center-licences-of-user' : 'graph-licences-of-user'
    case 'purchase':
      return 'partner-center-orders'
    case 'flow':
      return 'flows'
  }
}

/** An answer of Graph without items still says what it is about: a user without licences is worth a finding. */
function emptyFormat(root: LocatedValue): LicenceListFormat | undefined {
  const context = root.text('@odata.context') ?? ''
  if (/licenseDetails/i.test(context)) return 'graph-licences-of-user'
  return /subscribedSkus/i.test(context) ? 'graph-subscriptions' : undefined
}

function isEmptyAnswer(root: LocatedValue): boolean {
  return Array.isArray(memberOf(root, 'value')?.value) && itemsOf(root).length === 0
}
