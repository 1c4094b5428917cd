import type { Subject } from '@sevenstep/findings'
import type { Difference } from '../model/difference.ts'
import type { Address, WantedKind } from '../model/wanted.ts'

/** What a plan does to one thing. */
export type PlannedVerb = 'create' | 'update' | 'adopt' | 'leave' | 'remove' | 'forget' | 'restore'

/** One line of a plan. */
export interface PlannedAction {
  readonly address: Address
  readonly kind: WantedKind
  /** As the target shows it. */
  readonly name: string
  readonly verb: PlannedVerb
  /** One sentence. */
  readonly reason: string
  readonly difference?: Difference
  /** Id in the target, where it is there. */
  readonly id?: string
  /** What the target showed when the plan was made; nothing where the thing was not there. */
  readonly expected?: string
  readonly needs: readonly Address[]
  /** A person has to do something before it is of use, although nothing has to be changed. */
  readonly needsPerson?: true
  /** What is lost for good. */
  readonly loses?: string
  /** Content to put back, by its name in the store beside the journal. */
  readonly before?: string
}

/** Which way a part takes, and why. */
export interface ChosenRoute {
  readonly part: string
  readonly route: 'solution' | 'package' | 'power-apps' | 'database'
  readonly because: string
}

/** What would be done to one target; making it changed nothing there. Never holds a secret. */
export interface Plan {
  readonly version: 1
  readonly command: 'apply' | 'rollback' | 'destroy'
  readonly deployment: string
  readonly target: { readonly name: string; readonly tenant: string; readonly environment: string }
  /** Name of the environment, as the target shows it. */
  readonly environmentName: string
  readonly principal: string
  readonly madeAt: string
  /** Hash of everything the description asks for here; an apply of this plan demands the same. */
  readonly wantedHash: string
  readonly routes: readonly ChosenRoute[]
  readonly actions: readonly PlannedAction[]
  readonly findings: Subject
  /** The platform's own checks that were run; they upload. */
  readonly serverDryRuns: readonly string[]
  /** Run that a rollback undoes. */
  readonly undoes?: string
}

/** Actions that change something in the target or the journal. */
export function changesOf({ actions }: Pick<Plan, 'actions'>): readonly PlannedAction[] {
  return actions.filter(({ verb }) => verb !== 'leave')
}

/** Whether findings forbid applying it. */
export function isBlocked({ findings }: Pick<Plan, 'findings'>): boolean {
  return findings.counts.error > 0
}
