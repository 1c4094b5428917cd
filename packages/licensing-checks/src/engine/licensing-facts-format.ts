import { type FactsFormat, factsFormat } from '@sevenstep/rule-engine'
import * as z from 'zod/mini'
import type { LicensingFacts } from './licensing-facts.ts'

const line = z.object({
  name: z.string(),
  skuId: z.string(),
  quantity: z.number(),
  term: z.optional(z.string()),
  billing: z.optional(z.string()),
  offer: z.optional(
    z.object({
      isPurchasable: z.boolean(),
      least: z.optional(z.number()),
      most: z.optional(z.number()),
      terms: z.optional(
        z.array(z.object({ term: z.string(), billing: z.string(), cancelWithin: z.optional(z.string()) })),
      ),
    }),
  ),
})

/** What lists of licences do not say, as a file in JSON. */
export const licensingFactsFormat: FactsFormat<LicensingFacts> = factsFormat(
  z.object({
    about: z.optional(
      z.object({
        customer: z.optional(
          z.object({ id: z.string(), name: z.optional(z.string()), domain: z.optional(z.string()) }),
        ),
        readOn: z.optional(z.string()),
        usersFrom: z.optional(z.string()),
      }),
    ),
    signIns: z.optional(z.array(z.string())),
    cloud: z.optional(z.enum(['public', 'us-government'])),
    partner: z.optional(z.object({ hasRelationship: z.optional(z.boolean()), hasAgreement: z.optional(z.boolean()) })),
    order: z.optional(
      z.object({
        lines: z.optional(z.array(line)),
        cartErrors: z.optional(z.array(z.string())),
        orderStatus: z.optional(z.string()),
        agreedAutoRenew: z.optional(z.boolean()),
      }),
    ),
  }),
)
