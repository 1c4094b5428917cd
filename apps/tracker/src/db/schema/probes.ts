import type { AddressFacts, ItemId, ProbedAddress } from '@sevenstep/onboarding'
import { foreignKey, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { moment, tenantColumns, timeColumns, versionColumn } from './columns.ts'
import { products } from './products.ts'
import { evidence } from './proof.ts'

/**
 * An address that was handed in for an item, and what our server saw there. One row for each version of evidence; what it
 * saw before is in the record, wherever it was something else.
 */
export const probes = pgTable(
  'probes',
  {
    id: text('id').primaryKey(),
    ...tenantColumns,
    productId: text('product_id').notNull(),
    itemId: text('item_id').$type<ItemId>().notNull(),
    evidenceId: text('evidence_id')
      .notNull()
      .references(() => evidence.id),
    /** Of the version that holds the address. */
    number: integer('number').notNull(),
    address: text('address').notNull(),
    /** What the latest look saw that counts. */
    seen: jsonb('seen').$type<AddressFacts>(),
    /** A failure that may pass by itself, seen once after all was well; it counts when the next look sees one too. */
    doubt: jsonb('doubt').$type<AddressFacts>(),
    /** Why the latest look saw nothing; null where it did. */
    unseen: jsonb('unseen').$type<NonNullable<ProbedAddress['unseen']>>(),
    /** Looks in a row that saw nothing or a failure; the more, the longer until the next. */
    troubles: integer('troubles').notNull(),
    /** When all addresses of the item last showed what it asks, with this one among them. */
    passedAt: moment('passed_at'),
    lookedAt: moment('looked_at'),
    /** Who asked for the latest look: a person's id, or `tracker`. */
    askedBy: text('asked_by').notNull(),
    askedAt: moment('asked_at').notNull(),
    nextLookAt: moment('next_look_at').notNull(),
    ...timeColumns,
    ...versionColumn,
  },
  (table) => [
    uniqueIndex('probes_version').on(table.evidenceId, table.number),
    index('probes_item').on(table.productId, table.itemId),
    index('probes_due').on(table.organizationId, table.nextLookAt),
    foreignKey({ columns: [table.productId, table.isvId], foreignColumns: [products.id, products.isvId] }),
  ],
)
