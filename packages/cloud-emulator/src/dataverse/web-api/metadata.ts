import { createHash } from 'node:crypto'
import type { Answer } from '../../operation/emulated-operation.ts'
import { queryOptionsOf } from '../odata/query-options.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import { allTables, findTable } from '../tables/all-tables.ts'
import type { Column, Table } from '../tables/table.ts'
import type { ReadRequest } from './answer-request.ts'
import { segmentMissing, verbRefused } from './web-api-failure.ts'

/** The tables there are, as the root of the Web API lists them. */
export function serviceDocument(root: string): Readonly<Record<string, unknown>> {
  const value = allTables.map(({ set }) => ({ name: set, kind: 'EntitySet', url: set }))
  return { '@odata.context': `${root}/$metadata`, value }
}

/** Answers `EntityDefinitions`: the names of tables, which clients ask for to find the set of a table. */
export function answerEntityDefinitions(call: OrganizationCall, { method, address }: ReadRequest): Answer {
  if (method !== 'GET') throw verbRefused(method)
  const [first, second] = address.segments
  if (second !== undefined) throw segmentMissing(second.name)
  const { select, filter } = queryOptionsOf(address.query)
  const show = (table: Table) => selected(definition(table), select)
  const key = first?.key
  if (key !== undefined) {
    const name = 'named' in key ? key.named.LogicalName : undefined
    const table = allTables.find((one) => one.name === name || ('bare' in key && metadataId(one) === key.bare))
    if (table === undefined) throw segmentMissing(first?.name ?? '')
    return {
      status: 200,
      body: { '@odata.context': `${call.root}/$metadata#EntityDefinitions/$entity`, ...show(table) },
    }
  }
  const [, wanted] = /^\s*LogicalName eq '(\w+)'\s*$/.exec(filter ?? '') ?? []
  const tables = filter === undefined ? allTables : [findTable(wanted ?? '')].filter((table) => table !== undefined)
  return {
    status: 200,
    body: { '@odata.context': `${call.root}/$metadata#EntityDefinitions`, value: tables.map(show) },
  }
}

/** The metadata document: tables, columns and relations in CSDL. */
export function metadataDocument(): Answer {
  const types = allTables.map(entityType).join('')
  const sets = allTables
    .map(({ name, set }) => `<EntitySet Name="${set}" EntityType="Microsoft.Dynamics.CRM.${name}" />`)
    .join('')
  const body = `<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="Microsoft.Dynamics.CRM" Alias="mscrm" xmlns="http://docs.oasis-open.org/odata/ns/edm">${types}<EntityContainer Name="System">${sets}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`
  return { status: 200, body, headers: { 'content-type': 'application/xml' } }
}

const edmTypes: Readonly<Record<Column['kind'], string>> = {
  id: 'Edm.Guid',
  guid: 'Edm.Guid',
  lookup: 'Edm.Guid',
  text: 'Edm.String',
  whole: 'Edm.Int64',
  choice: 'Edm.Int32',
  flag: 'Edm.Boolean',
  moment: 'Edm.DateTimeOffset',
}

function entityType(table: Table): string {
  const columns = Object.entries(table.columns).map(([name, column]) => {
    const property = column.kind === 'lookup' ? `_${name}_value` : name
    return `<Property Name="${property}" Type="${edmTypes[column.kind]}" />`
  })
  const lookups = Object.entries(table.columns).flatMap(([name, { target, navigation }]) =>
    target === undefined
      ? []
      : `<NavigationProperty Name="${navigation ?? name}" Type="mscrm.${target}"><ReferentialConstraint Property="_${name}_value" ReferencedProperty="${target}id" /></NavigationProperty>`,
  )
  const relations = Object.entries(table.relations).map(
    ([name, relation]) => `<NavigationProperty Name="${name}" Type="Collection(mscrm.${relation.table})" />`,
  )
  return `<EntityType Name="${table.name}"><Key><PropertyRef Name="${table.idColumn}" /></Key>${[...columns, ...lookups, ...relations].join('')}</EntityType>`
}

function definition(table: Table): Readonly<Record<string, unknown>> {
  return {
    MetadataId: metadataId(table),
    LogicalName: table.name,
    SchemaName: table.name,
    EntitySetName: table.set,
    LogicalCollectionName: table.set,
    PrimaryIdAttribute: table.idColumn,
    PrimaryNameAttribute: table.nameColumn,
    OwnershipType: table.owned ? 'UserOwned' : 'None',
  }
}

function selected(all: Readonly<Record<string, unknown>>, select: readonly string[] | undefined) {
  if (select === undefined) return all
  return Object.fromEntries(Object.entries(all).filter(([name]) => name === 'MetadataId' || select.includes(name)))
}

function metadataId({ name }: Table): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
