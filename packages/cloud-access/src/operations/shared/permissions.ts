import { z } from 'zod'

/** Who something is shared with. */
const principal = z.looseObject({
  /** Object id in the directory. */
  id: z.string(),
  /** `User`, `Group`, `ServicePrincipal` or `Tenant`. */
  type: z.string(),
  tenantId: z.string().nullable().optional(),
  displayName: z.string().optional(),
  email: z.string().optional(),
})

/** One share of a connector, connection or flow. */
export const permissionResource = z.looseObject({
  name: z.string(),
  id: z.string(),
  type: z.string(),
  properties: z.looseObject({ roleName: z.string(), principal }),
})

/** Adds and removes shares in one call; what is not named stays. */
export const modifyPermissionsBody = z.looseObject({
  put: z
    .array(
      z.looseObject({
        properties: z.looseObject({
          /** `CanView`, `CanViewWithShare` or `CanEdit`. */
          roleName: z.string(),
          principal,
          capabilities: z.array(z.string()).optional(),
          NotifyShareTargetOption: z.string().optional(),
        }),
      }),
    )
    .optional(),
  delete: z.array(z.looseObject({ id: z.string() })).optional(),
})

/** What sharing answers: what became of each entry; some services answer nothing. */
export const modifyPermissionsAnswer = z.looseObject({}).optional()

/** `environment eq '{name}'`: the Power Apps API takes the environment as a filter, not in the path. */
export const inEnvironment = z.object({ $filter: z.string() })
