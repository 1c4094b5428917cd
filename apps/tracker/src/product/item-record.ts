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
  // A run of another step's rules says nothing of this item.
  if (Object.keys(families).length === 0) return before
  // What passed stays so where this run lacked what it takes to look again, as how a page is sent.
  for (const [id, fact] of Object.entries(before?.families ?? {})) {
    if (fact.outcome === 'passed' && familyIds.includes(id)) families[id] ??= fact
  }
  const facts = Object.values(families)
  const outcome = facts.some((fact) => fact.outcome === 'failed')
    ? 'failed'
    : facts.some((fact) => fact.outcome === 'not-checked')
      ? 'not-checked'
      : 'passed'
  const passedAt = outcome === 'passed' ? checkedAt : before?.passedAt
  return { runId: run.id, outcome, families, checkedAt, ...(passedAt !== undefined && { passedAt }) }
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
