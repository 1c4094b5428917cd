import { z } from 'zod'

/**
 * A connector as the Power Apps API gives it back. The definition is not inline: `apiDefinitions.originalSwaggerUrl` is
 * a signed address that is read without a token.
 */
export const connectorResource = z.looseObject({
  /** `shared_` and the encoded title with a suffix. */
  name: z.string(),
  id: z.string().optional(),
  type: z.string().optional(),
  properties: z.looseObject({
    displayName: z.string().optional(),
    description: z.string().optional(),
    iconUri: z.string().optional(),
    iconBrandColor: z.string().optional(),
    /** `Shared` for connectors that anybody may connect with. */
    apiEnvironment: z.string().optional(),
    isCustomApi: z.boolean().optional(),
    connectionParameters: z.record(z.string(), z.unknown()).optional(),
    connectionParameterSets: z.looseObject({}).optional(),
    runtimeUrls: z.array(z.string()).optional(),
    primaryRuntimeUrl: z.string().optional(),
    metadata: z
      .looseObject({
        source: z.string().optional(),
        brandColor: z.string().optional(),
        environmentName: z.string().optional(),
        /** Id of the connector's row in Dataverse. */
        xrmConnectorId: z.string().nullable().optional(),
        /** `Environment`, or `Solution` where the connector belongs to one. */
        almMode: z.string().optional(),
        allowSharing: z.boolean().optional(),
      })
      .optional(),
    capabilities: z.array(z.string()).optional(),
    apiDefinitions: z
      .looseObject({ originalSwaggerUrl: z.string().optional(), modifiedSwaggerUrl: z.string().optional() })
      .optional(),
    backendService: z.looseObject({ serviceUrl: z.string().optional() }).optional(),
    createdTime: z.string().optional(),
    changedTime: z.string().optional(),
    environment: z.looseObject({ name: z.string().optional(), id: z.string().optional() }).optional(),
    /** `Standard`, `Premium` or `NotSpecified`. */
    tier: z.string().optional(),
    publisher: z.string().optional(),
  }),
})

/** What is written: the properties file's content, the definition inline, and addresses of uploaded files. */
export const connectorBody = z.looseObject({
  properties: z.looseObject({
    openApiDefinition: z.looseObject({}),
    backendService: z.looseObject({ serviceUrl: z.string() }).optional(),
    environment: z.looseObject({ name: z.string() }),
    /** Only when it is made; later the title of the definition counts. */
    displayName: z.string().optional(),
    description: z.string().optional(),
    iconUri: z.string().optional(),
    iconBrandColor: z.string().optional(),
    /** Empty where there is no script. */
    scriptDefinitionUrl: z.string().optional(),
    connectionParameters: z.record(z.string(), z.unknown()).optional(),
    connectionParameterSets: z.looseObject({}).optional(),
    capabilities: z.array(z.string()).optional(),
    policyTemplateInstances: z.array(z.unknown()).nullable().optional(),
    scriptOperations: z.array(z.string()).optional(),
    publisher: z.string().optional(),
    stackOwner: z.string().optional(),
  }),
})
