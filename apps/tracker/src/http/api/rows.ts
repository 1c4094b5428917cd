import type { Scope } from '../../db/scope.ts'
import { may, type Place, type Principal } from '../../domain/principal.ts'
import { keysOfRow, type Listed, type RowOf, type RowsAsked, readRow, readRows } from '../../reads/api/read-rows.ts'
import type { HttpServices } from '../environment.ts'
import { momentKeys } from './cursor.ts'
import type { Page } from './read.ts'

type Names = ReadonlyMap<string, string>

/** Who asks for rows, and where. */
interface Asker {
  readonly services: HttpServices
  readonly principal: Principal
  readonly place: Place
}

/** The rows that a principal may see in a place. */
export function scopeFor({ principal, place }: Pick<Asker, 'principal' | 'place'>): Scope {
  const { organizationId, isvId } = place
  if (isvId === null) return { kind: 'programme', organizationId }
  return { kind: 'isv', organizationId, isvId, internal: may(principal, 'comment.read-internal', place) }
}

/** Somebody's id with their name, as answers have it. */
export function personIn(names: Names, id: string): { id: string; name: string | null }
export function personIn(names: Names, id: string | null): { id: string; name: string | null } | null
export function personIn(names: Names, id: string | null) {
  return id === null ? null : { id, name: names.get(id) ?? null }
}

/** A page of a list by time, each row told by `tell`. */
export async function pageOf<Name extends Listed, Told>(
  asked: Asker & { readonly after: readonly (string | number)[] | undefined; readonly limit: number },
  name: Name,
  how: Omit<RowsAsked<Name>, 'after' | 'limit'> & { readonly tell: (row: RowOf<Name>, names: Names) => Told },
): Promise<Page<Told>> {
  const { rows, names } = await readRows(asked.services.database, scopeFor(asked), name, {
    ...how,
    after: momentKeys(asked.after),
    limit: asked.limit,
  })
  return {
    rows: rows.map((row) => how.tell(row, names)),
    keysOf: (index) => {
      const row = rows[index]
      return row === undefined ? [] : keysOfRow(name, row)
    },
  }
}

/** One row, told by `tell`. */
export async function oneOf<Name extends Listed, Told>(
  asked: Asker,
  name: Name,
  how: Pick<RowsAsked<Name>, 'where' | 'people'> & { readonly tell: (row: RowOf<Name>, names: Names) => Told },
): Promise<Told> {
  const { row, names } = await readRow(asked.services.database, scopeFor(asked), name, how)
  return how.tell(row, names)
}
