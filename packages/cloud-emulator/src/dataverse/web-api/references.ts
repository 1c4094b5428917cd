import type { Answer } from '../../operation/emulated-operation.ts'
import { type Addressed, guidIn, referencedId } from '../rows/find-addressed.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import { addPair, changeRow, findRow, keepPairs } from '../rows/row-store.ts'
import { relatedRows } from '../rows/run-query.ts'
import { lookupBehind, tableNamed } from '../tables/all-tables.ts'
import type { Relation, Table } from '../tables/table.ts'
import { demandRight } from '../users/organization-user.ts'
import type { Segment } from './address.ts'
import type { ReadRequest } from './answer-request.ts'
import { bodyFailure, rowMissing, segmentMissing, verbRefused } from './web-api-failure.ts'

/** Answers `table(key)/relation/$ref` and `table(key)/relation(key)/$ref`: connects and disconnects rows. */
export function answerReference(
  call: OrganizationCall,
  request: ReadRequest,
  addressed: Addressed,
  segment: Segment,
): Answer {
  const { table, id, row } = addressed
  if (row === undefined || id === undefined) throw rowMissing(table, id ?? '')
  const { method } = request
  if (method === 'GET') return listReferences(call, addressed, segment)
  demandRight(call.organization, call.user, 'Write', table.name)
  const lookup = lookupBehind(table, segment.name)
  if (lookup !== undefined) {
    if (method !== 'PUT' && method !== 'DELETE') throw verbRefused(method)
    const value =
      method === 'DELETE' ? null : referencedId(call.organization, given(request), lookup.column.target ?? '')
    changeRow(call, table, id, { [lookup.name]: value })
    return { status: 204 }
  }
  const relation = Object.hasOwn(table.relations, segment.name) ? table.relations[segment.name] : undefined
  if (relation === undefined) throw segmentMissing(segment.name)
  if (method === 'POST') connect(call, id, relation, referencedId(call.organization, given(request), relation.table))
  else if (method === 'DELETE') disconnect(call, id, relation, removedId(call, request, relation, segment))
  else throw verbRefused(method)
  return { status: 204 }
}

function connect(call: OrganizationCall, id: string, relation: Relation, other: string) {
  const { by } = relation
  if ('lookup' in by) changeRow(call, tableNamed(relation.table), other, { [by.lookup]: id })
  else if (by.end === 'first') addPair(call, by.pairs, id, other)
  else addPair(call, by.pairs, other, id)
}

function disconnect(call: OrganizationCall, id: string, relation: Relation, other: string) {
  const { by } = relation
  if ('lookup' in by) {
    changeRow(call, tableNamed(relation.table), other, { [by.lookup]: null })
    return
  }
  const pair = by.end === 'first' ? `${id} ${other}` : `${other} ${id}`
  keepPairs(call, by.pairs, (one) => one !== pair)
}

/** Which row is let go: named in the address, or by `$id`. */
function removedId(call: OrganizationCall, { address }: ReadRequest, relation: Relation, { key }: Segment): string {
  if (key !== undefined && 'bare' in key) {
    const id = guidIn(key.bare)
    const table = tableNamed(relation.table)
    if (id !== undefined && findRow(call.organization, table.name, id) !== undefined) return id
    throw rowMissing(table, key.bare)
  }
  const reference = address.query.get('$id')
  if (reference === null) throw bodyFailure('Which row is to be let go has to be said by $id or in the address.')
  return referencedId(call.organization, reference, relation.table)
}

function given(request: ReadRequest): string {
  const reference = request.json()['@odata.id']
  if (typeof reference !== 'string') throw bodyFailure("The body needs '@odata.id' with the address of a row.")
  return reference
}

function listReferences(call: OrganizationCall, { table, row }: Addressed, { name }: Segment): Answer {
  const related = relatedRows(call.organization, table, name)
  if (related === undefined || row === undefined) throw segmentMissing(name)
  const idOf = (other: Table) => (one: Readonly<Record<string, unknown>>) => ({
    '@odata.id': `${call.root}/${other.set}(${String(one[other.idColumn])})`,
  })
  const value = related.of(row).map(idOf(related.table))
  return { status: 200, body: { '@odata.context': `${call.root}/$metadata#Collection($ref)`, value } }
}
