import type { Answer } from '../../operation/emulated-operation.ts'
import { queryOptionsOf } from '../odata/query-options.ts'
import { candidateRows } from '../rows/candidate-rows.ts'
import { findAddressed } from '../rows/find-addressed.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import { etagOf } from '../rows/present-row.ts'
import { presenter, runQuery } from '../rows/run-query.ts'
import { createRow, deleteRow, upsertRow } from '../rows/write-row.ts'
import { claimForSolution } from '../solutions/claim-for-solution.ts'
import type { Row } from '../state.ts'
import { findSet } from '../tables/all-tables.ts'
import type { Table } from '../tables/table.ts'
import { demandRight } from '../users/organization-user.ts'
import type { Segment } from './address.ts'
import type { ReadRequest } from './answer-request.ts'
import { pageAnswer } from './page-answer.ts'
import { rowMissing, segmentMissing, verbRefused } from './web-api-failure.ts'

/** Answers `table`: lists its rows, or makes one. */
export function answerTable(call: OrganizationCall, request: ReadRequest, { name }: Segment): Answer {
  const table = findSet(name)
  if (table === undefined) throw segmentMissing(name)
  if (request.method === 'POST') return answerCreate(call, request, table)
  if (request.method !== 'GET') throw verbRefused(request.method)
  demandRight(call.organization, call.user, 'Read', table.name)
  const options = queryOptionsOf(request.address.query)
  const page = runQuery(call.organization, table, candidateRows(call.organization, table), options, request.preferences)
  return pageAnswer(call, request, table.set, page)
}

/** Answers `table(key)`: reads, changes, makes or removes the row. */
export function answerRow(call: OrganizationCall, request: ReadRequest, segment: Segment): Answer {
  const addressed = findAddressed(call.organization, segment)
  const { table, row } = addressed
  const { method, headers } = request
  if (method === 'GET') {
    demandRight(call.organization, call.user, 'Read', table.name)
    if (row === undefined) throw rowMissing(table, addressed.id ?? Object.values(addressed.key).join(','))
    return rowAnswer(call, request, table, row)
  }
  const ifMatch = headers.get('if-match')
  if (method === 'DELETE') {
    demandRight(call.organization, call.user, 'Delete', table.name)
    deleteRow(call, addressed, ifMatch)
    return { status: 204 }
  }
  if (method !== 'PATCH') throw verbRefused(method)
  demandRight(call.organization, call.user, row === undefined ? 'Create' : 'Write', table.name)
  const ifNoneMatch = headers.get('if-none-match')
  const written = upsertRow(call, addressed, request.json(), { ifMatch, ifNoneMatch })
  if (written.created) claimForSolution(call, table, written.row, headers)
  return writtenAnswer(call, request, table, written.row, written.created)
}

function answerCreate(call: OrganizationCall, request: ReadRequest, table: Table): Answer {
  demandRight(call.organization, call.user, 'Create', table.name)
  const row = createRow(call, table, request.json())
  claimForSolution(call, table, row, request.headers)
  return writtenAnswer(call, request, table, row, true)
}

/** Shows one row; 304 where the caller has this version and asked for nothing beside it. */
export function rowAnswer(call: OrganizationCall, request: ReadRequest, table: Table, row: Row): Answer {
  const options = queryOptionsOf(request.address.query)
  const show = presenter(call.organization, table, options, request.preferences)
  const etag = etagOf(row)
  const plain =
    options.expand === undefined && !request.preferences.wantsAnnotation('OData.Community.Display.V1.FormattedValue')
  if (plain && request.headers.get('if-none-match') === etag) return { status: 304 }
  const body = { '@odata.context': `${call.root}/$metadata#${table.set}/$entity`, ...show(row) }
  return { status: 200, body, headers: { etag, ...applied(request) } }
}

function writtenAnswer(call: OrganizationCall, request: ReadRequest, table: Table, row: Row, created: boolean): Answer {
  const address = `${call.root}/${table.set}(${String(row[table.idColumn])})`
  const headers = { 'odata-entityid': address, ...applied(request) }
  if (!request.preferences.representation) return { status: 204, headers }
  const shown = presenter(call.organization, table, queryOptionsOf(request.address.query), request.preferences)(row)
  const body = { '@odata.context': `${call.root}/$metadata#${table.set}/$entity`, ...shown }
  return { status: created ? 201 : 200, body, headers: { etag: etagOf(row), ...headers, location: address } }
}

function applied({ preferences }: ReadRequest): Readonly<Record<string, string>> {
  return preferences.applied === undefined ? {} : { 'preference-applied': preferences.applied }
}
