import { type ItemDefinition, probeRuleOf } from '@sevenstep/onboarding'
import { probes } from '../../db/schema/index.ts'
import { personOf } from '../../domain/principal.ts'
import type { IsvContext, JobRequest } from '../define-verb.ts'

/** The kind of job that looks at one address. */
export const lookAtAddressKind = 'look-at-address'

/** By then a job that was asked for has looked, in milliseconds. */
export const lostAfter = 15 * 60_000

/** A version of evidence that has just been handed in. */
export interface HandedIn {
  readonly productId: string
  readonly item: ItemDefinition
  readonly evidenceId: string
  readonly number: number
  /** The address, where it is one. */
  readonly link: string | null | undefined
}

/**
 * Has an address looked at that was handed in for an item; only such addresses are ever looked at.
 *
 * @returns the work to be asked for; none where no machine looks
 */
export async function planProbe(context: IsvContext, handedIn: HandedIn): Promise<readonly JobRequest[]> {
  const { productId, item, evidenceId, number, link } = handedIn
  if (typeof link !== 'string' || probeRuleOf(item) === undefined) return []
  const { transaction, place, now, principal, newId } = context
  const id = newId('prb')
  const [row] = await transaction
    .insert(probes)
    .values({
      id,
      ...place,
      productId,
      itemId: item.id,
      evidenceId,
      number,
      address: link,
      troubles: 0,
      askedBy: personOf(principal) ?? 'tracker',
      askedAt: now,
      // The job looks at once; should it be lost, a later round does.
      nextLookAt: new Date(now.getTime() + lostAfter),
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: probes.id })
  return row === undefined ? [] : [lookJob(id)]
}

/** The work of looking at one address; asked for twice it is done once. */
export function lookJob(probeId: string): JobRequest {
  return { kind: lookAtAddressKind, payload: { probeId }, key: probeId }
}
