import { itemById } from '@sevenstep/onboarding'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { AuditEntry } from '../../audit/event.ts'
import { disputes, verificationRuns } from '../../db/schema/index.ts'
import { Failure, notAllowed, notFound, stateConflict } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import { productForChange } from '../checklist/product-for-change.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { refuseOwnIsv } from '../reviews/refuse-own-isv.ts'
import { updateVersioned } from '../versioned.ts'

/**
 * Answers an ISV that disagrees with a finding. Agreeing records an issue of the rule set, and does not let the item pass:
 * only a mended rule or a waiver does.
 */
export const answerDispute = defineVerb({
  name: 'dispute.answer',
  where: 'isv',
  allowed: ['dispute.decide'],
  input: z.strictObject({
    disputeId: z.string().min(1).max(80),
    version: z.int(),
    outcome: z.enum(['upheld', 'declined']),
    answer: z.string().trim().min(20).max(4000),
  }),
  async run(context, { disputeId, version, outcome, answer }) {
    const { transaction, principal, now } = context
    const person = personOf(principal)
    if (person === undefined || principal.kind === 'token') throw notAllowed()
    const [named] = await transaction
      .select({ productId: disputes.productId })
      .from(disputes)
      .where(eq(disputes.id, disputeId))
    if (named === undefined) throw notFound()
    const { product } = await productForChange(transaction, named.productId)
    const [row] = await transaction
      .select({ dispute: disputes, ruleSet: verificationRuns.ruleSet })
      .from(disputes)
      .leftJoin(verificationRuns, eq(verificationRuns.id, disputes.runId))
      .where(eq(disputes.id, disputeId))
    if (row === undefined) throw notFound()
    const { dispute } = row
    if (dispute.state !== 'open') throw answered()
    if (dispute.openedBy === person) throw own()
    refuseOwnIsv(context)
    await updateVersioned(
      transaction,
      disputes,
      { id: disputeId, version },
      { state: outcome, answer, answeredBy: person, answeredAt: now },
    )
    const title = itemById(dispute.itemId)?.title ?? { en: dispute.itemId, nl: dispute.itemId }
    const words = { en: `“${title.en}” of ${product.name}`, nl: `“${title.nl}” van ${product.name}` }
    const finding = { productId: dispute.productId, itemId: dispute.itemId, rule: dispute.rule, runId: dispute.runId }
    const entry: AuditEntry = {
      action: `dispute.${outcome}`,
      subjectType: 'dispute',
      subjectId: disputeId,
      sentence:
        outcome === 'upheld'
          ? {
              en: `agreed with the objection to ${dispute.rule} on ${words.en}`,
              nl: `gaf het bezwaar tegen ${dispute.rule} bij ${words.nl} gelijk`,
            }
          : {
              en: `declined the objection to ${dispute.rule} on ${words.en}`,
              nl: `wees het bezwaar tegen ${dispute.rule} bij ${words.nl} af`,
            },
      detail: { ...finding, fingerprint: dispute.fingerprint, answer },
    }
    const issue: AuditEntry = {
      action: 'rule-set.issue-recorded',
      subjectType: 'rule',
      subjectId: dispute.rule,
      sentence: {
        en: `recorded an issue of the rule set: ${dispute.rule} finds too much`,
        nl: `legde een fout in de regelset vast: ${dispute.rule} vindt te veel`,
      },
      detail: { ...finding, fingerprint: dispute.fingerprint, ruleSet: row.ruleSet, disputeId },
    }
    return changed({ disputeId }, outcome === 'upheld' ? [entry, issue] : entry, {
      touched: [{ productId: dispute.productId, items: [dispute.itemId] }],
    })
  },
})

function answered() {
  return stateConflict(
    { en: 'This objection is already answered.', nl: 'Dit bezwaar is al beantwoord.' },
    { en: 'Look at it again; it shows the answer.', nl: 'Bekijk het opnieuw; het toont het antwoord.' },
  )
}

function own() {
  return new Failure('four-eyes', {
    what: {
      en: 'You made this objection, so you cannot answer it.',
      nl: 'U hebt dit bezwaar zelf gemaakt, dus u kunt het niet beantwoorden.',
    },
    why: { en: 'A second person has to look.', nl: 'Een tweede persoon moet kijken.' },
    fix: { en: 'Leave it to another reviewer.', nl: 'Laat het over aan een andere beoordelaar.' },
  })
}
