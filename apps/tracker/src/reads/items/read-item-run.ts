import type { Edition, FamilyFact, ItemDefinition, RuleRoom, VerificationRecord } from '@sevenstep/onboarding'
import { and, eq } from 'drizzle-orm'
import { allFamilies } from '../../checks/all-rules.ts'
import { rulesOf } from '../../checks/part-facts.ts'
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

/**
 * What the runs that count say of the item, by its record: parts may come from several. The findings are those of the run
 * that found the first thing against it, else of the latest. Undefined where no run said anything of it.
 */
export async function readItemRun(
  transaction: Transaction,
  productId: string,
  item: ItemDefinition,
  record: VerificationRecord | undefined,
): Promise<ItemRun | undefined> {
  const families = record?.families ?? {}
  if (record === undefined || Object.keys(families).length === 0) return undefined
  const against = Object.values(families).find(({ outcome }) => outcome === 'failed' || outcome === 'advised')
  const runId = against?.from?.runId ?? record.runId
  const [row] = await transaction
    .select({ run: verificationRuns, report: runReports.report, detail: runReports.detail })
    .from(verificationRuns)
    .leftJoin(runReports, eq(runReports.runId, verificationRuns.id))
    .where(and(eq(verificationRuns.productId, productId), eq(verificationRuns.id, runId)))
  if (row === undefined || row.run.finishedAt === null) return undefined
  const { id, ruleSet, edition, finishedAt } = row.run
  const wanted = Object.keys(families).filter((family) => (families[family]?.from?.runId ?? record.runId) === runId)
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
    findings: subject.findings.filter((finding) => rulesOf(finding).some((rule) => rules.has(rule))),
  }))
  return viewOfRun({ ...report, subjects }, detail, undefined).groups
}
