import { z } from 'zod'
import { defineOperation, type KnownFailure } from '../operation.ts'
import { odataPageOf, odataPaging } from '../shared/page-of.ts'
import {
  applicationUser,
  deleteHeaders,
  listQuery,
  queryFailures,
  readHeaders,
  rowFailures,
  rowQuery,
  updateHeaders,
  webApi,
  writeFailures,
  writeHeaders,
} from './dataverse-requests.ts'
import { dataverseSource } from './dataverse-sources.ts'

/** What the operations on the rows of one table are made from. */
export interface TableStatement<Row extends z.ZodType, Create extends z.ZodType, Update extends z.ZodType> {
  /** First part of the ids, for example `connection-references`. */
  readonly area: string
  /** Name of the table in addresses, for example `connectionreferences`. */
  readonly table: string
  /** One row in words, for example `connection reference`. */
  readonly noun: string
  readonly row: Row
  readonly create: Create
  readonly update: Update
  /** Refusals that this table adds to those of every table, by verb. */
  readonly failures?: Partial<Record<'create' | 'update' | 'delete', readonly KnownFailure[]>>
  readonly notes?: readonly string[]
}

const rows = [
  dataverseSource('docs', 'documentation'),
  dataverseSource('webApiClient', 'run', 'verbs, headers, addresses'),
] as const

/** The operations that only read the rows of one table. */
export function readOperations<Row extends z.ZodType>({
  area,
  table,
  noun,
  row,
  notes,
}: Pick<TableStatement<Row, z.ZodType, z.ZodType>, 'area' | 'table' | 'noun' | 'row' | 'notes'>) {
  const common = { service: 'dataverse', credentials: applicationUser, sources: rows, ...(notes && { notes }) } as const
  return {
    list: defineOperation({
      ...common,
      id: `${area}.list`,
      title: `Lists ${noun} rows.`,
      method: 'GET',
      path: `${webApi}/${table}`,
      request: { query: listQuery, headers: readHeaders },
      responses: { 200: odataPageOf(row) },
      repetition: 'safe',
      failures: queryFailures,
      paging: odataPaging,
    }),
    get: defineOperation({
      ...common,
      id: `${area}.get`,
      title: `Reads one ${noun}.`,
      method: 'GET',
      path: `${webApi}/${table}({id})`,
      request: { path: oneRow, query: rowQuery, headers: readHeaders },
      responses: { 200: row },
      repetition: 'safe',
      failures: rowFailures,
    }),
  }
}

/** The operations on the rows of one table that deployments read and write. */
export function tableOperations<Row extends z.ZodType, Create extends z.ZodType, Update extends z.ZodType>(
  statement: TableStatement<Row, Create, Update>,
) {
  const { area, table, noun, row, failures = {}, notes } = statement
  const common = { service: 'dataverse', credentials: applicationUser, sources: rows, ...(notes && { notes }) } as const
  return {
    ...readOperations(statement),
    create: defineOperation({
      ...common,
      id: `${area}.create`,
      title: `Creates a ${noun}.`,
      method: 'POST',
      path: `${webApi}/${table}`,
      request: { query: rowQuery, headers: writeHeaders, body: statement.create },
      responses: { 201: row, 204: z.undefined() },
      repetition: 'start',
      failures: [...writeFailures, ...(failures.create ?? [])],
    }),
    update: defineOperation({
      ...common,
      id: `${area}.update`,
      title: `Changes columns of a ${noun} that exists.`,
      method: 'PATCH',
      path: `${webApi}/${table}({id})`,
      request: { path: oneRow, query: rowQuery, headers: updateHeaders, body: statement.update },
      responses: { 200: row, 204: z.undefined() },
      repetition: 'idempotent',
      failures: [...writeFailures, ...(failures.update ?? [])],
    }),
    upsert: defineOperation({
      ...common,
      id: `${area}.upsert`,
      title: `Changes a ${noun}, or creates it with the id of the address.`,
      method: 'PATCH',
      path: `${webApi}/${table}({id})`,
      request: { path: oneRow, query: rowQuery, headers: writeHeaders, body: statement.update },
      responses: { 200: row, 201: row, 204: z.undefined() },
      repetition: 'idempotent',
      failures: [...writeFailures, ...(failures.update ?? [])],
    }),
    delete: defineOperation({
      ...common,
      id: `${area}.delete`,
      title: `Removes a ${noun}.`,
      method: 'DELETE',
      path: `${webApi}/${table}({id})`,
      request: { path: oneRow, headers: deleteHeaders },
      responses: { 204: z.undefined() },
      repetition: 'idempotent',
      failures: [...writeFailures, ...(failures.delete ?? [])],
    }),
  }
}

/** The row's id, or an alternate key as it stands in an address: `connectionreferencelogicalname='new_shared'`. */
const oneRow = z.object({ id: z.string() })
