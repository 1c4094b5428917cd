import { type FactsFormat, factsFormat } from '@sevenstep/rule-engine'
import * as z from 'zod/mini'
import type { ListingFacts } from './listing-facts.ts'

/** What is known of the world about an offer, as a file in JSON; `sevenstep listing facts` prints one. */
export const listingFactsFormat: FactsFormat<ListingFacts> = factsFormat(
  z.object({
    links: z.optional(
      z.array(
        z.object({
          url: z.string(),
          status: z.optional(z.number()),
          finalUrl: z.optional(z.string()),
          contentType: z.optional(z.string()),
          title: z.optional(z.string()),
          problem: z.optional(z.string()),
        }),
      ),
    ),
    landingPageSignIn: z.optional(z.object({ failedRules: z.array(z.string()), isForLandingPage: z.boolean() })),
    solutionChecker: z.optional(z.object({ critical: z.number(), high: z.number() })),
    testLead: z.optional(z.object({ arrived: z.boolean() })),
  }),
)
