import * as z from 'zod/mini'

/** What was found out about a host page in the world. */
export const hostFactsShape = z.object({
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
})
