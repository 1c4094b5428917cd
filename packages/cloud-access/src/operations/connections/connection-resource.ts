import { z } from 'zod'

/** A connection. Secret parameters are written and never given back. */
export const connectionResource = z.looseObject({
  /** A GUID without dashes, or `shared-…` for those that the portal made. */
  name: z.string(),
  /** `/providers/Microsoft.PowerApps/apis/{connector}/connections/{connection}` */
  id: z.string(),
  type: z.string().optional(),
  properties: z.looseObject({
    /** `/providers/Microsoft.PowerApps/apis/{connector}` */
    apiId: z.string(),
    displayName: z.string().optional(),
    iconUri: z.string().optional(),
    statuses: z
      .array(
        z.looseObject({
          /** `Connected` or `Error`. */
          status: z.string(),
          target: z.string().optional(),
          error: z.looseObject({ code: z.string().optional(), message: z.string().optional() }).optional(),
        }),
      )
      .optional(),
    connectionParameters: z.looseObject({}).optional(),
    connectionParametersSet: z.looseObject({}).optional(),
    createdBy: z.looseObject({ id: z.string().optional() }).optional(),
    createdTime: z.string().optional(),
    lastModifiedTime: z.string().optional(),
    expirationTime: z.string().optional(),
    testLinks: z.array(z.looseObject({ requestUri: z.string(), method: z.string() })).optional(),
    environment: z.looseObject({ id: z.string().optional(), name: z.string().optional() }).optional(),
    accountName: z.string().optional(),
    allowSharing: z.boolean().optional(),
  }),
})

/** What is written: values for the connector's parameters, secret ones among them. */
export const connectionBody = z.looseObject({
  properties: z.looseObject({
    displayName: z.string().optional(),
    connectionParameters: z.looseObject({}).optional(),
    /** Where the connector offers several ways to sign in: which, and its values. */
    connectionParametersSet: z.looseObject({ name: z.string(), values: z.looseObject({}).optional() }).optional(),
    environment: z.looseObject({ id: z.string().optional(), name: z.string() }),
  }),
})

/** Where one connection is: its connector, and its id without dashes. */
export const connectionPath = z.object({ connector: z.string(), connection: z.string() })
