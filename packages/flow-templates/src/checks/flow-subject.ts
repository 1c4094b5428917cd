import type { JudgedFile } from '@sevenstep/rule-engine'
import type { ConnectorTier } from '../data/connector-tiers.ts'
import type { FlowPackage } from '../model/flow-package.ts'
import type { PackageProblem } from '../problems/package-problem.ts'
import type { Leak } from '../scrub/leak.ts'
import type { PlacedFlow } from './placed-flow.ts'

/** What a package is for: a template in the public gallery, or flows that are brought to customers. */
export type Profile = 'template' | 'deployment'

/** The state of the programme: the seeds' of February 2018, or today's. */
export type Edition = '2018-02' | 'current'

/** All profiles; the first is what is assumed. */
export const profiles: readonly Profile[] = ['template', 'deployment']

/** All editions; the first is what is assumed. */
export const editions: readonly Edition[] = ['current', '2018-02']

/** What is known of the world beyond the package; every part may be missing. */
export interface FlowFacts {
  /** Tiers by api name, where the caller knows better than the table. */
  readonly connectorTiers?: Readonly<Record<string, ConnectorTier>>
  /** Api names of connectors that are published or that customers get beforehand, so that a custom one is no fault. */
  readonly availableConnectors?: readonly string[]
}

/** What rules about a package look at. */
export interface FlowSubject {
  readonly package: FlowPackage
  readonly problems: readonly PackageProblem[]
  /** The text files that were read, for places. */
  readonly files: readonly JudgedFile[]
  readonly flows: readonly PlacedFlow[]
  /** What should not leave the house with the package. */
  readonly leaks: readonly Leak[]
  readonly facts: FlowFacts
}
