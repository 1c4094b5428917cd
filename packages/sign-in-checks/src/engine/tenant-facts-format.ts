import { type FactsFormat, factsFormat } from '@sevenstep/rule-engine'
import * as z from 'zod/mini'
import type { TenantFacts } from './tenant-facts.ts'

const grant = z.object({ resourceAppId: z.string(), scopes: z.array(z.string()), isForAll: z.boolean() })

/** What was looked up in a tenant, as a file in JSON; `sevenstep tenant-facts` prints one. */
export const tenantFactsFormat: FactsFormat<TenantFacts> = factsFormat(
  z.object({
    servicePrincipals: z.optional(z.array(z.string())),
    grants: z.optional(z.array(grant)),
    verifiedPublisher: z.optional(z.nullable(z.object({ displayName: z.string() }))),
    authority: z.optional(
      z.object({ address: z.string(), issuer: z.optional(z.string()), problem: z.optional(z.string()) }),
    ),
    consentAddress: z.optional(z.string()),
  }),
)
