import { itemById } from '@sevenstep/onboarding'
import { z } from 'zod'
import { readItem } from '../../../reads/items/read-item.ts'
import type { Operation } from '../operation.ts'
import { isvPlaceOf, itemState } from '../product-schemas.ts'
import { apiRead } from '../read.ts'
import { moment, named, text } from '../schemas.ts'

const item = named(
  'Item',
  itemState.extend({
    step: z.int(),
    what: text,
    why: text,
    how: text,
    verification: z.object({
      by: z.enum(['automatic', 'probe', 'evidence', 'review']),
      families: z.array(z.string()).optional(),
      evidence: z
        .object({ accepts: z.array(z.enum(['file', 'link', 'statement'])), validForDays: z.int().optional() })
        .optional(),
    }),
    waitsFor: z.array(z.string()),
    facts: z
      .record(z.string(), z.unknown())
      .meta({ description: 'What is recorded of the item: the facts behind its verdict.' }),
    run: z
      .object({
        id: z.string(),
        finishedAt: moment,
        ruleSet: z.string(),
        families: z.record(z.string(), z.object({ outcome: z.string(), errors: z.int(), warnings: z.int() })),
      })
      .nullable(),
    reviews: z.array(
      z.object({
        id: z.string(),
        state: z.string(),
        requestedAt: moment,
        decision: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
    waivers: z.array(z.string()),
    disputes: z.array(z.string()),
    history: z.array(
      z.object({ id: z.string(), at: moment, actorId: z.string(), actorName: z.string(), sentence: text }),
    ),
  }),
)

/** One item of a product with everything known of it; its evidence and comments have lists of their own. */
export const itemOperations: readonly Operation[] = [
  apiRead({
    id: 'readItem',
    path: '/products/{productId}/items/{itemId}',
    tag: 'Items',
    summary: 'One item: what it asks, how it stands and why',
    place: 'product',
    allowed: ['product.read'],
    answer: item,
    read: async ({ services, place, params }) => {
      const asked = { productId: params.productId ?? '', itemId: params.itemId ?? '' }
      const view = await readItem(services, isvPlaceOf(place), asked, false)
      const { title, step, what, why, how, verification } = itemById(view.item.id) ?? view.item
      return {
        ...view.standing,
        title,
        step,
        what,
        why,
        how,
        verification,
        waitsFor: view.waitsFor.map(({ id }) => id),
        facts: { ...view.record },
        run: view.run ?? null,
        reviews: view.reviews.map(({ request, decision }) => ({
          ...request,
          decision: decision?.decision ?? null,
          note: decision?.note ?? null,
        })),
        waivers: view.waivers.map(({ id }) => id),
        disputes: view.disputes.map(({ id }) => id),
        history: view.history,
      }
    },
  }),
]
