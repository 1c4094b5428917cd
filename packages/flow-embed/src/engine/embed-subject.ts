import type { HandedOnFacts } from '@sevenstep/rule-engine/handed-on'
import type { HostPage } from '../page/host-page.ts'
import type { HostFacts } from './host-facts.ts'

/** Where a page is used: by customers, or while developing. */
export type Profile = 'production' | 'development'

/** The state of the programme: the seeds' of February 2018, or today's. */
export type Edition = '2018-02' | 'current'

/** All profiles; the first is what is assumed. */
export const profiles: readonly Profile[] = ['production', 'development']

/** All editions; the first is what is assumed. */
export const editions: readonly Edition[] = ['current', '2018-02']

/** What rules about embedding look at. */
export interface EmbedSubject {
  readonly page: HostPage
  /** What was found out elsewhere, or read beside the page; empty when nothing was. */
  readonly facts: HostFacts
  /** What was read beside the page; nothing when nobody read anything. */
  readonly handedOn?: Pick<HandedOnFacts, 'templateParameters'> | undefined
}
