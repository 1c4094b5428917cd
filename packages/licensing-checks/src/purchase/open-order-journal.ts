import { appendLine, readLines } from '@sevenstep/cloud-access/journal'
import { entryKey, type OrderEntry, type OrderJournal } from './order-journal.ts'
import { PurchaseFailure } from './purchase-failure.ts'

/**
 * A journal in a file: lines of JSON that are only ever added, each on the disk before the next request is sent. The last
 * line of an order counts; one that a kill cut off is dropped. Readable by its owner alone.
 *
 * @throws PurchaseFailure `journal-unreadable`, at once for a file that is no journal; `journal-unwritable` when a line
 * cannot be added.
 */
export function openOrderJournal(path: string): OrderJournal {
  const entries = new Map(readEntries(path).map((entry) => [entryKey(entry), entry]))
  return {
    async read(customer, reference) {
      return entries.get(entryKey({ customer, reference }))
    },
    async write(entry) {
      try {
        appendLine(path, JSON.stringify(entry))
      } catch (error) {
        throw unwritable(path, error)
      }
      entries.set(entryKey(entry), entry)
    },
  }
}

function readEntries(path: string): readonly OrderEntry[] {
  let lines: ReturnType<typeof readLines>
  try {
    lines = readLines(path)
  } catch (error) {
    throw unreadable(path, error instanceof Error ? error.message : String(error))
  }
  return lines.map(({ line, number }) => entryOf(line, path, number))
}

function entryOf(line: string, path: string, number: number): OrderEntry {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw unreadable(path, `line ${number} is no JSON`)
  }
  const { customer, reference, lines, attempt, cartId, ordersBefore, triedAt, orderIds } = Object(value)
  const areTexts = [customer, reference, lines].every((each) => typeof each === 'string')
  if (!areTexts || !Number.isInteger(attempt) || ![cartId, triedAt].every(isTextOrNothing))
    throw unreadable(path, `line ${number} tells of no order`)
  if (![ordersBefore, orderIds].every(isTextsOrNothing)) throw unreadable(path, `line ${number} names no orders`)
  return {
    ...{ customer, reference, lines, attempt },
    ...(cartId !== undefined && { cartId }),
    ...(ordersBefore !== undefined && { ordersBefore }),
    ...(triedAt !== undefined && { triedAt }),
    ...(orderIds !== undefined && { orderIds }),
  }
}

function isTextOrNothing(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

function isTextsOrNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.every((each) => typeof each === 'string'))
}

function unwritable(path: string, error: unknown): PurchaseFailure {
  return new PurchaseFailure(
    'journal-unwritable',
    `The journal ${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    'Nothing is sent before it is noted, so that nothing is ordered twice.',
    'Make room, or see to it that you may write there, and run it again: it goes on.',
  )
}

function unreadable(path: string, why: string): PurchaseFailure {
  return new PurchaseFailure(
    'journal-unreadable',
    `The journal ${path} cannot be read: ${why}.`,
    'It says what was ordered and what was under way; going on without it could order twice.',
    'Restore the file from a copy. If there is none, look in Partner Center for orders whose lines carry your reference, then move the file away.',
  )
}
