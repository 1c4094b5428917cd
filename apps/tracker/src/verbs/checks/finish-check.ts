import type { Text } from '@sevenstep/onboarding'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { countsOfSteps, foundIn } from '../../checks/counts-of-steps.ts'
import { detailOf } from '../../checks/run-detail.ts'
import type { CheckResult, ReadingTrouble } from '../../checks/worker/messages.ts'
import { blobs, runReports, verificationRuns } from '../../db/schema/index.ts'
import { storable } from '../../db/storable.ts'
import { changed, defineVerb, type IsvContext, unchanged } from '../define-verb.ts'
import { automaticItems, latestFinishedRun, productOfCheck, type RunRow } from './product-of-check.ts'

/** Largest file that is kept though it belongs to no connector, in bytes. */
const largestBeside = 10_000_000

/** How a check ended. */
export type CheckEnding =
  | {
      readonly kind: 'checked'
      readonly result: CheckResult
      /** The bytes that were judged, by path. */
      readonly contents: ReadonlyMap<string, Uint8Array>
      readonly milliseconds: number
    }
  /** It says nothing about the files, and so changes no verdict. */
  | { readonly kind: 'unfinished'; readonly state: 'error' | 'timed-out'; readonly problem: Text }

/**
 * Writes down how a check ended: the report, what it means for each family of rules, and the bytes of every file in which
 * no secret was found. The ending comes along by itself rather than as input, since it is made by the tracker and large.
 * A run that has ended already stays as it is.
 */
export function finishCheck(ending: CheckEnding) {
  return defineVerb({
    name: 'checks.finish',
    where: 'isv',
    allowed: ['checks.run'],
    input: z.object({ runId: z.string() }),
    async run(context, { runId }) {
      const { transaction, now } = context
      const [run] = await transaction
        .select()
        .from(verificationRuns)
        .where(eq(verificationRuns.id, runId))
        .for('update')
      if (run === undefined || (run.state !== 'queued' && run.state !== 'running')) return unchanged({ runId })
      const product = await productOfCheck(transaction, run.productId)
      const told = ending.kind === 'checked' ? await keepResult(context, run, ending) : unfinished(ending)
      await transaction
        .update(verificationRuns)
        .set({ ...told.row, finishedAt: now, version: run.version + 1 })
        .where(eq(verificationRuns.id, runId))
      return changed(
        { runId },
        {
          action: 'check.finished',
          subjectType: 'run',
          subjectId: runId,
          sentence: { en: `${told.en} ${product.name}`, nl: `${told.nl} ${product.name}` },
          detail: { productId: product.id, counts: run.counts, state: told.row.state, ...told.detail },
        },
        { touched: run.counts ? [{ productId: product.id, items: automaticItems }] : [] },
      )
    },
  })
}

interface Told {
  readonly row: Partial<RunRow> & Pick<RunRow, 'state'>
  readonly en: string
  readonly nl: string
  readonly detail: Readonly<Record<string, unknown>>
}

function unfinished({ state, problem }: Extract<CheckEnding, { kind: 'unfinished' }>): Told {
  return {
    row: { state, problem },
    en: 'could not finish a check of',
    nl: 'kon een controle niet afmaken van',
    detail: { problem },
  }
}

async function keepResult(
  context: IsvContext,
  run: RunRow,
  { result: found, contents, milliseconds }: Extract<CheckEnding, { kind: 'checked' }>,
): Promise<Told> {
  const result = storable(found)
  const { counts, families, operations, rooms, trouble } = result
  if (trouble.length > 0) {
    return unfinished({ kind: 'unfinished', state: 'error', problem: problemOf(trouble) })
  }
  const { transaction } = context
  await transaction.insert(runReports).values({
    runId: run.id,
    ...context.place,
    report: result.reportJson,
    detail: detailOf(result),
    drawings: result.drawings,
  })
  const files = await keepFiles(context, run, result, contents)
  const state = counts.error > 0 ? 'failed' : 'passed'
  return {
    row: {
      state,
      rooms,
      previousRunId: await latestFinishedRun(transaction, run.productId, rooms),
      files,
      families,
      errors: counts.error,
      warnings: counts.warning,
      notes: counts.info,
      operations,
      durationMilliseconds: Math.round(milliseconds),
    },
    ...foundIn({ errors: counts.error, warnings: counts.warning }),
    detail: {
      errors: counts.error,
      warnings: counts.warning,
      steps: countsOfSteps(result.countsOfRooms),
      notStored: files.filter(({ stored }) => !stored).length,
    },
  }
}

/** What went wrong first, a problem to a line. */
function problemOf(trouble: readonly ReadingTrouble[]): Text {
  const told = (language: keyof Text): string =>
    trouble
      .slice(0, 5)
      .map(({ what, why, fix }) => `${what[language]} ${why[language]} ${fix[language]}`)
      .join('\n')
  return { en: told('en'), nl: told('nl') }
}

/** Keeps the bytes of all files but those that hold a secret, or may, and large ones that belong to no connector. */
async function keepFiles(
  { transaction, place, now }: IsvContext,
  run: RunRow,
  { secrets, unjudged, files: judged }: CheckResult,
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<RunRow['files']> {
  const secret = new Set(secrets.map(({ path }) => path))
  const unknown = new Set(unjudged)
  // The files of an archive are named after it.
  const isOfConnector = (path: string) => judged.some((file) => file.judged && file.path.startsWith(path))
  const files = run.files.map((file) => {
    const { path, size } = file
    const worthKeeping = size <= largestBeside || isOfConnector(path)
    // In what nobody looked into, a secret may stand that nobody found.
    if (unknown.has(path)) return { ...file, stored: false, unjudged: true as const }
    return { ...file, stored: worthKeeping && contents.has(path) && !secret.has(path) }
  })
  for (const { path, hash, size, stored } of files) {
    const content = contents.get(path)
    if (!stored || content === undefined) continue
    await transaction
      .insert(blobs)
      .values({ ...place, hash, content, size, createdAt: now })
      .onConflictDoNothing()
  }
  return files
}
