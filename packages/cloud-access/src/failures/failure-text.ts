import type { Source } from '../operations/evidence.ts'

/** How an answer of the cloud is recognised as one kind of failure. */
export interface Signs {
  /** The service's own codes, compared without regard to case; `AADSTS…` numbers of the token endpoint too. */
  readonly codes?: readonly string[]
  /** Parts of the service's message, for failures that have no code of their own; compared without regard to case. */
  readonly messages?: readonly string[]
  /** Only with this status; without it, with any. */
  readonly status?: number
}

/** One kind of failure as a person reads it: each a sentence or two in our words. */
export interface FailureText {
  readonly what: string
  readonly why: string
  readonly fix: string
  readonly signs?: readonly Signs[]
  readonly sources: readonly [Source, ...Source[]]
}

/** Source of failures that this client itself finds, before or after the cloud was asked. */
export const ours: readonly [Source, ...Source[]] = [{ name: 'This client', confidence: 'run' }]
