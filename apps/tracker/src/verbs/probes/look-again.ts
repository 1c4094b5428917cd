import { and, count, eq, gt } from 'drizzle-orm'
import { z } from 'zod'
import { probes } from '../../db/schema/index.ts'
import { Failure, stateConflict } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import { changed, defineVerb, type IsvContext, unchanged } from '../define-verb.ts'
import { evidenceAtHand } from '../evidence/evidence-at-hand.ts'
import { nameOfContent } from '../evidence/evidence-content.ts'
import { itemFields } from '../items/item-at-hand.ts'
import { lookJob, lostAfter, planProbe } from './plan-probe.ts'
import { probeAtHand } from './probe-at-hand.ts'

/** A look that ended so lately is not repeated, in milliseconds. */
const recent = 10_000
const mostAsked = 20
const perMinutes = 10

/** Has an address looked at again that was handed in for an item. */
export const lookAgain = defineVerb({
  name: 'probes.look-again',
  where: 'isv',
  allowed: ['evidence.write', 'review.decide'],
  input: z.object({ ...itemFields, evidenceId: z.string().min(1).max(80) }),
  async run(context, input) {
    const { transaction, now, principal } = context
    const { item, words, piece, latest } = await evidenceAtHand(transaction, input)
    const [known] = await transaction
      .select()
      .from(probes)
      .where(and(eq(probes.evidenceId, piece.id), eq(probes.number, piece.current)))
    if (known === undefined) {
      // Handed in before addresses were looked at.
      if (piece.state === 'draft') throw nothingToLookAt()
      const jobs = await planProbe(context, {
        productId: input.productId,
        item,
        evidenceId: piece.id,
        number: piece.current,
        link: latest.link,
      })
      if (jobs.length === 0) throw nothingToLookAt()
      return changed({ evidenceId: piece.id }, askedEntry(piece.id), { jobs })
    }
    if ((await probeAtHand(transaction, known.id)) === undefined) throw nothingToLookAt()
    if (known.lookedAt !== null && now.getTime() - known.lookedAt.getTime() < recent) {
      return unchanged({ evidenceId: piece.id })
    }
    await refuseTooMany(context)
    await transaction
      .update(probes)
      .set({
        askedBy: personOf(principal) ?? 'tracker',
        askedAt: now,
        nextLookAt: new Date(now.getTime() + lostAfter),
        version: known.version + 1,
      })
      .where(eq(probes.id, known.id))
    return changed({ evidenceId: piece.id }, askedEntry(piece.id), { jobs: [lookJob(known.id)] })

    function askedEntry(subjectId: string) {
      const name = nameOfContent(latest)
      return {
        action: 'probe.asked',
        subjectType: 'evidence',
        subjectId,
        sentence: {
          en: `asked our server to look again at ${name.en} for ${words.en}`,
          nl: `vroeg onze server opnieuw te kijken bij ${name.nl} voor ${words.nl}`,
        },
        detail: { productId: input.productId, itemId: item.id, number: latest.number, hash: latest.hash },
      }
    }
  },
})

/** @throws Failure `too-many-requests` for a vendor for which too many looks were asked of late */
async function refuseTooMany({ transaction, place, now }: IsvContext): Promise<void> {
  const [asked] = await transaction
    .select({ looks: count() })
    .from(probes)
    .where(and(eq(probes.isvId, place.isvId), gt(probes.askedAt, new Date(now.getTime() - perMinutes * 60_000))))
  if ((asked?.looks ?? 0) < mostAsked) return
  throw new Failure('too-many-requests', {
    what: {
      en: 'That was a little too fast. Nothing was looked at.',
      nl: 'Dat ging iets te snel. Er is nergens gekeken.',
    },
    why: {
      en: `Our server looks at no more than ${mostAsked} addresses of a vendor within ${perMinutes} minutes when asked.`,
      nl: `Onze server kijkt op verzoek naar hoogstens ${mostAsked} adressen van een leverancier per ${perMinutes} minuten.`,
    },
    fix: { en: 'Wait a few minutes and try again.', nl: 'Wacht een paar minuten en probeer het opnieuw.' },
  })
}

function nothingToLookAt() {
  return stateConflict(
    { en: 'There is no address here to look at.', nl: 'Hier is geen adres om naar te kijken.' },
    { en: 'Hand in a link first.', nl: 'Dien eerst een koppeling in.' },
  )
}
