import { customType, integer, text, timestamp } from 'drizzle-orm/pg-core'

/** A moment; always UTC, to the millisecond, read and written as `Date`. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

/** Bytes as they are. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
})

/** On every row that belongs to an ISV, children included, so that a policy needs no join. */
export const tenantColumns = {
  isvId: text('isv_id').notNull(),
  organizationId: text('organization_id').notNull(),
}

/** On every row that changes: counted up with each change, and compared before the next. */
export const versionColumn = { version: integer('version').notNull().default(1) }

/** When a row was made and last changed. */
export const timeColumns = {
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
}
