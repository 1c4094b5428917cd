import type { FamilyFact, ItemFacts, Judgement } from '../item.ts'
import { counted, text } from '../text.ts'
import { compareInstants, hasCome } from '../time/instants.ts'
import type { Text } from '../vocabulary.ts'

/** What a run says of the families that an item rests on, counted. */
interface Tally {
  readonly failed: number
  readonly undecided: readonly (FamilyFact | undefined)[]
  readonly advised: readonly FamilyFact[]
  readonly warnings: number
  readonly passed: number
  readonly notNeeded: number
  readonly reportedOnly: number
  /** The first that failed. */
  readonly first: FamilyFact | undefined
}

function tallyOf(families: readonly string[], facts: ItemFacts['families']): Tally {
  const all = families.map((family) => facts[family])
  const known = all.filter((fact) => fact !== undefined)
  const having = (outcome: FamilyFact['outcome']): readonly FamilyFact[] =>
    known.filter((fact) => fact.outcome === outcome)
  const failing = having('failed')
  // One finding may fail several families without being of any of them; it is told once.
  const heldUp = new Set(failing.flatMap(({ errors, first }) => (errors === 0 ? [first] : [])))
  return {
    failed: failing.reduce((sum, { errors }) => sum + errors, 0) + heldUp.size,
    undecided: all.filter((fact) => fact === undefined || fact.outcome === 'not-checked'),
    advised: having('advised'),
    warnings: known.reduce((sum, { warnings }) => sum + warnings, 0),
    passed: having('passed').length,
    notNeeded: having('not-needed').length,
    reportedOnly: known.filter(({ reported }) => reported === true).length,
    first: failing[0],
  }
}

/**
 * Judges by what a run says of each family. One that failed decides; one that was not decided, or that a warning speaks
 * against, leaves it open; what is not asked of what was handed in is not needed.
 */
export function judgeFamilies(families: readonly string[]): (facts: ItemFacts) => Judgement {
  return ({ families: facts }) => {
    const { failed, undecided, advised, warnings, passed, notNeeded, reportedOnly, first } = tallyOf(families, facts)
    if (failed > 0) return { outcome: 'missing', because: failure(failed, first?.first), todo: mendAndCheck }
    if (advised.length > 0) return { outcome: 'unknown', because: advice(advised), todo: mendAdvice }
    if (undecided.length > 0) {
      return { outcome: 'unknown', because: undecidedText(undecided, families.length), todo: checkPackage }
    }
    if (notNeeded > 0 && passed === 0) return { outcome: 'not-needed', because: notAsked }
    return { outcome: 'done', proof: withSource(passedText(passed, warnings), reportedOnly, families.length) }
  }
}

/** Judges by a run that decided every family, else by what was handed in; where nothing was, by what the run left open. */
export function judgeRunOrEvidence(
  families: readonly string[],
  handIn: Text,
  byEvidence: (facts: ItemFacts) => Judgement = judgeEvidence(handIn),
): (facts: ItemFacts) => Judgement {
  const byFamilies = judgeFamilies(families)
  return (facts) => {
    if (isDecidedByRun(families, facts.families)) return byFamilies(facts)
    const isUntouched = facts.evidence === undefined && facts.review === undefined && facts.probe === undefined
    if (!isUntouched || !families.some((family) => facts.families[family] !== undefined)) return byEvidence(facts)
    const judged = byFamilies(facts)
    if (judged.outcome !== 'unknown') return byEvidence(facts)
    const isAdvised = standingOfRun(families, facts.families) === 'advised'
    return { ...judged, todo: isAdvised ? mendOrShow : handIn }
  }
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

/** True when a run says of these families what counts: one failed, or all passed but those that are not needed. */
export function isDecidedByRun(families: readonly string[], facts: ItemFacts['families']): boolean {
  const outcomes = families.map((family) => facts[family]?.outcome ?? 'not-checked')
  if (outcomes.includes('failed')) return true
  return outcomes.length > 0 && !outcomes.includes('not-checked') && !outcomes.includes('advised')
}

/** What a run leaves of an item that it did not decide. */
export type LeftByRun = 'advised' | 'could-not-be-checked' | 'opened'

/**
 * What a run left of these families where it did not decide them: advice, that it looked and could not tell, or that a part
 * is in order and another was lacking. Nothing where it had nothing of theirs to look at.
 */
export function standingOfRun(families: readonly string[], facts: ItemFacts['families']): LeftByRun | undefined {
  const known = families.flatMap((family) => facts[family] ?? [])
  if (known.some(({ outcome }) => outcome === 'advised')) return 'advised'
  if (known.some(({ outcome, handIn }) => outcome === 'not-checked' && handIn === undefined))
    return 'could-not-be-checked'
  return known.some(({ outcome }) => outcome === 'passed') ? 'opened' : undefined
}

const mendAndCheck = text(
  'Mend what the check found and run it again.',
  'Herstel wat de controle vond en voer haar opnieuw uit.',
)
const mendAdvice = text(
  'Mend what the check advises and run it again.',
  'Herstel wat de controle adviseert en voer haar opnieuw uit.',
)
const mendOrShow = text(
  'Mend what the check advises and run it again, or show that it is right as it is.',
  'Herstel wat de controle adviseert en voer haar opnieuw uit, of toon aan dat het zo klopt.',
)
const notAsked = text(
  'It is not asked of what you handed in, as our check of it says.',
  'Het wordt niet gevraagd van wat u hebt ingediend, zo zegt onze controle ervan.',
)
const checkPackage = text(
  'Check the complete connector folder or package.',
  'Controleer de volledige map of het volledige pakket van de connector.',
)

/** Words of a report as a sentence of ours quotes them; what they quote themselves stands within. */
function quoted(words: string): string {
  return `“${words.replaceAll(/"([^"]*)"/g, '‘$1’')}”`
}

function failure(errors: number, first: string | undefined): Text {
  const count = counted(errors, ['finding blocks', 'findings block'], ['bevinding blokkeert', 'bevindingen blokkeren'])
  if (first === undefined) return text(`${count.en} this item.`, `${count.nl} dit punt.`)
  return errors === 1
    ? text(`${count.en} this item: ${quoted(first)}`, `${count.nl} dit punt: ${quoted(first)}`)
    : text(`${count.en} this item, first ${quoted(first)}`, `${count.nl} dit punt, als eerste ${quoted(first)}`)
}

/** What a run left open and why; the reasons are the report's own words. */
function undecidedText(undecided: readonly (FamilyFact | undefined)[], total: number): Text {
  const told = undecided.find((fact) => fact?.reason !== undefined)
  if (told?.reason !== undefined) {
    const reason = quoted(told.handIn === undefined ? told.reason : `${told.reason} ${told.handIn}`)
    return told.handIn === undefined
      ? text(`The check could not decide this: ${reason}`, `De controle kon hierover niet beslissen: ${reason}`)
      : text(`The check lacked something: ${reason}`, `De controle miste iets: ${reason}`)
  }
  if (undecided.length === total) {
    return text('No check has decided this yet.', 'Geen controle heeft hier al over beslist.')
  }
  return text(
    `The check could not decide ${undecided.length} of ${total} groups of rules.`,
    `De controle kon over ${undecided.length} van ${total} groepen regels niet beslissen.`,
  )
}

/** What a warning says against an item, the first in words. */
function advice(advised: readonly FamilyFact[]): Text {
  const count = advised.reduce((sum, { warnings }) => sum + warnings, 0)
  const first = advised.find((fact) => fact.first !== undefined)?.first
  const told = first === undefined ? '' : `: ${quoted(first)}`
  return count > 1
    ? text(`The check advises, ${count} times${told}`, `De controle adviseert, ${count} keer${told}`)
    : text(`The check advises${told}`, `De controle adviseert${told}`)
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

function passedText(families: number, warnings: number): Text {
  const groups = counted(families, ['group of rules', 'groups of rules'], ['groep regels', 'groepen regels'])
  const pieces =
    warnings === 0 ? text('', '') : counted(warnings, ['piece of advice', 'pieces of advice'], ['advies', 'adviezen'])
  return text(
    `Our check passed ${groups.en}${warnings === 0 ? '' : `, with ${pieces.en}`}.`,
    `Onze controle vond niets mis in ${groups.nl}${warnings === 0 ? '' : `, met ${pieces.nl}`}.`,
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
