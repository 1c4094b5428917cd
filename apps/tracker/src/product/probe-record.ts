import type { ItemDefinition, ProbedAddress, ProbeRecord } from '@sevenstep/onboarding'
import { evidenceRequestOf } from '../verbs/items/item-at-hand.ts'
import type { EvidenceSource, ProbeSource } from './item-sources.ts'

const day = 86_400_000

/** What was seen at the addresses that are handed in for an item now; undefined where none is. */
export function probeRecordFrom(
  definition: Pick<ItemDefinition, 'verification'>,
  probes: readonly ProbeSource[],
  evidence: readonly EvidenceSource[],
): ProbeRecord | undefined {
  const days = evidenceRequestOf(definition)?.validForDays
  const counting = new Map(countingEvidence(evidence).map(({ id, current }) => [id, current]))
  const present = probes.filter(({ evidenceId, number }) => counting.get(evidenceId) === number)
  if (present.length === 0) return undefined
  const passedAt = present
    .flatMap(({ passedAt: at }) => at?.toISOString() ?? [])
    .sort()
    .at(-1)
  return {
    addresses: present.map(({ id, evidenceId, address, seen, unseen }): ProbedAddress => {
      const validUntil =
        seen === null || days === undefined ? undefined : new Date(Date.parse(seen.at) + days * day).toISOString()
      return {
        probeId: id,
        evidenceId,
        address,
        ...(seen !== null && { seen }),
        ...(validUntil !== undefined && { validUntil }),
        ...(unseen !== null && { unseen }),
      }
    }),
    ...(passedAt !== undefined && { passedAt }),
  }
}

/**
 * The evidence whose addresses count: what is handed in or accepted. What has run out counts where nothing else does, since a
 * machine may see that it still holds.
 */
export function countingEvidence<Piece extends Pick<EvidenceSource, 'state'>>(
  evidence: readonly Piece[],
): readonly Piece[] {
  const present = evidence.filter(({ state }) => state === 'submitted' || state === 'accepted')
  return present.length > 0 ? present : evidence.filter(({ state }) => state === 'expired')
}
