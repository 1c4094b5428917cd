import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { Table } from '../tables/table.ts'

/** A row that is asked for does not exist. */
export function rowMissing(table: Table, id: string): EmulatedFailure {
  return new EmulatedFailure(404, '0x80040217', `${table.name} With Id = ${id} Does Not Exist`)
}

/** Nothing of this name can be addressed. */
export function segmentMissing(segment: string): EmulatedFailure {
  return new EmulatedFailure(404, '0x80060888', `Resource not found for the segment '${segment}'.`)
}

/** The verb does not go with the address. */
export function verbRefused(method: string): EmulatedFailure {
  return new EmulatedFailure(405, '0x80060888', `The requested resource does not support http method '${method}'.`)
}

/** The body cannot be taken. */
export function bodyFailure(message: string): EmulatedFailure {
  return new EmulatedFailure(400, '0x80048d19', message)
}

/** The row is no longer the one that the request was made for. */
export function versionFailure(): EmulatedFailure {
  return new EmulatedFailure(
    412,
    '0x80060882',
    "The version of the existing record doesn't match the RowVersion property provided.",
  )
}

/** A row with these values is there already. */
export function rowPresent(): EmulatedFailure {
  return new EmulatedFailure(412, '0x80040237', 'A record with matching key values already exists.')
}
