import type { Failure } from '../../domain/failure.ts'
import { invalidInput } from '../../verbs/parse-input.ts'

/** Most rows that one page holds. */
export const largestPage = 200
/** Rows of a page where no limit is given. */
export const usualPage = 50

const longestCursor = 2_000

/** Where a page begins: the keys of the last row before it. Clients are to pass it on as it is. */
export function writeCursor(operation: string, keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([operation, ...keys])).toString('base64url')
}

/**
 * The keys in a cursor of this very operation.
 *
 * @throws Failure `invalid-input` for anything else
 */
export function readCursor(operation: string, cursor: string | undefined): readonly (string | number)[] | undefined {
  if (cursor === undefined) return undefined
  if (cursor.length > longestCursor) throw notOurs()
  let read: unknown
  try {
    read = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw notOurs()
  }
  if (!Array.isArray(read) || read[0] !== operation) throw notOurs()
  const keys: unknown[] = read.slice(1)
  const known = keys.filter((key): key is string | number => isPlain(key))
  if (known.length !== keys.length) throw notOurs()
  return known
}

/** The keys of a row in a list by time, and by id where the time is the same. */
export function momentKeys(keys: readonly (string | number)[] | undefined): readonly [string, string] | undefined {
  if (keys === undefined) return undefined
  const [at, id] = keys
  if (keys.length !== 2 || typeof at !== 'string' || typeof id !== 'string') throw notOurs()
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) || Number.isNaN(Date.parse(at))) throw notOurs()
  return [at, id]
}

function isPlain(key: unknown): boolean {
  return typeof key === 'number' || (typeof key === 'string' && key.isWellFormed() && !key.includes('\0'))
}

/** Refuses a cursor that none of this operation's answers holds. */
export function notOurs(): Failure {
  return invalidInput([
    {
      field: 'cursor',
      message: {
        en: 'This cursor does not belong to this list. Begin without one.',
        nl: 'Deze cursor hoort niet bij deze lijst. Begin zonder cursor.',
      },
    },
  ])
}
