import type { JudgedFile } from '@sevenstep/rule-engine'
import type { CapabilityId } from '../data/capabilities.ts'
import type { AppRegistration } from '../registration/app-registration.ts'
import type { TenantFacts } from './tenant-facts.ts'

/** Where a registration is used: by customers, or while developing. */
export type Profile = 'production' | 'development'

/** The state of the programme: the seeds' of February 2018, or today's. */
export type Edition = '2018-02' | 'current'

/** All profiles; the first is what is assumed. */
export const profiles: readonly Profile[] = ['production', 'development']

/** All editions; the first is what is assumed. */
export const editions: readonly Edition[] = ['current', '2018-02']

/** What is known of any file that is meant to be a manifest. */
export interface ManifestSubject {
  readonly file: JudgedFile
  /** Nothing when the file is no app registration. */
  readonly registration: AppRegistration | undefined
}

/** What rules about a registration look at. */
export interface SignInSubject extends ManifestSubject {
  readonly registration: AppRegistration
  /** What the application wants to do; nothing when nobody said. */
  readonly capabilities: ReadonlySet<CapabilityId> | undefined
  /** The day of the check as `YYYY-MM-DD`; nothing when nobody said. */
  readonly today: string | undefined
  /** What was looked up in a tenant; empty when nothing was. */
  readonly facts: TenantFacts
}
