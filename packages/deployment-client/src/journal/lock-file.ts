import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { isoNow } from '../clock.ts'

const holderSchema = z.object({ pid: z.number(), host: z.string(), at: z.string() })

/** Who holds a lock. */
export type LockHolder = z.output<typeof holderSchema>

const betweenLooks = 1000

/** How long to wait for somebody else, and what interrupts the waiting. */
export interface LockOptions {
  readonly clock: Clock
  /** Milliseconds; 0 refuses at once. */
  readonly waitFor: number
  readonly signal?: AbortSignal
}

/**
 * Makes sure that one process of this machine works on something: a file that says who. One that a killed process left
 * behind is taken over.
 *
 * @param busy words the refusal; the holder is unknown where the file cannot be read.
 * @returns what lets go of it.
 * @throws what `busy` gives when somebody else holds it for longer than `waitFor`.
 */
export async function lockFile(
  path: string,
  options: LockOptions,
  busy: (holder: LockHolder | undefined) => Error,
): Promise<() => void> {
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
    if (clock.now() >= until) throw busy(holder)
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

function readHolder(path: string): LockHolder | undefined {
  try {
    return parseHolder(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function parseHolder(text: string): LockHolder | undefined {
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function isSameHolder(one: LockHolder | undefined, other: LockHolder): boolean {
  return one !== undefined && one.pid === other.pid && one.host === other.host && one.at === other.at
}

/** Only of processes on this machine can it be said that they are gone. */
function isGone({ pid, host }: LockHolder): boolean {
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
