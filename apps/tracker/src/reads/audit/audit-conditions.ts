import { and, eq, ilike, inArray, or, type SQL, sql } from 'drizzle-orm'
import { auditEvents, isvs } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import type { AuditQuestion } from './audit-question.ts'

/** A pattern that finds the text anywhere, with nothing of it read as a wildcard. */
export function anywhere(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
}

/**
 * The condition for every filter of a question but the cursor.
 *
 * @param timeZone IANA name of the zone whose days the question speaks of
 */
export function conditionsOf(transaction: Transaction, question: AuditQuestion, timeZone: string): SQL | undefined {
  const { actor, isv, area, about, from, until } = question
  return and(
    actor === undefined ? undefined : or(eq(auditEvents.actorId, actor), ilike(auditEvents.actorName, anywhere(actor))),
    isv === undefined
      ? undefined
      : or(
          eq(auditEvents.isvId, isv),
          inArray(
            auditEvents.isvId,
            transaction
              .select({ id: isvs.id })
              .from(isvs)
              .where(ilike(isvs.name, anywhere(isv))),
          ),
        ),
    area === undefined ? undefined : sql`${auditEvents.action} like ${`${area}.%`}`,
    about === undefined
      ? undefined
      : or(
          eq(auditEvents.subjectId, about),
          sql`(${auditEvents.sentence} ->> 'en') ilike ${anywhere(about)}`,
          sql`(${auditEvents.sentence} ->> 'nl') ilike ${anywhere(about)}`,
        ),
    // The database knows when a day begins in a zone, summer time included.
    from === undefined ? undefined : sql`${auditEvents.at} >= (${from}::date)::timestamp at time zone ${timeZone}`,
    until === undefined ? undefined : sql`${auditEvents.at} < (${until}::date + 1)::timestamp at time zone ${timeZone}`,
  )
}
