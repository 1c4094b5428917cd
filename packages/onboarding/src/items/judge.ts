import type { FamilyFact, ItemFacts, Judgement } from '../item.ts'
import { counted, text } from '../text.ts'
import { compareInstants, hasCome } from '../time/instants.ts'
import type { Text } from '../vocabulary.ts'

/** Judges by what a run says of each family; one family that failed decides, one that was not decided leaves it open. */
export function judgeFamilies(families: readonly string[]): (facts: ItemFacts) => Judgement {
  return ({ families: facts }) => {
    let failed = 0
    let first: FamilyFact | undefined
    let undecided = 0
    let warnings = 0
    let reportedOnly = 0
    for (const family of families) {
      const fact = facts[family]
      if (fact === undefined || fact.outcome === 'not-checked') undecided++
      else if (fact.outcome === 'failed') {
        failed += Math.max(fact.errors, 1)
        first ??= fact
      } else warnings += fact.warnings
      if (fact?.reported === true) reportedOnly++
    }
    if (failed > 0) return { outcome: 'missing', because: failure(failed, first?.first), todo: mendAndCheck }
    if (undecided > 0) {
      return { outcome: 'unknown', because: undecidedText(undecided, families.length), todo: checkPackage }
    }
    return { outcome: 'done', proof: withSource(passed(families.length, warnings), reportedOnly, families.length) }
  }
}

/** Judges by a run that decided every family, else by what was handed in. */
export function judgeRunOrEvidence(
  families: readonly string[],
  handIn: Text,
  byEvidence: (facts: ItemFacts) => Judgement = judgeEvidence(handIn),
): (facts: ItemFacts) => Judgement {
  const byFamilies = judgeFamilies(families)
  return (facts) => (isDecidedByRun(families, facts.families) ? byFamilies(facts) : byEvidence(facts))
}

/**
 * The same for what a vendor's own run reported of itself: nobody else has looked, and the words say so.
 */
export function judgeReportOrEvidence(families: readonly string[], handIn: Text): (facts: ItemFacts) => Judgement {
  const judge = judgeRunOrEvidence(families, handIn)
  return (facts) => {
    const judged = judge(facts)
    if (!isDecidedByRun(families, facts.families)) return judged
    if (judged.outcome === 'done') return { outcome: 'done', proof: reported }
    return judged.outcome === 'missing' ? { ...judged, todo: mendAndReport } : judged
  }
}

const reported = text(
  'Reported by the ISV’s own run; our check found nothing in the report that speaks against it.',
  'Gemeld door de eigen uitvoering van de ISV; onze controle vond in het rapport niets dat ertegen spreekt.',
)
const mendAndReport = text(
  'Mend what the run reports, run it again, and hand in its report.',
  'Herstel wat de uitvoering meldt, voer haar opnieuw uit en lever haar rapport in.',
)

/** True when a run says of these families what counts: all passed, or one failed. */
export function isDecidedByRun(families: readonly string[], facts: ItemFacts['families']): boolean {
  const outcomes = families.map((family) => facts[family]?.outcome ?? 'not-checked')
  return outcomes.includes('failed') || (outcomes.length > 0 && !outcomes.includes('not-checked'))
}

const mendAndCheck = text(
  'Mend what the check found and run it again.',
  'Herstel wat de controle vond en voer haar opnieuw uit.',
)
const checkPackage = text(
  'Check the complete connector folder or package.',
  'Controleer de volledige map of het volledige pakket van de connector.',
)

function failure(errors: number, first: string | undefined): Text {
  const count = counted(errors, ['finding blocks', 'findings block'], ['bevinding blokkeert', 'bevindingen blokkeren'])
  if (first === undefined) return text(`${count.en} this item.`, `${count.nl} dit punt.`)
  return errors === 1
    ? text(`${count.en} this item: “${first}”`, `${count.nl} dit punt: “${first}”`)
    : text(`${count.en} this item, first “${first}”`, `${count.nl} dit punt, als eerste “${first}”`)
}

function undecidedText(undecided: number, total: number): Text {
  if (undecided === total) {
    return text('No check has decided this yet.', 'Geen controle heeft hier al over beslist.')
  }
  return text(
    `The check could not decide ${undecided} of ${total} groups of rules.`,
    `De controle kon over ${undecided} van ${total} groepen regels niet beslissen.`,
  )
}

/** Whose word a proof is, where it rests on what the ISV reported of itself. */
function withSource(proof: Text, reported: number, total: number): Text {
  if (reported === 0) return proof
  const part =
    reported === total ? text('All', 'Alles') : text(`${reported} of ${total}`, `${reported} van de ${total}`)
  return text(
    `${proof.en} ${part.en} of it rests on what the ISV reported; nobody else has looked.`,
    `${proof.nl} ${part.nl} daarvan berust op wat de ISV zelf heeft gemeld; niemand anders heeft gekeken.`,
  )
}

function passed(families: number, warnings: number): Text {
  const groups = counted(families, ['group of rules', 'groups of rules'], ['groep regels', 'groepen regels'])
  const advice =
    warnings === 0 ? text('', '') : counted(warnings, ['piece of advice', 'pieces of advice'], ['advies', 'adviezen'])
  return text(
    `Our check passed ${groups.en}${warnings === 0 ? '' : `, with ${advice.en}`}.`,
    `Onze controle vond niets mis in ${groups.nl}${warnings === 0 ? '' : `, met ${advice.nl}`}.`,
  )
}

/** Judges by what was handed in and what a reviewer said of it; a person's word, not a rule's. */
export function judgeEvidence(handIn: Text): (facts: ItemFacts) => Judgement {
  return ({ evidence, review, now }) => {
    const nothing: Judgement = { outcome: 'missing', because: texts.nothing, todo: handIn }
    if (evidence === undefined || evidence.state === 'withdrawn') {
      return review?.state === 'changes-requested' && evidence === undefined
        ? { ...nothing, because: noteOr(review.note, texts['changes-requested']) }
        : nothing
    }
    if (evidence.state === 'accepted' && hasCome(evidence.validUntil, now)) {
      return { outcome: 'missing', because: texts.outdated, todo: handIn }
    }
    const verdict = standingReview(review, evidence.at)
    if (verdict === 'changes-requested' || verdict === 'rejected') {
      return { outcome: 'missing', because: noteOr(review?.note, texts[verdict]), todo: handIn }
    }
    if (verdict === 'approved' && evidence.state === 'submitted') return { outcome: 'done', proof: texts.approved }
    switch (evidence.state) {
      case 'accepted':
        return { outcome: 'done', proof: texts.approved }
      case 'submitted':
        return { outcome: 'unknown', because: texts.submitted, todo: texts.await }
      case 'rejected':
        return { outcome: 'missing', because: texts.rejected, todo: handIn }
      case 'expired':
        return { outcome: 'missing', because: texts.outdated, todo: handIn }
      case 'draft':
        return { outcome: 'missing', because: texts.draft, todo: texts.submit }
    }
  }
}

/** Judges by a reviewer's own look alone. */
export function judgeReview(look: Text): (facts: ItemFacts) => Judgement {
  return ({ review }) => {
    switch (review?.state) {
      case 'approved':
        return { outcome: 'done', proof: texts.seen }
      case 'changes-requested':
      case 'rejected':
        return { outcome: 'missing', because: noteOr(review.note, texts[review.state]), todo: look }
      default:
        return { outcome: 'unknown', because: texts.unseen, todo: look }
    }
  }
}

/** A reviewer's decision as long as nothing was handed in after it. */
export function standingReview(
  review: ItemFacts['review'],
  evidenceAt: string | undefined,
): 'approved' | 'changes-requested' | 'rejected' | undefined {
  if (review === undefined) return undefined
  if (review.state !== 'approved' && review.state !== 'changes-requested' && review.state !== 'rejected')
    return undefined
  const overtaken = evidenceAt !== undefined && compareInstants(evidenceAt, review.at) > 0
  return overtaken ? undefined : review.state
}

function noteOr(note: string | undefined, otherwise: Text): Text {
  return note === undefined || note === '' ? otherwise : text(note, note)
}

const texts = {
  approved: text('Checked by a person and accepted.', 'Door een mens gecontroleerd en aanvaard.'),
  seen: text('A reviewer looked and agreed.', 'Een beoordelaar heeft gekeken en is akkoord.'),
  unseen: text('No reviewer has looked yet.', 'Nog geen beoordelaar heeft gekeken.'),
  submitted: text('Handed in; a reviewer has yet to decide.', 'Ingediend; een beoordelaar moet nog beslissen.'),
  await: text('Nothing to do until a reviewer decides.', 'U hoeft niets te doen tot een beoordelaar beslist.'),
  draft: text('There is a draft that has not been handed in.', 'Er is een concept dat nog niet is ingediend.'),
  submit: text('Hand in the draft for review.', 'Dien het concept in ter beoordeling.'),
  nothing: text('Nothing has been handed in yet.', 'Er is nog niets ingediend.'),
  outdated: text('What was accepted has run out.', 'Wat aanvaard was, is verlopen.'),
  rejected: text('A reviewer did not accept this.', 'Een beoordelaar heeft dit niet aanvaard.'),
  'changes-requested': text('A reviewer asks for changes.', 'Een beoordelaar vraagt om wijzigingen.'),
} as const
