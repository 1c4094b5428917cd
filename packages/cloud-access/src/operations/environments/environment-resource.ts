import { z } from 'zod'

/** What BAP tells of the Dataverse database of an environment; missing while there is none. */
const linkedEnvironmentMetadata = z.looseObject({
  resourceId: z.string().optional(),
  friendlyName: z.string().optional(),
  uniqueName: z.string().optional(),
  domainName: z.string().optional(),
  version: z.string().optional(),
  /** Ends with a slash. */
  instanceUrl: z.string().optional(),
  /** The Web API's host, `https://{organisation}.api.crm4.dynamics.com`. */
  instanceApiUrl: z.string().optional(),
  instanceState: z.string().optional(),
})

/** An environment as BAP gives it. */
export const environmentResource = z.looseObject({
  id: z.string(),
  /** `Default-{tenant}` for the default one, else a GUID. */
  name: z.string(),
  type: z.string().optional(),
  location: z.string().optional(),
  properties: z.looseObject({
    displayName: z.string().optional(),
    azureRegion: z.string().optional(),
    /** `Production`, `Sandbox`, `Trial`, `Developer`, `Default` and others. */
    environmentSku: z.string().optional(),
    databaseType: z.string().optional(),
    isDefault: z.boolean().optional(),
    linkedEnvironmentMetadata: linkedEnvironmentMetadata.optional(),
    states: z.looseObject({}).optional(),
    /** Regional hosts by provider, for example `microsoft.Flow`. */
    runtimeEndpoints: z.record(z.string(), z.string()).optional(),
    governanceConfiguration: z.looseObject({ protectionLevel: z.string().optional() }).optional(),
  }),
})

/** An environment as the Flow plane gives it. */
export const flowEnvironmentResource = z.looseObject({
  name: z.string(),
  id: z.string(),
  type: z.string().optional(),
  location: z.string().optional(),
  properties: z.looseObject({
    displayName: z.string().optional(),
    createdTime: z.string().optional(),
    provisioningState: z.string().optional(),
    environmentSku: z.string().optional(),
    isDefault: z.boolean().optional(),
  }),
})

/** Work on an environment that goes on after the answer. */
export const lifecycleOperation = z.looseObject({
  id: z.string(),
  links: z
    .looseObject({
      self: z.looseObject({ path: z.string() }).optional(),
      environment: z.looseObject({ path: z.string() }).optional(),
    })
    .optional(),
  type: z.looseObject({ id: z.string() }).optional(),
  /** `NotStarted`, `Running`, `Succeeded` or `Failed`. */
  state: z.looseObject({ id: z.string() }),
  createdDateTime: z.string().optional(),
  lastActionDateTime: z.string().optional(),
  stages: z.array(z.looseObject({ id: z.string(), state: z.looseObject({ id: z.string() }) })).optional(),
  error: z.looseObject({ code: z.string().optional(), message: z.string().optional() }).optional(),
})
