import { type FactsFormat, factsFormat } from '@sevenstep/rule-engine'
import * as z from 'zod/mini'
import type { HostFacts } from './host-facts.ts'

/** What was found out about a host page in the world, as a file in JSON. */
export const hostFactsFormat: FactsFormat<HostFacts> = factsFormat(
  z.object({
    pageAddress: z.optional(z.string()),
    headers: z.optional(z.array(z.tuple([z.string(), z.string()]))),
    sdkAnswer: z.optional(z.object({ address: z.string(), status: z.number(), contentType: z.optional(z.string()) })),
    templateParameters: z.optional(z.array(z.string())),
    environments: z.optional(z.array(z.string())),
    tokenFindings: z.optional(
      z.array(
        z.object({
          ruleId: z.string(),
          severity: z.enum(['error', 'warning', 'info']),
          message: z.object({ what: z.string(), fix: z.string() }),
        }),
      ),
    ),
    run: z.optional(
      z.object({
        events: z.array(z.string()),
        thirdPartyCookies: z.enum(['allowed', 'blocked']),
        showedGuidance: z.optional(z.boolean()),
      }),
    ),
  }),
)
