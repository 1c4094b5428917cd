import type { JudgedFile } from '@sevenstep/rule-engine'
import type { HandedOnFacts } from '@sevenstep/rule-engine/handed-on'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { FlowUse } from '../entitlement/flow-use.ts'
import type { LicensedUser, Purchase, ReadLicenceFile, Subscription } from '../licences/licence-list.ts'
import type { LicensingFacts } from './licensing-facts.ts'

/** Who is judged: customers who work with the product, or people who try it. */
export type Profile = 'production' | 'trial'

/** The state of the programme: the seeds' of February 2018, or today's. */
export type Edition = '2018-02' | 'current'

/** All profiles; the first is what is assumed. */
export const profiles: readonly Profile[] = ['production', 'trial']

/** All editions; the first is what is assumed. */
export const editions: readonly Edition[] = ['current', '2018-02']

/** What all lists of one tenant say together. */
export interface Licensing {
  /** The files, those that are no lists of licences included. */
  readonly files: readonly ReadLicenceFile[]
  readonly subscriptions: readonly Subscription[]
  readonly purchases: readonly Purchase[]
  readonly users: readonly LicensedUser[]
  readonly flows: readonly FlowUse[]
}

/** What rules look at. */
export interface LicensingSubject extends Licensing {
  /** The file that findings about the whole point at. */
  readonly main: JudgedFile
  readonly catalogue: Catalogue
  /** The day of the check as `YYYY-MM-DD`; nothing when nobody said. */
  readonly today: string | undefined
  /** What was looked up or decided elsewhere; empty when nothing was. */
  readonly facts: LicensingFacts
  /** What was read of packages beside the lists; nothing when nobody read any. */
  readonly handedOn?: Pick<HandedOnFacts, 'flows'> | undefined
}
