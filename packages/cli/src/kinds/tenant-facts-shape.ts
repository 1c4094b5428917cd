import * as z from 'zod/mini'

const grant = z.object({ resourceAppId: z.string(), scopes: z.array(z.string()), isForAll: z.boolean() })

/** What was looked up in a tenant, as `sevenstep tenant-facts` prints it. */
export const tenantFactsShape = z.object({
  servicePrincipals: z.optional(z.array(z.string())),
  grants: z.optional(z.array(grant)),
  verifiedPublisher: z.optional(z.nullable(z.object({ displayName: z.string() }))),
  authority: z.optional(
    z.object({ address: z.string(), issuer: z.optional(z.string()), problem: z.optional(z.string()) }),
  ),
  consentAddress: z.optional(z.string()),
})
