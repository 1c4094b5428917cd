import { type ItemDefinition, itemById, type Text } from '@sevenstep/onboarding'
import { eq } from 'drizzle-orm'
import type { AuditEntry } from '../../audit/event.ts'
import { type isvs, type products, waivers } from '../../db/schema/index.ts'
import { Failure, notAllowed, notFound, stateConflict } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import { productForChange } from '../checklist/product-for-change.ts'
import type { IsvContext } from '../define-verb.ts'

/** A waiver that is about to be decided, and the person who does so. */
export interface WaiverAtHand {
  readonly waiver: typeof waivers.$inferSelect
  readonly product: typeof products.$inferSelect
  readonly isv: typeof isvs.$inferSelect
  readonly item: ItemDefinition
  readonly person: string
  /** The item, named in a sentence of the record. */
  readonly words: Text
}

/**
 * The waiver a change is about; changes of its product take turns from here on.
 *
 * @throws Failure `not-found`; `not-allowed` for the tracker itself, since judging stays with people
 */
export async function waiverAtHand(context: IsvContext, waiverId: string): Promise<WaiverAtHand> {
  const { transaction, principal } = context
  const person = personOf(principal)
  if (person === undefined || principal.kind === 'token') throw notAllowed()
  const [named] = await transaction
    .select({ productId: waivers.productId, itemId: waivers.itemId })
    .from(waivers)
    .where(eq(waivers.id, waiverId))
  const item = named === undefined ? undefined : itemById(named.itemId)
  if (named === undefined || item === undefined) throw notFound()
  const { product, isv } = await productForChange(transaction, named.productId)
  const [waiver] = await transaction.select().from(waivers).where(eq(waivers.id, waiverId))
  if (waiver === undefined) throw notFound()
  const words = { en: `“${item.title.en}” of ${product.name}`, nl: `“${item.title.nl}” van ${product.name}` }
  return { waiver, product, isv, item, person, words }
}

/** @throws Failure `state-conflict` where it is decided, `four-eyes` where the person asked for it themselves */
export function demandUndecided({ waiver, person }: WaiverAtHand): void {
  if (waiver.state !== 'requested') {
    throw stateConflict(
      { en: 'This waiver is already decided.', nl: 'Over deze vrijstelling is al beslist.' },
      { en: 'Look at it again; it shows the decision.', nl: 'Bekijk haar opnieuw; ze toont het besluit.' },
    )
  }
  if (waiver.requestedBy !== person) return
  throw new Failure('four-eyes', {
    what: {
      en: 'You asked for this waiver, so you cannot decide on it.',
      nl: 'U hebt zelf om deze vrijstelling gevraagd, dus u kunt er niet over beslissen.',
    },
    why: {
      en: 'Nobody lets their own request pass: a second person has to look.',
      nl: 'Niemand keurt een eigen aanvraag goed: een tweede persoon moet kijken.',
    },
    fix: { en: 'Leave it to another reviewer.', nl: 'Laat het over aan een andere beoordelaar.' },
  })
}

/** An entry of the record about a waiver. */
export function waiverEntry(
  { waiver }: WaiverAtHand,
  action: string,
  sentence: Text,
  detail: Readonly<Record<string, unknown>>,
): AuditEntry {
  return {
    action,
    subjectType: 'waiver',
    subjectId: waiver.id,
    sentence,
    detail: { productId: waiver.productId, itemId: waiver.itemId, ...detail },
  }
}
