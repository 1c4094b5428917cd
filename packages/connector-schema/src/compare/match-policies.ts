import type { Policy } from '../model/properties.ts'
import { canonicalJson } from './canonical-json.ts'

/** Which policy of the new version stands for which of the old one. */
export interface MatchedPolicies {
  readonly pairs: readonly { readonly before: Policy; readonly after: Policy }[]
  readonly deleted: readonly Policy[]
  readonly added: readonly Policy[]
}

/**
 * Matches policies, which have no ids: first those that say the same, then by template with title and operations,
 * operations, title, and last the only one left of its template on both sides.
 */
export function matchPolicies(before: readonly Policy[], after: readonly Policy[]): MatchedPolicies {
  const olds = new Set(before)
  const news = new Set(after)
  const pairs: { before: Policy; after: Policy }[] = []
  const match = (keyOf: (policy: Policy) => string | undefined, isUniqueOnly = false): void => {
    const waiting = grouped(news, keyOf)
    for (const [key, same] of grouped(olds, keyOf)) {
      const candidates = waiting.get(key) ?? []
      if (isUniqueOnly && (same.length > 1 || candidates.length > 1)) continue
      for (const [index, old] of same.entries()) {
        const fresh = candidates[index]
        if (fresh === undefined) break
        pairs.push({ before: old, after: fresh })
        olds.delete(old)
        news.delete(fresh)
      }
    }
  }
  match((policy) => canonicalJson(policy.node))
  match((policy) => `${policy.templateId} ${canonicalJson(policy.parameters)}`)
  match((policy) => `${policy.templateId} ${policy.title} ${operationsOf(policy)}`)
  match((policy) => `${policy.templateId} ${operationsOf(policy)}`)
  match((policy) => (policy.title === undefined ? undefined : `${policy.templateId} ${policy.title}`))
  match((policy) => policy.templateId ?? '', true)
  return { pairs, deleted: [...olds], added: [...news] }
}

function grouped(
  policies: Iterable<Policy>,
  keyOf: (policy: Policy) => string | undefined,
): ReadonlyMap<string, readonly Policy[]> {
  const groups = new Map<string, Policy[]>()
  for (const policy of policies) {
    const key = keyOf(policy)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [policy])
    else group.push(policy)
  }
  return groups
}

/** Also settles where several policies change headers for the same operations: which one is what it sets. */
function operationsOf(policy: Policy): string {
  const ids = policy.operationIds?.map((id) => canonicalJson(id)).sort() ?? ['*']
  const target = policy.parameters?.children.find(({ key }) => /\.(name|newPropertySubPathTemplate)$/.test(key ?? ''))
  return `${ids.join()} ${canonicalJson(target)}`
}
