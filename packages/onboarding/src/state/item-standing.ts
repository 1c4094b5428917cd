import type { ItemDefinition, ItemFacts, ItemRecord, Judgement } from '../item.ts'
import { isDecidedByRun, type LeftByRun, standingOfRun, standingReview } from '../items/judge.ts'
import { probeRuleOf, settledByProbe } from '../items/judge-addresses.ts'
import { judgeProbe } from '../probe/judge-probe.ts'
import type { ItemVerdict } from '../product-state.ts'
import { text } from '../text.ts'
import { compareInstants, hasCome } from '../time/instants.ts'
import type { Ball, Instant, Text } from '../vocabulary.ts'

/** How an item stands by its own record, before other items are looked at. */
export interface Standing {
  readonly verdict: ItemVerdict
  readonly because: Text
  readonly todo?: Text
  readonly regressed: boolean
  readonly ball: Ball
}

const waived = text(
  'Waived by a reviewer until the waiver runs out.',
  'Vrijgesteld door een beoordelaar tot de vrijstelling verloopt.',
)
const waiverOver = text('The waiver ran out.', 'De vrijstelling is verlopen.')
const inReview = text('Handed in; a reviewer has yet to decide.', 'Ingediend; een beoordelaar moet nog beslissen.')
const handedInOnly = text(
  'Handed in; nobody was asked to look at it yet.',
  'Ingediend; er is nog niemand gevraagd ernaar te kijken.',
)
const askForReview = text('Ask for a review of the step.', 'Vraag een beoordeling van de stap aan.')
const notFinished = text(
  'The last check did not finish; what was known before still counts.',
  'De laatste controle kwam niet af; wat eerder bekend was, telt nog.',
)
const couldNot = text(
  'The check did not finish, so nothing is known yet.',
  'De controle kwam niet af, dus er is nog niets bekend.',
)
const seenTooLongAgo = text(
  'What our server saw at the address is too long ago to count.',
  'Wat onze server bij het adres zag, is te lang geleden om te tellen.',
)
const lookAgain = text('Have the address looked at again.', 'Laat opnieuw naar het adres kijken.')
const runAgain = text('Run the check again.', 'Voer de controle opnieuw uit.')

/** Puts an item's facts, its reviews and its waiver together. */
export function standingOf(item: ItemDefinition, record: ItemRecord, now: Instant): Standing {
  const judgement = item.judge(factsOf(record, now))
  const judged = isByRun(item, record)
    ? byRun(record, judgement)
    : (byProbe(item, record, now) ?? byPeople(item, record, judgement, now))
  const settled = withWaiver(judged, record, now)
  return { ...settled, ball: ballOf(item, settled.verdict, record) }
}

/** Rules alone decide it, or a run has decided what else people would have. */
function isByRun({ verification }: ItemDefinition, record: ItemRecord): boolean {
  if (verification.by === 'automatic') return true
  if (verification.by !== 'evidence' || verification.rules === undefined) return false
  return isDecidedByRun(verification.rules.families, record.verification?.families ?? {})
}

/** What the checks and the people left; a part that has not happened is absent. */
function factsOf({ verification, evidence, probe, review }: ItemRecord, now: Instant): ItemFacts {
  const families = verification?.families ?? {}
  // Written out, since this runs for every item of every change; few have been probed.
  if (probe !== undefined) {
    return {
      families,
      probe,
      now,
      ...(evidence !== undefined && { evidence }),
      ...(review !== undefined && { review }),
    }
  }
  if (evidence === undefined) return review === undefined ? { families, now } : { families, review, now }
  return review === undefined ? { families, evidence, now } : { families, evidence, review, now }
}

type Unowned = Omit<Standing, 'ball'>

function byRun(record: ItemRecord, judgement: Judgement): Unowned {
  const run = record.verification
  const words = told(judgement)
  if (run === undefined) return { ...words, verdict: untouched(record), regressed: false }
  const regressed = run.passedAt !== undefined
  if (run.outcome === 'error' && Object.keys(run.families).length === 0) {
    return run.passedAt === undefined
      ? { verdict: 'could-not-be-checked', because: couldNot, todo: runAgain, regressed: false }
      : { verdict: 'proved', because: notFinished, todo: runAgain, regressed: false }
  }
  if (judgement.outcome === 'done') return { ...words, verdict: 'proved', regressed: false }
  if (judgement.outcome === 'not-needed') return { ...words, verdict: 'not-needed', regressed: false }
  if (judgement.outcome === 'missing') return { ...words, verdict: 'failing', regressed }
  const left = standingOfRun(Object.keys(run.families), run.families)
  // Where it had nothing of the item to look at, nothing has begun.
  const isUnseen = left === undefined && Object.keys(run.families).length > 0
  return { ...words, verdict: isUnseen ? untouched(record) : (left ?? 'could-not-be-checked'), regressed }
}

/** What a machine saw at the addresses handed in, where that settles the item or did so too long ago. */
function byProbe(item: ItemDefinition, record: ItemRecord, now: Instant): Unowned | undefined {
  const { probe, evidence } = record
  const rule = probeRuleOf(item)
  if (rule === undefined || probe === undefined) return undefined
  const settled = settledByProbe(rule, factsOf(record, now))
  if (settled?.outcome === 'done') return { verdict: 'proved', because: settled.proof, regressed: false }
  const wasProved = probe.passedAt !== undefined || evidence?.state === 'accepted'
  if (settled !== undefined) return { ...told(settled), verdict: 'failing', regressed: wasProved }
  const isOver = probe.addresses.some(({ validUntil }) => hasCome(validUntil, now))
  if (!isOver || probe.passedAt === undefined || evidence?.state === 'accepted' || judgedAgainst(record))
    return undefined
  return { verdict: 'expired', because: seenTooLongAgo, todo: lookAgain, regressed: true }
}

/** Why what a machine saw settles nothing, where one looks. */
function seenSoFar(item: ItemDefinition, { probe }: ItemRecord, now: Instant): Text | undefined {
  const rule = probeRuleOf(item)
  if (rule === undefined || probe === undefined) return undefined
  const judged = judgeProbe(rule, probe, now)
  return judged.outcome === 'unknown' ? judged.because : undefined
}

function byPeople(item: ItemDefinition, record: ItemRecord, judgement: Judgement, now: Instant): Unowned {
  const plain = { ...told(judgement), regressed: false }
  if (judgement.outcome === 'done') return { ...plain, verdict: 'proved' }
  const { evidence, review } = record
  if (evidence?.state === 'expired' || (evidence?.state === 'accepted' && hasCome(evidence.validUntil, now))) {
    return { ...plain, verdict: 'expired', regressed: true }
  }
  const handedIn = item.verification.by === 'review' || evidence?.state === 'submitted'
  const asked = review?.state === 'open' || review?.state === 'claimed'
  const since = asked || judgedAgainst(record) ? undefined : adviceSince(item, record, now)
  if (since !== undefined) return since
  if (evidence?.state === 'submitted' && !asked && standingReview(review, evidence.at) === undefined) {
    return {
      verdict: 'handed-in',
      because: seenSoFar(item, record, now) ?? handedInOnly,
      todo: askForReview,
      regressed: false,
    }
  }
  if (handedIn && asked) return { verdict: 'in-review', because: inReview, regressed: false }
  if (evidence?.state === 'rejected' || (evidence?.state !== 'withdrawn' && judgedAgainst(record))) {
    return { ...plain, verdict: 'changes-requested' }
  }
  if (evidence?.state === 'draft') return { ...plain, verdict: 'opened' }
  const left = leftByRun(item, record)
  return left === undefined
    ? { ...plain, verdict: untouched(record) }
    : { ...plain, verdict: left, regressed: record.verification?.passedAt !== undefined }
}

/**
 * What a check advises against what was begun or handed in before it, and nobody has looked at yet: the newer word leads. What
 * was handed in after the advice answers it.
 */
function adviceSince(item: ItemDefinition, record: ItemRecord, now: Instant): Unowned | undefined {
  const { evidence, verification } = record
  if (verification === undefined || (evidence?.state !== 'submitted' && evidence?.state !== 'draft')) return undefined
  if (leftByRun(item, record) !== 'advised') return undefined
  const { families, checkedAt, passedAt } = verification
  const isNewer = Object.values(families).some(
    ({ outcome, from }) => outcome === 'advised' && compareInstants(from?.checkedAt ?? checkedAt, evidence.at) > 0,
  )
  if (!isNewer) return undefined
  return { ...told(item.judge({ families, now })), verdict: 'advised', regressed: passedAt !== undefined }
}

/** What the latest runs left of an item that people may show too. */
function leftByRun({ verification }: ItemDefinition, record: ItemRecord): LeftByRun | undefined {
  const run = record.verification
  if (run === undefined || verification.by !== 'evidence' || verification.rules === undefined) return undefined
  return standingOfRun(verification.rules.families, run.families)
}

function judgedAgainst({ review, evidence }: ItemRecord): boolean {
  const standing = standingReview(review, evidence?.at)
  return standing === 'changes-requested' || standing === 'rejected'
}

function withWaiver(judged: Unowned, { waiver }: ItemRecord, now: Instant): Unowned {
  if (waiver === undefined || judged.verdict === 'proved' || judged.verdict === 'not-needed') return judged
  const ranOut = waiver.state === 'expired' || (waiver.state === 'approved' && hasCome(waiver.expiresAt, now))
  if (waiver.state === 'approved' && !ranOut) return { verdict: 'waived', because: waived, regressed: false }
  const nothingSince = judged.verdict === 'not-started' || judged.verdict === 'opened'
  return ranOut && nothingSince ? { ...judged, verdict: 'expired', because: waiverOver, regressed: true } : judged
}

function ballOf(item: ItemDefinition, verdict: ItemVerdict, { waiver, dispute }: ItemRecord): Ball {
  if (verdict === 'proved' || verdict === 'waived' || verdict === 'not-needed') return 'nobody'
  if (verdict === 'in-review' || waiver?.state === 'requested' || dispute?.state === 'open') return 'us'
  return ownerOf(item)
}

/** Who acts on an item of which nothing is in review. */
export function ownerOf(item: ItemDefinition): Exclude<Ball, 'nobody'> {
  return item.verification.by === 'review' ? 'us' : item.owner
}

function untouched({ openedAt }: ItemRecord): 'opened' | 'not-started' {
  return openedAt === undefined ? 'not-started' : 'opened'
}

function told(judgement: Judgement): { because: Text; todo?: Text } {
  if (judgement.outcome === 'done') return { because: judgement.proof }
  if (judgement.outcome === 'not-needed') return { because: judgement.because }
  return { because: judgement.because, todo: judgement.todo }
}
