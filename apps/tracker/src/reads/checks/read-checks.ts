import { and, desc, eq, sql } from 'drizzle-orm'
import { isvs, products, runReports, users, verificationRuns } from '../../db/schema/index.ts'
import type { Scope, Transaction } from '../../db/scope.ts'
import { notFound } from '../../domain/failure.ts'
import type { VerbServices } from '../../verbs/execute.ts'

/** A run as a list shows it. */
export interface RunSummary {
  readonly id: string
  readonly state: RunState
  readonly counts: boolean
  /** Whose rules judged it; none until it has ended. */
  readonly rooms: (typeof verificationRuns.$inferSelect)['rooms']
  /** The first file or folder that was handed in, by its name, and how many others lay beside it. */
  readonly name: string
  readonly others: number
  readonly errors: number | null
  readonly warnings: number | null
  readonly requestedAt: Date
  readonly requestedBy: string
}

type RunState = (typeof verificationRuns.$inferSelect)['state']

/** A run with its report, as its page shows it. */
export interface RunRead {
  readonly run: typeof verificationRuns.$inferSelect
  readonly report: Pick<typeof runReports.$inferSelect, 'report' | 'detail'> | undefined
  /** The flows as they are drawn. */
  readonly drawings: (typeof runReports.$inferSelect)['drawings']
  /** The report of the run before, as printed. */
  readonly previous: string | undefined
}

/** What the pages of the file check show. */
export interface ChecksRead {
  readonly product: typeof products.$inferSelect
  readonly isvName: string
  /** Absent where nothing was checked yet. */
  readonly shown: RunRead | undefined
  /** Newest first. */
  readonly runs: readonly RunSummary[]
  readonly now: Date
}

const mostRuns = 12

/** A file's name, or that of the outermost folder it was handed in with. */
const outermost = sql`split_part(file ->> 'path', '/', 1)`

/**
 * The product's checks with one run in full: the one named, or the newest that counts. A try takes nobody's page away.
 *
 * @throws Failure `not-found` for a product or run that the scope does not hold
 */
export async function readChecks(
  { database, clock }: Pick<VerbServices, 'database' | 'clock'>,
  scope: Scope,
  productId: string,
  runId?: string,
): Promise<ChecksRead> {
  return database.within(scope, async (transaction) => {
    const [row] = await transaction
      .select({ product: products, isvName: isvs.name })
      .from(products)
      .innerJoin(isvs, eq(isvs.id, products.isvId))
      .where(eq(products.id, productId))
    if (row === undefined) throw notFound()
    const runs = await readRuns(transaction, productId)
    const wanted = runId ?? (await newestOf(transaction, productId))
    const shown = wanted === undefined ? undefined : await readRun(transaction, productId, wanted)
    return { ...row, runs, shown, now: clock.now() }
  })
}

/** The newest run that counts; where none does, the newest. */
async function newestOf(transaction: Transaction, productId: string): Promise<string | undefined> {
  const [newest] = await transaction
    .select({ id: verificationRuns.id })
    .from(verificationRuns)
    .where(eq(verificationRuns.productId, productId))
    .orderBy(desc(verificationRuns.counts), desc(verificationRuns.requestedAt), desc(verificationRuns.id))
    .limit(1)
  return newest?.id
}

async function readRuns(transaction: Transaction, productId: string): Promise<RunSummary[]> {
  const rows = await transaction
    .select({
      id: verificationRuns.id,
      state: verificationRuns.state,
      counts: verificationRuns.counts,
      rooms: verificationRuns.rooms,
      name: sql<string>`(select min(${outermost}) from jsonb_array_elements(${verificationRuns.files}) as file)`,
      others:
        sql<number>`(select greatest(count(distinct ${outermost}), 1) - 1 from jsonb_array_elements(${verificationRuns.files}) as file)`.mapWith(
          Number,
        ),
      errors: verificationRuns.errors,
      warnings: verificationRuns.warnings,
      requestedAt: verificationRuns.requestedAt,
      requestedBy: users.name,
    })
    .from(verificationRuns)
    .leftJoin(users, eq(users.id, verificationRuns.requestedBy))
    .where(eq(verificationRuns.productId, productId))
    .orderBy(desc(verificationRuns.requestedAt), desc(verificationRuns.id))
    .limit(mostRuns)
  return rows.map((row) => ({ ...row, requestedBy: row.requestedBy ?? 'Sevenstep' }))
}

async function readRun(transaction: Transaction, productId: string, runId: string): Promise<RunRead> {
  const [row] = await transaction
    .select({
      run: verificationRuns,
      report: runReports.report,
      detail: runReports.detail,
      drawings: runReports.drawings,
    })
    .from(verificationRuns)
    .leftJoin(runReports, eq(runReports.runId, verificationRuns.id))
    .where(and(eq(verificationRuns.id, runId), eq(verificationRuns.productId, productId)))
  if (row === undefined) throw notFound()
  const previous = row.run.previousRunId
  const [before] =
    previous === null || row.report === null
      ? []
      : await transaction.select({ report: runReports.report }).from(runReports).where(eq(runReports.runId, previous))
  const { run, report, detail, drawings } = row
  return {
    run,
    report: report === null || detail === null ? undefined : { report, detail },
    drawings: drawings ?? [],
    previous: before?.report,
  }
}
