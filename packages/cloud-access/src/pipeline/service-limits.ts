import type { Source } from '../operations/evidence.ts'
import type { ServiceName } from '../operations/operation.ts'

/** So much within so long, in a window that slides. */
export interface WindowLimit {
  readonly count: number
  readonly windowMs: number
}

/** What a service allows one account on one host. */
export interface ServiceLimit {
  readonly requests?: WindowLimit
  /** Milliseconds of work together, in a window that slides. */
  readonly execution?: WindowLimit
  /** Requests under way at the same time. */
  readonly concurrent?: number
  readonly sources: readonly [Source, ...Source[]]
  readonly note?: string
}

/** Limits by service; a service without one is not held back until it answers 429. */
export type ServiceLimits = Readonly<Partial<Record<ServiceName, ServiceLimit>>>

const ownCaution: ServiceLimit = {
  concurrent: 16,
  sources: [{ name: 'Our own caution; Microsoft publishes no figure that we know of', confidence: 'unverified' }],
  note: 'Not a limit of Microsoft’s: it keeps one run from taking everything.',
}

/** What is known of Microsoft's limits. Replace single services in the client's options where you know better. */
export const knownLimits: ServiceLimits = {
  dataverse: {
    requests: { count: 6000, windowMs: 300_000 },
    execution: { count: 1_200_000, windowMs: 300_000 },
    concurrent: 52,
    sources: [{ name: 'Dataverse documentation, service protection API limits', confidence: 'documentation' }],
    note: 'For each account and web server. An environment may have several servers; the limits then allow more.',
  },
  flow: ownCaution,
  'power-apps': ownCaution,
  'business-applications': ownCaution,
  'power-platform': ownCaution,
  'power-platform-environment': ownCaution,
  graph: ownCaution,
}
