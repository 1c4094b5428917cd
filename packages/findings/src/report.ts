import type { Finding } from './finding.ts'
import type { Severity } from './severity.ts'

/** How many findings of each severity there are. */
export type Counts = Readonly<Record<Severity, number>>

/** Something the check could not see, and why: neither passed nor failed. */
export interface NotChecked {
  /** Rule ids, sorted. */
  readonly rules: readonly string[]
  /** One sentence: what was not given, or could not be told. */
  readonly reason: string
  /**
   * One sentence: what to hand in so that the rules have something to look at. Absent where they did look and could not
   * decide; a later check that lacks something says nothing against an earlier one that had it.
   */
  readonly handIn?: string
}

/** Something that a check knows of a subject from another one that was read in the same run. */
export interface HandedOnFact {
  /** Name of the fact, as files with facts have it: `templateParameters`. */
  readonly fact: string
  /** What is known, in words: `the parameters that templates declare`. */
  readonly words: string
  /** Paths of the subjects it was read in, sorted. */
  readonly from: readonly string[]
}

/** A finding that does not count, and who decided so. */
export interface SetAside {
  readonly finding: Finding
  /** `suppression`: a person gave a reason. `baseline`: it was known when the baseline was written. */
  readonly by: 'suppression' | 'baseline'
  readonly reason: string
}

/** One thing that was checked (a connector, a package) and what was found in it. */
export interface Subject {
  /** As the user gave it, or as it was found below what the user gave. */
  readonly path: string
  /** What was recognised, for example `connector`. */
  readonly kind: string
  readonly profile: string
  readonly target: string
  readonly counts: Counts
  readonly findings: readonly Finding[]
  readonly notChecked?: readonly NotChecked[]
  /** What was judged with, though it was read elsewhere in the same run. */
  readonly handedOn?: readonly HandedOnFact[]
  /** Findings that suppressions and the baseline took out; not among `findings`, not counted. */
  readonly setAside?: readonly SetAside[]
}

/** The rules a report was made with. */
export interface RuleSet {
  readonly name: string
  readonly version: string
}

/** What a check returns: every printer takes this and nothing else. */
export interface Report {
  /** Version of this shape; raised when a field changes its meaning or goes. */
  readonly version: 1
  readonly ruleSet: RuleSet
  readonly counts: Counts
  readonly subjects: readonly Subject[]
}
