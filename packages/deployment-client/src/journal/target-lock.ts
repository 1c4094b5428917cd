import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { isoNow } from '../clock.ts'
import { TargetFailure } from '../target/target-failure.ts'
import { type JournalPlace, journalPath } from './journal.ts'

const holderSchema = z.object({ pid: z.number(), host: z.string(), at: z.string() })
type Holder = z.output<typeof holderSchema>

const betweenLooks = 1000

/** How long to wait for somebody else's apply, and what interrupts the waiting. */
export interface LockOptions {
  readonly clock: Clock
  /** Milliseconds; 0 refuses at once. */
  readonly waitFor: number
  readonly signal?: AbortSignal
}

/**
 * Makes sure that one process of this machine works on a target: a file beside the journal. One that a killed process
 * left behind is taken over.
 *
 * @returns what lets go of it.
 * @throws TargetFailure when somebody else holds it for longer than `waitFor`.
 */
export async function lockTarget(place: JournalPlace, options: LockOptions): Promise<() => void> {
  const path = `${journalPath(place)}.lock`
  const { clock, waitFor, signal } = options
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const until = clock.now() + waitFor
  for (;;) {
    if (take(path, { pid: process.pid, host: hostname(), at: isoNow(clock) }))
      return () => rmSync(path, { force: true })
    const holder = readHolder(path)
    if (holder !== undefined && isGone(holder)) {
      rmSync(path, { force: true })
      continue
    }
    if (clock.now() >= until) throw busy(place.target, holder)
    await clock.sleep(betweenLooks, signal)
  }
}

function take(path: string, holder: Holder): boolean {
  try {
    const descriptor = openSync(path, 'wx', 0o600)
    writeSync(descriptor, JSON.stringify(holder))
    closeSync(descriptor)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}

/** Only of processes on this machine can it be said that they are gone. */
function isGone({ pid, host }: Holder): boolean {
  if (host !== hostname()) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

function busy(target: string, holder: Holder | undefined): TargetFailure {
  const who = holder === undefined ? 'Somebody' : `Process ${holder.pid} on ${holder.host}, since ${holder.at},`
  return new TargetFailure({
    code: 'target-busy',
    what: `${who} is working on ${target} already.`,
    why: 'Two applies at once on one target would make things twice.',
    fix: 'Wait until it has ended, or give --wait with the time to wait for it.',
  })
}
