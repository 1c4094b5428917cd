import type { PlannedVerb } from '../plan/plan.ts'
import type { FailureText } from '../target/target-failure.ts'

/** How far a step is. */
export type StepState = 'began' | 'progress' | 'done' | 'failed' | 'waits' | 'skipped'

/** What is reported while something is applied; nothing in it is a secret. */
export interface StepEvent {
  readonly type: 'step'
  readonly target: string
  readonly address: string
  readonly name: string
  readonly verb: PlannedVerb
  readonly state: StepState
  /** Which step it is, from 1, and how many there are. */
  readonly number: number
  readonly total: number
  readonly percent?: number
  readonly said?: string
}

/** What is reported of a target as a whole. */
export interface TargetEvent {
  readonly type: 'target'
  readonly target: string
  readonly state: 'connecting' | 'settling' | 'planning' | 'applying' | 'ended'
  readonly said?: string
}

/** Anything that is reported while deployments go on. */
export type DeployEvent = StepEvent | TargetEvent

/** How one step ended. */
export interface StepResult {
  readonly address: string
  readonly name: string
  readonly verb: PlannedVerb
  readonly state: 'done' | 'failed' | 'waits' | 'skipped' | 'not-begun'
  readonly failure?: FailureText
  /** What a person has to do, and where; the link is for printing only. */
  readonly waits?: { readonly code: string; readonly what: string; readonly link?: string }
  /** Addresses that it would have needed. */
  readonly blockedBy?: readonly string[]
}

/** How an apply, rollback or destroy of one target ended. */
export interface RunResult {
  readonly target: string
  readonly run: string
  /** `waits`: a person has to do something; `stopped`: interrupted. Both go on where they were when run again. */
  readonly outcome: 'done' | 'failed' | 'waits' | 'stopped'
  readonly steps: readonly StepResult[]
}
