import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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
    const mine = JSON.stringify({ pid: process.pid, host: hostname(), at: isoNow(clock) })
    if (take(path, mine)) return () => removeWhere(path, (text) => text === mine)
    const holder = readHolder(path)
    if (holder !== undefined && isGone(holder)) {
      // Another process may have found the same and hold the lock by now.
      removeWhere(path, (text) => isSameHolder(parseHolder(text), holder))
      continue
    }
    if (clock.now() >= until) throw busy(place.target, holder, path)
    await clock.sleep(betweenLooks, signal)
  }
}

/** The file appears with its content, so that a kill cannot leave one behind that names nobody. */
function take(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, content, { flag: 'wx', mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    // Some file systems have no second names for a file.
    return takeByWriting(path, content)
  } finally {
    rmSync(draft, { force: true })
  }
}

function takeByWriting(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Removes the lock where it is still the one that is meant: looked at under a name that nobody else uses. */
function removeWhere(path: string, isMeant: (text: string) => boolean): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  const text = readFileSync(aside, 'utf8')
  if (!isMeant(text)) take(path, text)
  rmSync(aside, { force: true })
}

function readHolder(path: string): Holder | undefined {
  try {
    return parseHolder(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function isSameHolder(one: Holder | undefined, other: Holder): boolean {
  return one !== undefined && one.pid === other.pid && one.host === other.host && one.at === other.at
}

/** Only of processes on this machine can it be said that they are gone. */
function isGone({ pid, host }: Holder): boolean {
  if (host !== hostname()) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function busy(target: string, holder: Holder | undefined, path: string): TargetFailure {
  const who = holder === undefined ? 'Somebody' : `Process ${holder.pid} on ${holder.host}, since ${holder.at},`
  return new TargetFailure({
    code: 'target-busy',
    what: `${who} is working on ${target} already.`,
    why: 'Two applies at once on one target would make things twice.',
    fix: `Wait until it has ended, or give --wait with the time to wait for it. If no such process deploys any more, delete ${path}.`,
  })
}
