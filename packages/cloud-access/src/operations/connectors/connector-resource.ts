import { z } from 'zod'

/**
 * A connector as the Power Apps API gives it back. The definition is not inline: `apiDefinitions.originalSwaggerUrl` is
 * a signed address that is read without a token.
 */
export const connectorResource = z.looseObject({
  /** `shared_` and the encoded title with a suffix. */
  name: z.string(),
  id: z.string(),
  type: z.string(),
  properties: z.looseObject({
    displayName: z.string().optional(),
    description: z.string().optional(),
    iconUri: z.string().optional(),
    iconBrandColor: z.string().optional(),
    isCustomApi: z.boolean().optional(),
    connectionParameters: z.record(z.string(), z.unknown()).optional(),
    apiDefinitions: z
      .looseObject({ originalSwaggerUrl: z.string().optional(), modifiedSwaggerUrl: z.string().optional() })
      .optional(),
    createdTime: z.string().optional(),
    changedTime: z.string().optional(),
  }),
})
