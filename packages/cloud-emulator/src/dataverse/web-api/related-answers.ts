import type { Answer } from '../../operation/emulated-operation.ts'
import { queryOptionsOf } from '../odata/query-options.ts'
import type { Addressed } from '../rows/find-addressed.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import { readBody } from '../rows/read-body.ts'
import { findRow } from '../rows/row-store.ts'
import { relatedRows, runQuery } from '../rows/run-query.ts'
import { changeValues, demandVersion } from '../rows/write-row.ts'
import { columnNamed, lookupBehind, tableNamed } from '../tables/all-tables.ts'
import { demandRight } from '../users/organization-user.ts'
import type { Segment } from './address.ts'
import type { ReadRequest } from './answer-request.ts'
import { pageAnswer } from './page-answer.ts'
import { rowAnswer } from './rows-answers.ts'
import { rowMissing, segmentMissing, verbRefused } from './web-api-failure.ts'

/** Answers `table(key)/something`: a related row, related rows, or one column. */
export function answerRelated(
  call: OrganizationCall,
  request: ReadRequest,
  { table, id, row }: Addressed,
  { name }: Segment,
  part?: '$value' | '$count',
): Answer {
  if (row === undefined || id === undefined) throw rowMissing(table, id ?? '')
  if (request.method !== 'GET') return answerColumnWrite(call, request, { table, id, row, key: {} }, name)
  demandRight(call.organization, call.user, 'Read', table.name)
  const lookup = lookupBehind(table, name)
  if (lookup !== undefined) {
    const target = tableNamed(lookup.column.target ?? '')
    const found = findRow(call.organization, target.name, String(row[lookup.name] ?? ''))
    return found === undefined ? { status: 204 } : rowAnswer(call, request, target, found)
  }
  const related = relatedRows(call.organization, table, name)
  if (related !== undefined) {
    const page = runQuery(
      call.organization,
      related.table,
      related.of(row),
      queryOptionsOf(request.address.query),
      request.preferences,
    )
    if (part === '$count')
      return { status: 200, body: String(page.rows.length), headers: { 'content-type': 'text/plain' } }
    return pageAnswer(call, request, related.table.set, page)
  }
  const column = columnNamed(table, name)
  if (column === undefined) throw segmentMissing(name)
  const value = row[column.name] ?? null
  if (value === null) return { status: 204 }
  if (part === '$value') return { status: 200, body: String(value), headers: { 'content-type': 'text/plain' } }
  return { status: 200, body: { '@odata.context': `${call.root}/$metadata#${table.set}(${id})/${name}`, value } }
}

/** PUT sets one column, DELETE empties it. */
function answerColumnWrite(
  call: OrganizationCall,
  request: ReadRequest,
  { table, row }: Addressed,
  name: string,
): Answer {
  const { method } = request
  const column = columnNamed(table, name)
  if (column === undefined || row === undefined) throw segmentMissing(name)
  if (method !== 'PUT' && method !== 'DELETE') throw verbRefused(method)
  demandRight(call.organization, call.user, 'Write', table.name)
  demandVersion(row, request.headers.get('if-match'))
  const value = method === 'DELETE' ? null : (request.json().value ?? null)
  changeValues(call, table, row, readBody(call.organization, table, { [column.name]: value }, 'update'))
  return { status: 204 }
}
