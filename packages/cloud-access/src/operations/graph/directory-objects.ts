import { z } from 'zod'

/** A person of the directory. */
export const userResource = z.looseObject({
  id: z.string(),
  displayName: z.string().nullable().optional(),
  userPrincipalName: z.string().optional(),
  mail: z.string().nullable().optional(),
  accountEnabled: z.boolean().optional(),
  usageLocation: z.string().nullable().optional(),
})

/** An application's presence in one tenant. */
export const servicePrincipalResource = z.looseObject({
  id: z.string(),
  appId: z.string(),
  displayName: z.string().nullable().optional(),
  accountEnabled: z.boolean().optional(),
  appOwnerOrganizationId: z.string().nullable().optional(),
  servicePrincipalType: z.string().optional(),
  servicePrincipalNames: z.array(z.string()).optional(),
  oauth2PermissionScopes: z
    .array(z.looseObject({ id: z.string(), value: z.string().nullable().optional() }))
    .optional(),
  appRoles: z.array(z.looseObject({ id: z.string(), value: z.string().nullable().optional() })).optional(),
})

const redirects = z.looseObject({ redirectUris: z.array(z.string()).optional() })

const credential = z.looseObject({
  keyId: z.string().nullable().optional(),
  displayName: z.string().nullable().optional(),
  startDateTime: z.string().nullable().optional(),
  endDateTime: z.string().nullable().optional(),
})

/** An app registration, which is also the new manifest format. */
export const applicationResource = z.looseObject({
  id: z.string(),
  appId: z.string(),
  displayName: z.string().nullable().optional(),
  signInAudience: z.string().nullable().optional(),
  web: redirects.optional(),
  spa: redirects.optional(),
  publicClient: redirects.optional(),
  requiredResourceAccess: z
    .array(
      z.looseObject({
        resourceAppId: z.string(),
        resourceAccess: z.array(z.looseObject({ id: z.string(), type: z.string() })),
      }),
    )
    .optional(),
  passwordCredentials: z.array(credential).optional(),
  keyCredentials: z.array(credential).optional(),
  publisherDomain: z.string().nullable().optional(),
  verifiedPublisher: z.looseObject({}).nullable().optional(),
})

/** A consent: which delegated permissions an application has to another's API. */
export const permissionGrantResource = z.looseObject({
  id: z.string(),
  /** Service principal of the application that calls. */
  clientId: z.string(),
  /** `AllPrincipals` for consent given by an administrator, `Principal` for one person's. */
  consentType: z.string(),
  principalId: z.string().nullable().optional(),
  /** Service principal of the API. */
  resourceId: z.string(),
  /** Names of permissions, with spaces between them. */
  scope: z.string().nullable().optional(),
})

const servicePlan = z.looseObject({
  servicePlanId: z.string(),
  servicePlanName: z.string().optional(),
  /** `Success`, `Disabled`, `PendingProvisioning` and others. */
  provisioningStatus: z.string().optional(),
  appliesTo: z.string().optional(),
})

/** A licence that the tenant has bought. */
export const subscribedSkuResource = z.looseObject({
  /** `{tenant}_{sku}` */
  id: z.string(),
  skuId: z.string(),
  skuPartNumber: z.string(),
  appliesTo: z.string().optional(),
  /** `Enabled`, `Warning`, `Suspended`, `Deleted` or `LockedOut`. */
  capabilityStatus: z.string().optional(),
  consumedUnits: z.number().optional(),
  prepaidUnits: z
    .looseObject({
      enabled: z.number(),
      suspended: z.number().optional(),
      warning: z.number().optional(),
      lockedOut: z.number().nullable().optional(),
    })
    .optional(),
  servicePlans: z.array(servicePlan).optional(),
})

/** A licence that a person holds, given directly or through a group. */
export const licenseDetailResource = z.looseObject({
  id: z.string(),
  skuId: z.string(),
  skuPartNumber: z.string(),
  servicePlans: z.array(servicePlan).optional(),
})

/** The part of OData's options that Graph takes for lists. */
export const graphList = z.object({
  $filter: z.string().optional(),
  $select: z.string().optional(),
  $top: z.string().optional(),
  $expand: z.string().optional(),
  $search: z.string().optional(),
  $count: z.string().optional(),
  $skiptoken: z.string().optional(),
})

/** What is asked for of a single object. */
export const graphSelect = z.object({ $select: z.string().optional(), $expand: z.string().optional() })
