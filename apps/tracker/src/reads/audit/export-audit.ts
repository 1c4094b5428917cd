import { stringify } from 'csv-stringify/sync'
import { and } from 'drizzle-orm'
import type { Database } from '../../db/scope.ts'
import type { Place } from '../../domain/principal.ts'
import type { Texts } from '../../texts/index.ts'
import { scopeOfPlace } from '../members/read-members.ts'
import { conditionsOf } from './audit-conditions.ts'
import type { AuditCursor, AuditQuestion } from './audit-question.ts'
import { type AuditLine, inRecord, linesOf, readEvents } from './read-audit.ts'

const chunkSize = 1000

/**
 * What matches, as CSV with a header, newest first: UTF-8 with a byte order mark for spreadsheets, and no cell that a
 * spreadsheet would take for a formula. Each chunk is a transaction of its own, so a long record holds nobody up.
 */
export async function* exportAudit(
  { database }: { readonly database: Database },
  place: Place,
  question: AuditQuestion,
  texts: Texts,
): AsyncGenerator<string> {
  const { columns } = texts.audit.csv
  yield write([columns], true)
  let cursor: AuditCursor | undefined
  for (;;) {
    const from = cursor
    const { lines, more } = await database.within(scopeOfPlace(place), async (transaction) => {
      const matching = and(inRecord(place), conditionsOf(transaction, question, texts.format.timeZone))
      const read = await readEvents(transaction, matching, from, chunkSize)
      return { lines: await linesOf(transaction, read.events), more: read.more }
    })
    if (lines.length > 0)
      yield write(
        lines.map((line) => rowOf(line, texts)),
        false,
      )
    const last = lines.at(-1)?.event
    if (!more || last === undefined) return
    cursor = { direction: 'older', at: last.at.toISOString(), id: last.id }
  }
}

function rowOf({ event, role, isvName }: AuditLine, texts: Texts): readonly string[] {
  return [
    event.at.toISOString(),
    event.actorName,
    role === undefined ? '' : texts.frame.roles[role],
    event.sentence[texts.language],
    isvName ?? '',
    event.action,
    event.subjectType,
    event.subjectId,
    event.actorKind,
    event.actorId,
    event.requestId ?? '',
    event.chain,
    String(event.sequence),
    event.hash,
    JSON.stringify(event.detail),
  ]
}

function write(rows: readonly (readonly string[])[], first: boolean): string {
  return stringify(
    rows.map((row) => [...row]),
    { bom: first, escape_formulas: true, record_delimiter: 'windows' },
  )
}
