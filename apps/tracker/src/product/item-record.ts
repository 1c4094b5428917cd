import {
  type EvidenceRecord,
  type FamilyFact,
  familiesOf,
  type ItemDefinition,
  type ItemId,
  type ItemRecord,
  itemById,
  type ReviewRecord,
  type VerificationRecord,
  type WaiverRecord,
} from '@sevenstep/onboarding'
import type { ItemSources, ReviewSource, RunSource } from './item-sources.ts'
import { probeRecordFrom } from './probe-record.ts'

/** What is recorded of an item: a pure function of its sources, so that it can be rebuilt and compared at any time. */
export function recordFrom(itemId: ItemId, sources: ItemSources): ItemRecord {
  const definition = itemById(itemId)
  const verification = verificationFrom(definition, sources.runs)
  const evidence = evidenceFrom(sources)
  const probe = definition && probeRecordFrom(definition, sources.probes, sources.evidence)
  const review = reviewFrom(sources.reviews)
  const waiver = waiverFrom(sources)
  const dispute = sources.disputes.at(-1)
  const openedAt = [sources.evidence[0]?.createdAt, sources.firstCommentAt]
    .filter((at) => at !== undefined)
    .map((at) => at.toISOString())
    .sort()[0]
  return {
    ...(openedAt !== undefined && { openedAt }),
    ...(verification !== undefined && { verification }),
    ...(evidence !== undefined && { evidence }),
    ...(probe !== undefined && { probe }),
    ...(review !== undefined && { review }),
    ...(waiver !== undefined && { waiver }),
    ...(dispute !== undefined && {
      dispute: { state: dispute.state, at: (dispute.answeredAt ?? dispute.openedAt).toISOString() },
    }),
  }
}

/** Folds the runs that count into the latest word on an item; a run that broke down leaves the word and dates it. */
function verificationFrom(
  definition: ItemDefinition | undefined,
  runs: readonly RunSource[],
): VerificationRecord | undefined {
  const families = definition === undefined ? [] : familiesOf(definition)
  if (families.length === 0) return undefined
  let record: VerificationRecord | undefined
  for (const run of runs) record = withRun(record, run, families)
  return record
}

function withRun(
  before: VerificationRecord | undefined,
  run: RunSource,
  familyIds: readonly string[],
): VerificationRecord | undefined {
  if (run.finishedAt === null || run.state === 'cancelled') return before
  const checkedAt = run.finishedAt.toISOString()
  if (run.families === null) {
    const broken: VerificationRecord = { runId: run.id, outcome: 'error', families: {}, checkedAt }
    // What was known stays known: an error says nothing about the files.
    return before ?? broken
  }
  const families: Record<string, FamilyFact> = {}
  for (const id of familyIds) {
    const fact = run.families[id]
    if (fact !== undefined) families[id] = fact
  }
  const told = Object.values(families)
  // A run of another step's rules says nothing of this item.
  if (told.length === 0) return before
  // Nor does one that looked at nothing the item rests on, unless nobody has: then it says what to hand in.
  const wasSeen = before !== undefined && Object.values(before.families).some((fact) => !isLacking(fact))
  if (wasSeen && told.every(isLacking)) return before
  for (const id of familyIds) {
    const earlier = stillCounting(families[id], before, id)
    if (earlier !== undefined) families[id] = earlier
  }
  const outcome = outcomeOf(Object.values(families))
  const passedAt = outcome === 'passed' ? checkedAt : before?.passedAt
  const record = { runId: run.id, outcome, families, checkedAt } as const
  return { ...record, ...(passedAt !== undefined && { passedAt }) }
}

/** True where a run had nothing to look at. */
function isLacking(fact: FamilyFact | undefined): boolean {
  return fact === undefined || fact.handIn !== undefined
}

/**
 * What an earlier run said of a family that this one did not look at: it stays as it was, with its date. So it is for what
 * passed and what failed alike; only a run that looks at it again says otherwise.
 */
function stillCounting(
  now: FamilyFact | undefined,
  before: VerificationRecord | undefined,
  id: string,
): FamilyFact | undefined {
  const earlier = before?.families[id]
  if (before === undefined || earlier === undefined || isLacking(earlier) || !isLacking(now)) return undefined
  return { ...earlier, from: earlier.from ?? { runId: before.runId, checkedAt: before.checkedAt } }
}

function outcomeOf(facts: readonly FamilyFact[]): VerificationRecord['outcome'] {
  for (const outcome of ['failed', 'not-checked', 'advised'] as const)
    if (facts.some((fact) => fact.outcome === outcome)) return outcome
  return 'passed'
}

function evidenceFrom(sources: ItemSources): EvidenceRecord | undefined {
  // A draft, and what was taken back, count only where nothing that was handed in does: beginning a new piece loses no proof.
  const latest =
    sources.evidence.findLast(({ state }) => state !== 'superseded' && state !== 'draft' && state !== 'withdrawn') ??
    sources.evidence.findLast(({ state }) => state === 'draft') ??
    sources.evidence.findLast(({ state }) => state !== 'superseded')
  if (latest === undefined || latest.state === 'superseded') return undefined
  return {
    id: latest.id,
    state: latest.state,
    at: latest.updatedAt.toISOString(),
    ...(latest.validUntil !== null && { validUntil: latest.validUntil.toISOString() }),
  }
}

function reviewFrom(reviews: readonly ReviewSource[]): ReviewRecord | undefined {
  const latest = reviews.findLast(({ request }) => request.state !== 'withdrawn')
  if (latest === undefined) return undefined
  const { request, decision } = latest
  if (request.state === 'open' || request.state === 'claimed') {
    return { id: request.id, state: request.state, at: request.requestedAt.toISOString() }
  }
  if (request.state === 'deprecated' || decision === undefined || decision.deprecatedAt !== null) {
    const at = decision?.deprecatedAt ?? request.decidedAt ?? request.requestedAt
    return { id: request.id, state: 'deprecated', at: at.toISOString() }
  }
  return {
    id: request.id,
    state: decision.decision,
    at: decision.decidedAt.toISOString(),
    ...(decision.note !== null && { note: decision.note }),
  }
}

function waiverFrom(sources: ItemSources): WaiverRecord | undefined {
  const latest = sources.waivers.at(-1)
  if (latest === undefined) return undefined
  return {
    id: latest.id,
    state: latest.state,
    at: (latest.decidedAt ?? latest.requestedAt).toISOString(),
    ...(latest.expiresAt !== null && { expiresAt: latest.expiresAt.toISOString() }),
  }
}
