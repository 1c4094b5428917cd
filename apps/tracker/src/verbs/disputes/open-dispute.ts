import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { parseReport } from '../../checks/run-view.ts'
import { disputes, runReports, verificationRuns } from '../../db/schema/index.ts'
import { notFound, stateConflict } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { itemAtHand, itemFields } from '../items/item-at-hand.ts'

/** Disagrees with one finding of a run, named by its rule and fingerprint; a reviewer answers. */
export const openDispute = defineVerb({
  name: 'dispute.open',
  where: 'isv',
  allowed: ['dispute.open'],
  input: z.object({
    ...itemFields,
    runId: z.string().min(1).max(80),
    rule: z.string().min(1).max(200),
    fingerprint: z.string().min(1).max(200),
    disputeReason: z.string().trim().min(20).max(4000),
  }),
  async run(context, input) {
    const { transaction, now } = context
    const { item, words } = await itemAtHand(transaction, input)
    const [run] = await transaction
      .select({ report: runReports.report })
      .from(verificationRuns)
      .innerJoin(runReports, eq(runReports.runId, verificationRuns.id))
      .where(
        and(
          eq(verificationRuns.id, input.runId),
          eq(verificationRuns.productId, input.productId),
          eq(verificationRuns.counts, true),
        ),
      )
    if (run === undefined || !isFound(run.report, input)) throw notFound()
    const [open] = await transaction
      .select({ id: disputes.id })
      .from(disputes)
      .where(
        and(
          eq(disputes.productId, input.productId),
          eq(disputes.rule, input.rule),
          eq(disputes.fingerprint, input.fingerprint),
          eq(disputes.state, 'open'),
        ),
      )
    if (open !== undefined) throw alreadyOpen()
    const id = context.newId('dsp')
    await transaction.insert(disputes).values({
      id,
      isvId: context.place.isvId,
      organizationId: context.place.organizationId,
      productId: input.productId,
      itemId: item.id,
      runId: input.runId,
      rule: input.rule,
      fingerprint: input.fingerprint,
      reason: input.disputeReason,
      state: 'open',
      openedBy: personOf(context.principal) ?? 'tracker',
      openedAt: now,
    })
    return changed(
      { disputeId: id },
      {
        action: 'dispute.opened',
        subjectType: 'dispute',
        subjectId: id,
        sentence: {
          en: `disagreed with a finding of ${input.rule} on ${words.en}`,
          nl: `was het oneens met een bevinding van ${input.rule} bij ${words.nl}`,
        },
        detail: {
          productId: input.productId,
          itemId: item.id,
          runId: input.runId,
          rule: input.rule,
          fingerprint: input.fingerprint,
        },
      },
      { touched: [{ productId: input.productId, items: [item.id] }] },
    )
  },
})

/** Whether the run's own report holds the finding; what it does not hold cannot be disagreed with. */
function isFound(
  report: string,
  { rule, fingerprint }: { readonly rule: string; readonly fingerprint: string },
): boolean {
  return parseReport(report).subjects.some(({ findings }) =>
    findings.some((finding) => finding.ruleId === rule && finding.fingerprint === fingerprint),
  )
}

function alreadyOpen() {
  return stateConflict(
    { en: 'Somebody disagreed with this finding already.', nl: 'Iemand was het al oneens met deze bevinding.' },
    {
      en: 'Wait for the answer; add what you know as a comment.',
      nl: 'Wacht op het antwoord; vul aan met een reactie.',
    },
  )
}
