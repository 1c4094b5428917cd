import { type FailureText, TargetFailure } from '../target/target-failure.ts'

/** How one target of a fleet fared. */
export type FleetEntry<T> =
  | { readonly target: string; readonly ok: true; readonly value: T }
  | { readonly target: string; readonly ok: false; readonly failure: FailureText }

/** How a fleet is gone through. */
export interface FleetOptions {
  /** How many targets at the same time; 8 unless given. */
  readonly parallel?: number
  readonly signal?: AbortSignal
}

/**
 * Does the same for many targets, several at a time. A target that fails stops no other; after an abort no further
 * target is begun. The entries have the order of the names.
 */
export async function runFleet<T>(
  targets: readonly string[],
  work: (target: string) => Promise<T>,
  { parallel = 8, signal }: FleetOptions = {},
): Promise<FleetEntry<T>[]> {
  const entries = new Array<FleetEntry<T>>(targets.length)
  let next = 0
  const worker = async (): Promise<void> => {
    for (let index = next; index < targets.length; index = next) {
      next += 1
      const target = targets[index]
      if (target === undefined) return
      entries[index] = signal?.aborted === true ? { target, ok: false, failure: notBegun } : await settle(target, work)
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(parallel, targets.length)) }, worker))
  return entries
}

async function settle<T>(target: string, work: (target: string) => Promise<T>): Promise<FleetEntry<T>> {
  try {
    return { target, ok: true, value: await work(target) }
  } catch (error) {
    return { target, ok: false, failure: failureOf(error) }
  }
}

/** A fault of ours in one target stops no other either; it is reported as what it is. */
function failureOf(error: unknown): FailureText {
  if (error instanceof TargetFailure) return error.text
  return {
    code: 'fault',
    what: error instanceof Error ? (error.stack ?? error.message) : String(error),
    why: 'This is a fault of ours, not of your files or of the target.',
    fix: 'Please report it. Apply again goes on where this one ended.',
  }
}

const notBegun: FailureText = {
  code: 'not-begun',
  what: 'It was not begun.',
  why: 'The command was interrupted before its turn.',
  fix: 'Run the command again.',
}
