import type { Policy, Properties } from '../model/properties.ts'
import { canonicalJson } from './canonical-json.ts'
import type { ChangeSeverity } from './change.ts'
import type { ChangeRecorder, NoticedChange } from './change-recorder.ts'
import { listed } from './compare-values.ts'
import { matchPolicies } from './match-policies.ts'

/** These decide where requests go. */
const routing: ReadonlySet<string> = new Set(['dynamichosturl', 'routerequesttoendpoint'])
const polling = 'pollingtrigger'

/**
 * Compares policies and the operations that the script serves.
 *
 * @param lasting ids of operations both versions have; nothing when the definitions are not at hand
 */
export function comparePolicies(
  before: Properties,
  after: Properties,
  lasting: ReadonlySet<string> | undefined,
  recorder: ChangeRecorder,
): void {
  const matched = matchPolicies(before.policies, after.policies)
  const near = after.body?.member('policyTemplateInstances') ?? after.body ?? after.node
  for (const policy of matched.deleted) {
    const what = `Policy ${nameOf(policy)} is gone.`
    recorder.note({
      kind: 'br-policy-removed',
      what,
      before: policy.node,
      near,
      severity: goneSeverity(policy, lasting),
    })
  }
  for (const policy of matched.added) recorder.note(addition(policy, lasting))
  for (const { before: old, after: fresh } of matched.pairs) {
    for (const noticed of comparePolicy(old, fresh, lasting)) recorder.note(noticed)
  }
  const script = compareScriptScope(before, after, lasting)
  if (script !== undefined) recorder.note(script)
}

function comparePolicy(old: Policy, fresh: Policy, lasting: ReadonlySet<string> | undefined): readonly NoticedChange[] {
  const noticed: NoticedChange[] = []
  const keys = new Set(
    [...(old.parameters?.children ?? []), ...(fresh.parameters?.children ?? [])].map(({ key }) => key),
  )
  keys.delete('x-ms-apimTemplate-operationName')
  const changed = [...keys]
    .filter((key) => key !== undefined)
    .filter((key) => canonicalJson(old.parameters?.member(key)) !== canonicalJson(fresh.parameters?.member(key)))
    .sort()
  if (changed.length > 0) {
    const kind = isRouting(old) ? 'br-request-target-changed' : 'br-policy-changed'
    const key = changed.length === 1 ? (changed[0] ?? '') : ''
    const what = `Policy ${nameOf(old)} changed in ${listed(changed.map(lastPart))}.`
    noticed.push({
      kind,
      what,
      before: old.parameters?.member(key) ?? old.node,
      after: fresh.parameters?.member(key) ?? fresh.node,
    })
  }
  const lost = [...scopeOf(old, fresh, lasting)].filter((id) => !covers(fresh, id)).sort()
  const gained = [...scopeOf(fresh, old, lasting)].filter((id) => !covers(old, id)).sort()
  if (lost.length + gained.length > 0) {
    const parts = [
      lost.length > 0 ? `no longer applies to ${listed(lost)}` : '',
      gained.length > 0 ? `newly applies to ${listed(gained)}` : '',
    ].filter((part) => part !== '')
    noticed.push({
      kind: 'br-policy-scope-changed',
      what: `Policy ${nameOf(old)} ${parts.join(' and ')}.`,
      severity: lost.length > 0 && isRouting(old) ? 'error' : 'warning',
      before: old.parameters?.member('x-ms-apimTemplate-operationName') ?? old.node,
      after: fresh.parameters?.member('x-ms-apimTemplate-operationName') ?? fresh.node,
    })
  }
  return noticed
}

function addition(policy: Policy, lasting: ReadonlySet<string> | undefined): NoticedChange {
  const what = `Policy ${nameOf(policy)} is new.`
  if (isRouting(policy) && reachesLasting(policy, lasting)) {
    return { kind: 'br-request-target-changed', what, after: policy.node, severity: 'warning' }
  }
  return { kind: 'ok-policy-added', what, after: policy.node }
}

function goneSeverity(policy: Policy, lasting: ReadonlySet<string> | undefined): ChangeSeverity {
  if (!reachesLasting(policy, lasting)) return 'none'
  return isRouting(policy) || policy.templateId === polling ? 'error' : 'warning'
}

function compareScriptScope(
  before: Properties,
  after: Properties,
  lasting: ReadonlySet<string> | undefined,
): NoticedChange | undefined {
  const old = before.body?.member('scriptOperations')
  const fresh = after.body?.member('scriptOperations')
  const idsIn = (list: typeof old): ReadonlySet<string> | undefined => {
    if (list?.kind !== 'array') return new Set()
    // An empty list stands for every operation.
    return list.children.length === 0 ? undefined : new Set(list.children.map(({ value }) => String(value)))
  }
  const oldIds = idsIn(old)
  const newIds = idsIn(fresh)
  const all = lasting ?? new Set([...(oldIds ?? ['every operation']), ...(newIds ?? ['every operation'])])
  const changed = [...all].filter((id) => (oldIds?.has(id) ?? true) !== (newIds?.has(id) ?? true)).sort()
  if (changed.length === 0) return undefined
  const what = `The script serves other operations than before: ${listed(changed)} changed sides.`
  return { kind: 'br-script-scope-changed', what, before: old ?? before.node, after: fresh ?? after.node }
}

/** The operations to ask about: those that last, or the named ones when the definitions are not at hand. */
function scopeOf(policy: Policy, other: Policy, lasting: ReadonlySet<string> | undefined): ReadonlySet<string> {
  if (lasting !== undefined) return new Set([...lasting].filter((id) => covers(policy, id)))
  if (policy.operationIds === undefined)
    return new Set(other.operationIds === undefined ? [] : ['every other operation'])
  return new Set(policy.operationIds.map(({ value }) => String(value)))
}

function covers(policy: Policy, id: string): boolean {
  return policy.operationIds === undefined || policy.operationIds.some(({ value }) => value === id)
}

function reachesLasting(policy: Policy, lasting: ReadonlySet<string> | undefined): boolean {
  return lasting === undefined || [...lasting].some((id) => covers(policy, id))
}

function isRouting(policy: Policy): boolean {
  return routing.has(policy.templateId ?? '')
}

function nameOf(policy: Policy): string {
  const title = policy.title === undefined ? '' : ` "${policy.title}"`
  return `\`${policy.templateId ?? 'without a template'}\`${title}`
}

function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1)
}
