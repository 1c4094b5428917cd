import {
  type AddressFacts,
  failureWords,
  judgeAddress,
  judgeProbe,
  obstacleReasons,
  type ProbeRule,
  type Text,
} from '@sevenstep/onboarding'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { evidence, probes } from '../../db/schema/index.ts'
import { storable } from '../../db/storable.ts'
import { notAllowed } from '../../domain/failure.ts'
import { foldLook } from '../../probes/fold-look.ts'
import type { LookEnding } from '../../probes/look.ts'
import { probeRecordFrom } from '../../product/probe-record.ts'
import { refreshProduct } from '../../product/refresh-product.ts'
import { changed, defineVerb, type IsvContext, unchanged } from '../define-verb.ts'
import { type ProbeAtHand, probeAtHand } from './probe-at-hand.ts'

/**
 * Writes down what was seen at an address. The ending comes along by itself rather than as input, since the tracker makes it.
 * What is as it was before is written without a sentence for the record: the tracker looks every day, and a record full of
 * "as before" tells nobody anything. A look that a person asked for is told, unless whoever runs the tracker has switched it off:
 * that is no event of the vendor's.
 */
export function recordLook(seen: LookEnding) {
  const ending = storable(seen)
  return defineVerb({
    name: 'probes.record',
    where: 'isv',
    allowed: ['evidence.write'],
    input: z.object({ probeId: z.string() }),
    async run(context, { probeId }) {
      const { transaction, principal, now } = context
      if (principal.kind !== 'tracker') throw notAllowed()
      await transaction.select({ id: probes.id }).from(probes).where(eq(probes.id, probeId)).for('update')
      const at = await probeAtHand(transaction, probeId)
      if (at === undefined) return unchanged({ probeId })
      const { probe, product, item } = at
      if (isOvertaken(probe, ending)) return unchanged({ probeId })
      const folded = foldLook(probe, ending, now, Math.random())
      await transaction
        .update(probes)
        // Who asked has been answered; what follows is the tracker's own.
        .set({ ...folded, askedBy: 'tracker', updatedAt: now, version: probe.version + 1 })
        .where(eq(probes.id, probeId))
      await notePassing(context, at)
      const touched = { productId: product.id, items: [item.id] }
      const isNews = probe.askedBy !== 'tracker' || !isAsBefore(at, folded)
      if (!isNews || isSwitchedOff(ending)) {
        await refreshProduct(context, touched)
        return unchanged({ probeId })
      }
      const host = URL.canParse(probe.address) ? new URL(probe.address).hostname : probe.address
      return changed(
        { probeId },
        {
          action: ending.kind === 'seen' ? 'probe.looked' : 'probe.unseen',
          subjectType: 'evidence',
          subjectId: probe.evidenceId,
          sentence: sentenceOf(ending, host, {
            en: `“${item.title.en}” of ${product.name}`,
            nl: `“${item.title.nl}” van ${product.name}`,
          }),
          detail: {
            productId: product.id,
            itemId: item.id,
            probeId,
            number: probe.number,
            ...(ending.kind === 'seen' ? { seen: told(ending.facts) } : { obstacle: ending.obstacle }),
            counts: folded.doubt === null,
          },
        },
        { touched: [touched] },
      )
    },
  })
}

/** Remembers on every address of the item that all of them show what it asks. */
async function notePassing({ transaction, now }: IsvContext, { item, rule, product }: ProbeAtHand): Promise<void> {
  const ofItem = and(eq(probes.productId, product.id), eq(probes.itemId, item.id))
  const all = await transaction.select().from(probes).where(ofItem).orderBy(probes.createdAt, probes.id)
  const pieces = await transaction
    .select()
    .from(evidence)
    .where(and(eq(evidence.productId, product.id), eq(evidence.itemId, item.id)))
  const record = probeRecordFrom(item, all, pieces)
  if (record === undefined || judgeProbe(rule, record, now.toISOString()).outcome !== 'done') return
  await transaction.update(probes).set({ passedAt: now }).where(ofItem)
}

/** Whether another look that began later has ended before this one: a slow server's answer of before says nothing any more. */
function isOvertaken({ seen, doubt }: ProbeAtHand['probe'], ending: LookEnding): boolean {
  if (ending.kind === 'unseen') return false
  return [seen, doubt].some((known) => known !== null && Date.parse(known.at) > Date.parse(ending.facts.at))
}

function isSwitchedOff(ending: LookEnding): boolean {
  return ending.kind === 'unseen' && ending.obstacle === 'switched-off'
}

/** Whether a look saw what the one before it saw, as far as anybody would want to know. */
function isAsBefore({ probe, rule }: ProbeAtHand, folded: ReturnType<typeof foldLook>): boolean {
  if (folded.unseen !== null) return probe.unseen?.obstacle === folded.unseen.obstacle
  if (probe.seen === null || folded.doubt !== null) return false
  return folded.seen !== null && glance(rule, probe.address, probe.seen) === glance(rule, probe.address, folded.seen)
}

function glance(rule: ProbeRule, address: string, seen: AddressFacts): string {
  const { outcome } = judgeAddress(rule, { probeId: '', evidenceId: '', address, seen })
  return JSON.stringify([outcome, seen.failure, seen.status, seen.finalAddress])
}

function sentenceOf(ending: LookEnding, host: string, words: Text): Text {
  if (ending.kind === 'unseen') {
    const { en, nl } = obstacleReasons[ending.obstacle]
    return {
      en: `could not look at “${host}” for ${words.en}: ${en}`,
      nl: `kon niet kijken bij “${host}” voor ${words.nl}: ${nl}`,
    }
  }
  const { failure, status } = ending.facts
  const said =
    failure === undefined
      ? { en: `it answers with status ${status}`, nl: `het antwoordt met status ${status}` }
      : failureWords[failure].because
  return {
    en: `looked at “${host}” for ${words.en}: ${said.en}`,
    nl: `keek bij “${host}” voor ${words.nl}: ${said.nl}`,
  }
}

/** For the record: what was seen, without the headers' long values. */
function told({ headers: _, ...facts }: AddressFacts): Omit<AddressFacts, 'headers'> {
  return facts
}
