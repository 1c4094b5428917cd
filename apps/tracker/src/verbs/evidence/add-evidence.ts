import type { EvidenceKind, EvidenceRequest, ItemId } from '@sevenstep/onboarding'
import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { z } from 'zod'
import { evidence, evidenceVersions } from '../../db/schema/index.ts'
import { stateConflict } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import { changed, defineVerb, type IsvContext, unchanged } from '../define-verb.ts'
import { evidenceRequestOf, itemAtHand, itemFields } from '../items/item-at-hand.ts'
import { planProbe } from '../probes/plan-probe.ts'
import { evidenceContent, nameOfContent, storedContentOf, writeVersion } from './evidence-content.ts'
import { overtakeReview } from './overtake-review.ts'

/** Adds a piece of evidence to an item, as a draft or handed in at once. */
export const addEvidence = defineVerb({
  name: 'evidence.add',
  where: 'isv',
  allowed: ['evidence.write'],
  input: z.object({ ...itemFields, content: evidenceContent, submit: z.boolean() }),
  async run(context, input) {
    const { transaction, now } = context
    const { item, words } = await itemAtHand(transaction, input)
    refuseUnaccepted(evidenceRequestOf(item), input.content.kind)
    const stored = storedContentOf(input.content)
    const same = await sameContent(context, input.productId, item.id, stored.hash)
    if (same !== undefined) return unchanged({ evidenceId: same.id, number: same.number, isNew: false })
    const id = context.newId('evd')
    await transaction.insert(evidence).values({
      id,
      isvId: context.place.isvId,
      organizationId: context.place.organizationId,
      productId: input.productId,
      itemId: item.id,
      state: input.submit ? 'submitted' : 'draft',
      current: 1,
      createdBy: personOf(context.principal) ?? 'tracker',
      createdAt: now,
      updatedAt: now,
    })
    await writeVersion(context, { evidenceId: id, number: 1 }, input.content, stored)
    if (input.submit) await overtakeReview(context, input.productId, item.id)
    const handedIn = { productId: input.productId, item, evidenceId: id, number: 1, link: stored.link }
    const jobs = input.submit ? await planProbe(context, handedIn) : []
    const name = nameOfContent(stored)
    return changed(
      { evidenceId: id, number: 1, isNew: true },
      {
        action: input.submit ? 'evidence.submitted' : 'evidence.added',
        subjectType: 'evidence',
        subjectId: id,
        sentence: input.submit
          ? { en: `handed in ${name.en} for ${words.en}`, nl: `diende ${name.nl} in voor ${words.nl}` }
          : {
              en: `kept ${name.en} as a draft for ${words.en}`,
              nl: `bewaarde ${name.nl} als concept voor ${words.nl}`,
            },
        detail: { productId: input.productId, itemId: item.id, kind: stored.kind, hash: stored.hash, number: 1 },
      },
      { touched: [{ productId: input.productId, items: [item.id] }], jobs },
    )
  },
})

/** Refuses a form of evidence that the item does not ask for. */
export function refuseUnaccepted(request: EvidenceRequest | undefined, kind: EvidenceKind): void {
  if (request?.accepts.includes(kind)) return
  throw stateConflict(
    { en: 'This item does not take that kind of evidence.', nl: 'Dit punt neemt dat soort bewijs niet aan.' },
    {
      en: 'Look at “How to prove it” on the item’s page.',
      nl: 'Kijk op de pagina van het punt bij “Zo toont u het aan”.',
    },
  )
}

/** A piece of the same item that already holds the very same content and is still in play; what has run out is not. */
async function sameContent(context: IsvContext, productId: string, itemId: ItemId, hash: string) {
  const [same] = await context.transaction
    .select({ id: evidence.id, number: evidenceVersions.number })
    .from(evidence)
    .innerJoin(
      evidenceVersions,
      and(eq(evidenceVersions.evidenceId, evidence.id), eq(evidenceVersions.number, evidence.current)),
    )
    .where(
      and(
        eq(evidence.productId, productId),
        eq(evidence.itemId, itemId),
        eq(evidenceVersions.hash, hash),
        inArray(evidence.state, ['draft', 'submitted', 'accepted']),
        or(isNull(evidence.validUntil), gt(evidence.validUntil, context.now)),
      ),
    )
  return same
}
