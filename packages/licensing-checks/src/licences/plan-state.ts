import type { PlanState } from './licence-list.ts'

const states: Readonly<Record<string, PlanState>> = {
  success: 'on',
  enabled: 'on',
  on: 'on',
  active: 'on',
  warning: 'on',
  disabled: 'off',
  off: 'off',
  suspended: 'off',
  deleted: 'off',
  lockedout: 'off',
  pendingprovisioning: 'pending',
  pendingactivation: 'pending',
  pendinginput: 'pending',
}

/** What a status of a service plan means, as Graph or Partner Center writes it; one that nobody knows is `unknown`. */
export function planStateOf(status: string): PlanState {
  const plain = status.trim().toLowerCase()
  return Object.hasOwn(states, plain) ? (states[plain] ?? 'unknown') : 'unknown'
}

/** GUIDs are compared in lower case; braces and blanks around them mean nothing. */
export function guidOf(text: string): string | undefined {
  if (guidForm.test(text)) return text
  const plain = text.trim().toLowerCase()
  const bare = plain.startsWith('{') && plain.endsWith('}') ? plain.slice(1, -1) : plain
  return guidForm.test(bare) ? bare : undefined
}

const guidForm = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/
