import type { EmulatorState, TenantState } from './emulator-state.ts'
import { guardRecords, guardTenant } from './guard-records.ts'

/** Holds the state, its snapshots, and what tenants looked like a while ago. */
export interface StateStore {
  /** The same object for the whole life; restoring changes what is in it. */
  readonly state: EmulatorState
  /** Something may have changed: whoever keeps the state on disk writes it soon. */
  readonly changed: () => void
  /** Keeps what a tenant looks like before it is changed; only while somebody reads the past. */
  readonly remember: (tenantId: string, now: Date) => void
  /** A tenant as it was at a moment; nothing where it has not changed since. */
  readonly asOf: (tenantId: string, moment: Date) => TenantState | undefined
  /** Names of the snapshots, in the order they were saved. */
  readonly snapshots: () => readonly string[]
  readonly save: (name: string) => void
  /** @returns whether there was a snapshot with this name. */
  readonly restore: (name: string) => boolean
  /** Puts another state in place of this one. */
  readonly replace: (state: EmulatorState) => void
}

interface Past {
  /** What is kept was true until this moment, in milliseconds. */
  readonly until: number
  readonly tenant: TenantState
}

/** Makes a store around a state. */
export function createStateStore(
  initial: EmulatorState,
  options: { readonly onChange?: () => void; readonly keepsPast?: () => boolean } = {},
): StateStore {
  const { onChange = () => {}, keepsPast = () => false } = options
  const state = guardRecords(initial)
  const saved = new Map<string, string>()
  const past = new Map<string, Past[]>()
  const replace = (next: EmulatorState) => {
    state.tenants = guardRecords(next).tenants
    past.clear()
    onChange()
  }
  return {
    state,
    changed: onChange,
    remember: (tenantId, now) => {
      const tenant = state.tenants[tenantId.toLowerCase()]
      if (tenant === undefined || !keepsPast()) return
      const kept = past.get(tenant.tenantId) ?? []
      kept.push({ until: now.getTime(), tenant: guardTenant(structuredClone(tenant)) })
      past.set(tenant.tenantId, kept.slice(-100))
    },
    asOf: (tenantId, moment) => past.get(tenantId)?.find(({ until }) => until > moment.getTime())?.tenant,
    snapshots: () => [...saved.keys()],
    save: (name) => {
      saved.delete(name)
      saved.set(name, JSON.stringify(state))
    },
    restore: (name) => {
      const text = saved.get(name)
      if (text === undefined) return false
      // Written by `save` above, from a state.
      replace(JSON.parse(text) as EmulatorState)
      return true
    },
    replace,
  }
}
