import { type Edition, type FamilyFact, familiesOf, type ItemDefinition, type RuleRoom } from '@sevenstep/onboarding'
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { allFamilies } from '../../checks/all-rules.ts'
import { parseReport, type RuleFindings, viewOfRun } from '../../checks/run-view.ts'
import { type RunDetail, runReports, verificationRuns } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'

/** What the latest run that counts says of an item. */
export interface ItemRun {
  readonly id: string
  readonly finishedAt: Date
  readonly ruleSet: string
  /** Whose rules decide the item; those of `deployment-client` only know what the vendor's own run reported. */
  readonly room: RuleRoom | undefined
  readonly edition: Edition
  readonly families: Readonly<Record<string, FamilyFact>>
  /** What it found that concerns the item, one entry for each rule, blocking ones first. */
  readonly findings: readonly RuleFindings[]
}

/** The latest run that counts and came to an end, as far as the item is concerned; undefined where no rule decides it. */
export async function readItemRun(
  transaction: Transaction,
  productId: string,
  item: ItemDefinition,
): Promise<ItemRun | undefined> {
  const wanted = familiesOf(item)
  if (wanted.length === 0) return undefined
  const [row] = await transaction
    .select({ run: verificationRuns, report: runReports.report, detail: runReports.detail })
    .from(verificationRuns)
    .leftJoin(runReports, eq(runReports.runId, verificationRuns.id))
    .where(
      and(
        eq(verificationRuns.productId, productId),
        eq(verificationRuns.counts, true),
        isNotNull(verificationRuns.families),
        // A run says nothing of families that had nothing to judge, so one of them is enough.
        sql`${verificationRuns.families} ?| ${sql.param(wanted)}::text[]`,
        isNotNull(verificationRuns.finishedAt),
      ),
    )
    .orderBy(desc(verificationRuns.finishedAt), desc(verificationRuns.id))
    .limit(1)
  if (row === undefined || row.run.families === null || row.run.finishedAt === null) return undefined
  const { id, ruleSet, edition, finishedAt } = row.run
  const families: Record<string, FamilyFact> = {}
  for (const family of wanted) {
    const fact = row.run.families[family]
    if (fact !== undefined) families[family] = fact
  }
  const findings = row.report === null || row.detail === null ? [] : findingsOf(row.report, row.detail, wanted)
  return { id, finishedAt, ruleSet, edition, room: roomOf(item), families, findings }
}

function roomOf({ verification }: ItemDefinition): RuleRoom | undefined {
  if (verification.by === 'automatic') return verification.room
  return verification.by === 'evidence' ? verification.rules?.room : undefined
}

/** The findings of a report that the rules of some families made. */
function findingsOf(json: string, detail: RunDetail, families: readonly string[]): readonly RuleFindings[] {
  const rules = new Set(
    allFamilies.filter(({ id }) => families.includes(id)).flatMap((family) => Object.keys(family.rules)),
  )
  const report = parseReport(json)
  const subjects = report.subjects.map((subject) => ({
    ...subject,
    findings: subject.findings.filter(({ ruleId }) => rules.has(ruleId)),
  }))
  return viewOfRun({ ...report, subjects }, detail, undefined).groups
}
