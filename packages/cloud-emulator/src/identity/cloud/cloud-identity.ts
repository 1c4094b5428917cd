import type { FaultEffect } from '../../faults/fault.ts'
import type { EmulatorState, TenantState } from '../../state/emulator-state.ts'
import type { DeviceCodes } from './device-codes.ts'

/** What the identity platform has beyond signing people in, when it belongs to a whole emulated cloud. */
export interface CloudIdentity {
  readonly state: EmulatorState
  readonly deviceCodes: DeviceCodes
  /** Where a person enters a device code: an address that a browser without the proxy can open. */
  readonly verificationUri: string
  /** The fault of these kinds that strikes a token request now. */
  readonly strike: (
    kinds: readonly FaultEffect['kind'][],
    about: { readonly tenant?: string; readonly application: string },
  ) => FaultEffect['kind'] | undefined
  /** The state was changed by a consent. */
  readonly changed: () => void
}

/** The tenant a person or application acts in. */
export function tenantStateOf(cloud: CloudIdentity, tenantId: string): TenantState | undefined {
  return cloud.state.tenants[tenantId.toLowerCase()]
}
