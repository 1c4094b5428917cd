import type { DataverseState } from '../dataverse/state.ts'
import type { PowerPlatformState } from '../power-platform/state.ts'

/** One environment with the slices that the services keep in it. */
export interface EnvironmentState extends PowerPlatformState {
  /** As it stands in paths: a GUID, or `Default-{tenant id}`. */
  name: string
  displayName: string
  sku: 'Default' | 'Production' | 'Sandbox' | 'Trial' | 'Developer'
  isDefault: boolean
  /** As in host names: `europe`, `unitedstates`. */
  region: string
  createdTime: string
  /** Object id. */
  createdBy: string
  /** Object ids of who may make things here; every account of the tenant may in the default environment. */
  makers: string[]
  /** Object ids of people and service principals who administer it, beside the tenant's administrators. */
  administrators: string[]
  /** The database, where there is one. */
  organization?: OrganizationState
  dataverse?: DataverseState
}

/** The address and identity of an environment's database. */
export interface OrganizationState {
  /** A GUID. */
  id: string
  /** Such as `orgfabrikam`; with the suffix it makes the host `orgfabrikam.crm4.dynamics.com`. */
  domainName: string
  uniqueName: string
  friendlyName: string
  /** The host of its Web API, for example `orgfabrikam.crm4.dynamics.com`. */
  host: string
  /** Version of the platform, four parts. */
  version: string
  baseLanguage: number
}
