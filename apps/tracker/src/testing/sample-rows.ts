import type { getTableConfig } from 'drizzle-orm/pg-core'

type Table = ReturnType<typeof getTableConfig>

/**
 * An INSERT with something in every column that must not be empty. `mark` stands in every text column, keys included, so
 * that rows of one mark point at each other.
 */
export function insertOf(table: Table, isvId: string, organizationId: string, mark = isvId): string {
  const values: Record<string, string> = {
    text: `'${mark}'`,
    jsonb: `'{}'`,
    integer: '1',
    boolean: 'false',
    bytea: `'\\x00'`,
    'integer[]': `'{}'`,
    date: `'2026-11-21'`,
    'timestamp (3) with time zone': `'2026-11-21T09:00:00Z'`,
  }
  const columns = table.columns.filter((column) => column.notNull || column.name === 'isv_id')
  const literalFor = (name: string, type: string) => {
    if (name === 'isv_id' || (table.name === 'isvs' && name === 'id')) return `'${isvId}'`
    if (name === 'organization_id') return `'${organizationId}'`
    return name === 'visibility' ? `'shared'` : values[type]
  }
  const names = columns.map(({ name }) => name).join(', ')
  return `insert into ${table.name} (${names}) values (${columns.map((column) => literalFor(column.name, column.getSQLType())).join(', ')})`
}
