import type { PartnerState } from '../partner-center/state.ts'
import type { TenantPowerPlatformState } from '../power-platform/state.ts'
import type { ConsentState, DirectoryState } from './directory-state.ts'
import type { EnvironmentState } from './environment-state.ts'

/** Everything the emulator remembers: one tree of plain JSON, so that a snapshot is a copy of it. */
export interface EmulatorState {
  /** Raised when the shape changes, so that an old file is refused with a reason instead of misread. */
  version: 1
  /** Tenants by id, in lower case. */
  tenants: Record<string, TenantState>
}

/** One tenant: its directory, its agreements and its environments. */
export interface TenantState extends DirectoryState, TenantPowerPlatformState {
  /** A GUID in lower case. */
  tenantId: string
  name: string
  /** A verified domain, such as `contoso.example`. */
  domain: string
  /** Where its environments live, as it stands in host names: `europe`, `unitedstates`. */
  region: string
  /** Two letters, such as `NL`. */
  countryCode: string
  consents: ConsentState[]
  /** Environments by name, as it stands in paths (a GUID, or `Default-{tenant}`). */
  environments: Record<string, EnvironmentState>
  /** Only for a tenant that sells to others. */
  partner?: PartnerState
}
