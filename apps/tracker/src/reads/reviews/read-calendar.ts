import type { WorkCalendar } from '@sevenstep/onboarding'
import { eq } from 'drizzle-orm'
import { organizations } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { notFound } from '../../domain/failure.ts'

/** The days on which the programme works. */
export async function readCalendar(transaction: Transaction, organizationId: string): Promise<WorkCalendar> {
  const [row] = await transaction
    .select({ timeZone: organizations.timeZone, holidays: organizations.holidays })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
  if (row === undefined) throw notFound()
  return row
}
