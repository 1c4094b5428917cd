import type { Operation, OutputOf } from '../operations/operation.ts'
import type { CallOptions, CloudAnswer } from './cloud-client.ts'

/** Where long-running work stands. */
export interface WorkProgress {
  readonly state: 'running' | 'succeeded' | 'failed' | 'cancelled'
  /** Since it began, in milliseconds. */
  readonly elapsedMs: number
  /** How often it was asked about in this run. */
  readonly polls: number
  /** Wait before it is asked about again, in milliseconds. */
  readonly nextPollMs?: number
  /** The service's own word for the state. */
  readonly words?: string
  /** Steps of the work with the service's words for their states, where it names any. */
  readonly stages?: readonly { readonly name: string; readonly state: string }[]
}

/** Long-running work in the cloud. */
export interface Work<O extends Operation = Operation, P extends Operation = Operation> {
  /** Says all that is needed to go on with the work later: a line of text without secrets, for a journal. */
  readonly handle: string
  /** The answer that began it; nothing for work that was resumed. */
  readonly begun: CloudAnswer<OutputOf<O>> | undefined
  /** As last heard. */
  readonly progress: WorkProgress
  /** Asks once where the work stands. */
  poll(): Promise<WorkProgress>
  /**
   * Waits for the end and gives what the last question about it answered; nothing where `begun` was already the end, or where
   * what the work deleted is gone.
   *
   * @throws CloudFailure `work-failed` or what the service names; `work-unfinished` when the time for waiting is over:
   * the work goes on then, and `client.resume(handle)` waits again.
   */
  result(): Promise<OutputOf<P> | undefined>
}

/** How work is begun and followed. */
export interface WorkOptions<P extends Operation = Operation> extends CallOptions {
  /** The operation that reads the state, for its type; found by the first operation's `completion` if left out. */
  readonly polledBy?: P
  /** Longest wait for the end, in milliseconds; an hour if left out. */
  readonly longestMs?: number
  /** Told after each question about the work. */
  readonly onProgress?: (progress: WorkProgress) => void
}
