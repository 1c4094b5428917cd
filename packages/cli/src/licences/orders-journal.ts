import { resolve } from 'node:path'
import { type LockHolder, lockFile, systemClock } from '@sevenstep/deployment-client'
import { type OrderJournal, openOrderJournal } from '@sevenstep/licensing-checks/purchase'
import type { Console } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure, systemCode } from '../failure.ts'
import { inOurWords } from './partner-session.ts'

/** Where orders are noted unless an option says otherwise. */
const usualJournal = '.sevenstep/orders.jsonl'

/** Opens the journal of orders to look into. */
export function openJournal(journal: string | undefined, console: Console): OrderJournal {
  try {
    return openOrderJournal(resolve(console.folder, journal ?? usualJournal))
  } catch (error) {
    throw inOurWords(error)
  }
}

/** Does work with the journal while no other process of this machine orders with it. */
export async function withJournal<Result>(
  journal: string | undefined,
  console: Console,
  signal: AbortSignal,
  work: (journal: OrderJournal) => Promise<Result>,
): Promise<Result> {
  const lock = `${resolve(console.folder, journal ?? usualJournal)}.lock`
  const options = { clock: systemClock, waitFor: 0, signal }
  const release = await lockFile(lock, options, (holder) => busy(holder, lock)).catch((error: unknown) => {
    throw systemCode(error) === undefined ? error : unwritable(lock, error)
  })
  try {
    return await work(openJournal(journal, console))
  } finally {
    release()
  }
}

function unwritable(lock: string, error: unknown): Failure {
  const why = error instanceof Error ? error.message : String(error)
  return new Failure(
    exitCodes.unreadable,
    `${lock} cannot be written.`,
    why,
    'Give --journal a path in a folder that you may write to. Nothing was sent.',
  )
}

function busy(holder: LockHolder | undefined, lock: string): Failure {
  const who = holder === undefined ? 'Somebody' : `Process ${holder.pid} on ${holder.host}, since ${holder.at},`
  return new Failure(
    exitCodes.remote,
    `${who} is ordering with this journal already.`,
    'Two orders at once could not see each other’s lines.',
    `Wait until it has ended. If no such process orders any more, delete ${lock}.`,
  )
}
