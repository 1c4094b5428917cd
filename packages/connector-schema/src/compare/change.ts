import type { Message } from '@sevenstep/findings'
import type { JsonNode } from '@sevenstep/located-json'
import type { ChangeKind } from './kinds.ts'

/**
 * How grave a change is for flows and apps that exist already. `error` breaks some of them, `warning` may, `info` is
 * worth telling their owners, `none` is safe.
 */
export type ChangeSeverity = 'error' | 'warning' | 'info' | 'none'

/** A place in one of the two versions. */
export interface ChangePlace {
  /** Path inside the connector's folder. */
  readonly file: string
  /** RFC 6901 pointer of `node`. */
  readonly pointer: string
  readonly node: JsonNode
}

/** An operation that a change reaches. */
export interface ChangedOperation {
  /** Its id in the old version (in the new one when it is new), or its method and path when it has none. */
  readonly id: string
  /** Where it stands in the new version; in the old one when it is gone. */
  readonly place: ChangePlace
}

/**
 * One difference between two versions of a connector. A change inside a shared definition is one change, however
 * many operations use the definition: `operations` lists them.
 */
export interface ConnectorChange {
  readonly kind: ChangeKind
  readonly severity: ChangeSeverity
  readonly message: Message
  /** Path of the file to look at. */
  readonly file: string
  /** What changed, in the old version; absent for what is new. */
  readonly before?: ChangePlace
  /** What changed, in the new version; absent for what is gone. */
  readonly after?: ChangePlace
  /** Where to look in the new version: `after`, or what used to hold the thing that is gone. */
  readonly near?: ChangePlace
  /** The operation, when the change reaches exactly one. */
  readonly operationId?: string
  /** Every operation the change reaches, sorted by id; empty when the change is not about operations. */
  readonly operations: readonly ChangedOperation[]
  /**
   * In how many places of operations the change shows: one per parameter, and one per path of properties that leads
   * to it in a request, an answer or a payload. Recursive schemas count once per way into the recursion.
   */
  readonly occurrences: number
  /** Kind, file, pointer and what was said, hashed: the same as that of the finding made of this change. */
  readonly fingerprint: string
}
