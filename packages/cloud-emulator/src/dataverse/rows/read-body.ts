import type { ColumnValue, DataverseState, Row } from '../state.ts'
import { columnNamed, lookupBehind } from '../tables/all-tables.ts'
import type { Column, Table } from '../tables/table.ts'
import { bodyFailure } from '../web-api/web-api-failure.ts'
import { guidIn, referencedId } from './find-addressed.ts'

/**
 * Reads the columns that a body sets. Columns that a client cannot set are left aside, as Dataverse does; names that do
 * not exist are refused.
 *
 * @throws EmulatedFailure that names the property.
 */
export function readBody(
  organization: DataverseState,
  table: Table,
  body: Readonly<Record<string, unknown>>,
  occasion: 'create' | 'update',
): Row {
  const values: Row = {}
  for (const [property, value] of Object.entries(body)) {
    if (property.startsWith('@odata.') || property.startsWith('@Microsoft.')) continue
    const [name = '', annotation] = property.split('@')
    if (annotation === 'odata.bind') {
      const lookup = lookupBehind(table, name)
      if (lookup === undefined) throw undeclared(name, table)
      values[lookup.name] = bound(organization, property, value, lookup.column)
    } else if (annotation === undefined) {
      const found = columnNamed(table, name)
      if (found === undefined) throw undeclared(name, table)
      if (found.column.kind === 'lookup') {
        throw bodyFailure(
          'CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.',
        )
      }
      if (found.column.write === 'always' || (found.column.write === 'create' && occasion === 'create')) {
        values[found.name] = converted(found.name, value, found.column)
      }
    }
  }
  return values
}

/**
 * Checks that everything is there that a new row needs.
 *
 * @throws EmulatedFailure that names the first column that is missing.
 */
export function demandRequired(table: Table, values: Row) {
  for (const [name, column] of Object.entries(table.columns)) {
    if (!column.required) continue
    const value = values[name]
    if (value === undefined || value === null || value === '') {
      throw bodyFailure(`Attribute '${name}' of '${table.name}' cannot be empty.`)
    }
  }
}

function bound(organization: DataverseState, property: string, value: unknown, column: Column): ColumnValue {
  if (value === null) return null
  if (typeof value !== 'string') throw bodyFailure(`'${property}' has to be the address of a row.`)
  return referencedId(organization, value, column.target ?? '')
}

function converted(name: string, value: unknown, column: Column): ColumnValue {
  if (value === null) return null
  switch (column.kind) {
    case 'text':
      if (typeof value === 'string') return value
      break
    case 'flag':
      if (typeof value === 'boolean') return value
      break
    case 'whole':
    case 'choice':
      if (typeof value === 'number' && Number.isInteger(value)) return inChoice(name, value, column)
      break
    case 'id':
    case 'guid': {
      const guid = typeof value === 'string' ? guidIn(value) : undefined
      if (guid !== undefined) return guid
      break
    }
    case 'moment':
      if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return value
      break
    default:
      break
  }
  throw bodyFailure(`Cannot convert the value of '${name}' to the type that the column has.`)
}

function inChoice(name: string, value: number, { labels }: Column): number {
  if (labels !== undefined && !Object.hasOwn(labels, value)) {
    throw bodyFailure(`A validation error occurred. The value ${value} of '${name}' is outside of the valid range.`)
  }
  return value
}

function undeclared(name: string, table: Table) {
  return bodyFailure(`Invalid property '${name}' was found in entity 'Microsoft.Dynamics.CRM.${table.name}'.`)
}
