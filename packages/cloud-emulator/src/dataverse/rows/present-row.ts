import type { ColumnValue, DataverseState, Row } from '../state.ts'
import { tableNamed } from '../tables/all-tables.ts'
import type { Column, Table } from '../tables/table.ts'
import type { Preferences } from '../web-api/preferences.ts'
import { findRow } from './row-store.ts'

/** A row as it travels. */
export type PresentedRow = Record<string, unknown>

const formattedValue = 'OData.Community.Display.V1.FormattedValue'
const lookupTable = 'Microsoft.Dynamics.CRM.lookuplogicalname'
const lookupNavigation = 'Microsoft.Dynamics.CRM.associatednavigationproperty'

/** The ETag of a row. */
export function etagOf(row: Row): string {
  return `W/"${row.versionnumber ?? 0}"`
}

/**
 * Shows a row as the Web API does: lookups as `_name_value`, annotations where they are wanted.
 *
 * @param columns the columns that were selected; everything where nothing was.
 */
export function presentRow(
  organization: DataverseState,
  table: Table,
  row: Row,
  preferences: Preferences,
  columns?: ReadonlySet<string>,
): PresentedRow {
  const shown: PresentedRow = { '@odata.etag': etagOf(row) }
  for (const [name, column] of Object.entries(table.columns)) {
    if (columns !== undefined && !columns.has(name) && column.kind !== 'id') continue
    const value = row[name] ?? null
    const key = column.kind === 'lookup' ? `_${name}_value` : name
    shown[key] = value
    if (value !== null) annotate({ shown, key, name, column, value, organization, preferences })
  }
  return shown
}

interface Annotating {
  readonly shown: PresentedRow
  readonly key: string
  readonly name: string
  readonly column: Column
  readonly value: Exclude<ColumnValue, null>
  readonly organization: DataverseState
  readonly preferences: Preferences
}

function annotate({ shown, key, name, column, value, organization, preferences }: Annotating) {
  if (preferences.wantsAnnotation(formattedValue)) {
    const words = formatted(organization, column, value)
    if (words !== undefined) shown[`${key}@${formattedValue}`] = words
  }
  if (column.kind !== 'lookup') return
  if (preferences.wantsAnnotation(lookupTable)) shown[`${key}@${lookupTable}`] = column.target
  if (preferences.wantsAnnotation(lookupNavigation)) shown[`${key}@${lookupNavigation}`] = column.navigation ?? name
}

/** A value in words, for columns whose value alone says little to a person. */
function formatted(
  organization: DataverseState,
  column: Column,
  value: Exclude<ColumnValue, null>,
): string | undefined {
  switch (column.kind) {
    case 'choice':
      return column.labels?.[Number(value)]
    case 'flag':
      return value === true ? 'Yes' : 'No'
    case 'whole':
      return Number(value).toLocaleString('en-US')
    case 'moment':
      return new Date(String(value)).toLocaleString('en-US', {
        timeZone: 'UTC',
        dateStyle: 'short',
        timeStyle: 'short',
      })
    case 'lookup': {
      const target = tableNamed(column.target ?? '')
      const name = findRow(organization, target.name, String(value))?.[target.nameColumn]
      return name === undefined || name === null ? undefined : String(name)
    }
    default:
      return undefined
  }
}
