import type { Source } from '../operations/evidence.ts'

/** One value of a cloud with where it is known from; where sources disagree, the note says who says what else. */
export interface CloudField<Value = string> {
  readonly value: Value
  readonly sources: readonly [Source, ...Source[]]
  readonly note?: string
}

/** Services with one host for the whole cloud (regional hosts stand in front of it: `emea.api.flow.microsoft.com`). */
export type FixedService =
  | 'business-applications'
  | 'power-apps'
  | 'flow'
  | 'power-platform'
  | 'graph'
  | 'partner-center'
  | 'management'

/** Where a service answers and what its tokens are for. */
export interface ServiceEndpoint {
  /** Origin without a slash at its end, and a path where the service lives below one. */
  readonly address: CloudField
  /** Audience exactly as tokens carry it, with its slash where it has one. */
  readonly audience: CloudField
  /** Audiences that the service takes as well. */
  readonly alsoAudiences?: CloudField<readonly string[]>
}

/** One of Microsoft's clouds, or a stand-in for one, as data. Nothing here is fixed: see `overrideCloud`. */
export interface Cloud {
  /** `public`, `gcc`, `gcc-high`, `dod`, `china`, or the name in a file. */
  readonly id: string
  readonly title: string
  /** Origin of the identity platform. */
  readonly login: CloudField
  readonly services: Readonly<Record<FixedService, ServiceEndpoint>>
  /**
   * Hosts of organisations in Dataverse, `{N}` standing for an optional number: `crm{N}.dynamics.com`. The audience of
   * each is its own origin.
   */
  readonly organizationHosts: CloudField<readonly string[]>
  /** Suffix of the host that each environment has on the Power Platform API. */
  readonly environmentHosts: CloudField
  /** How many of an environment id's last characters are a label of their own in that host. */
  readonly environmentLabelLength: CloudField<number>
  /** Suffixes of storage hosts that signed addresses lead to. */
  readonly storageHosts: CloudField<readonly string[]>
  /** Where people work with flows. */
  readonly portal?: CloudField
  /**
   * An address in front of all hosts: a request for `https://host/path` goes to `{through}/host/path`. For stand-ins on
   * this machine, which thereby see the original hosts.
   */
  readonly through?: CloudField
}

/** Every audience whose tokens a service takes that is usually asked for this one. */
export function acceptedAudiences(cloud: Cloud, audience: string): readonly string[] {
  const endpoint = Object.values(cloud.services).find((service) => service.audience.value === audience)
  return [audience, ...(endpoint?.alsoAudiences?.value ?? [])]
}

/** The v2 scope that asks for everything consented of a resource; an audience ending in a slash gives a double slash. */
export function scopeOf(audience: string): string {
  return `${audience}/.default`
}

/** Address of the identity platform for one tenant. */
export function authorityOf(cloud: Cloud, tenant: string): string {
  return `${cloud.login.value}/${encodeURIComponent(tenant)}`
}
