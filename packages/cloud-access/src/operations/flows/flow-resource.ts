import { z } from 'zod'

/** Which connection a flow uses under a key: an id that is there, or the one that whoever runs it brings. */
const connectionReference = z.looseObject({
  /** Bare id of the connection. */
  connectionName: z.string().optional(),
  /** `Embedded`: the owner's connection; `Invoker`: the one of whoever runs the flow. */
  source: z.string().optional(),
  /** `/providers/Microsoft.PowerApps/apis/{connector}` */
  id: z.string().optional(),
})

/** A flow as the Flow plane gives it. Times are UTC with seven digits behind the second. */
export const flowResource = z.looseObject({
  name: z.string(),
  id: z.string(),
  type: z.string(),
  properties: z.looseObject({
    apiId: z.string().optional(),
    displayName: z.string(),
    userType: z.string().optional(),
    /** `Started`, `Stopped`, `Suspended`, and `Deleted` in the recycle bin. */
    state: z.string(),
    definition: z.looseObject({}).optional(),
    connectionReferences: z.record(z.string(), connectionReference).optional(),
    installedConnectionReferences: z.record(z.string(), z.unknown()).optional(),
    createdTime: z.string().optional(),
    lastModifiedTime: z.string().optional(),
    flowSuspensionReason: z.string().optional(),
    environment: z.looseObject({ name: z.string() }).optional(),
    definitionSummary: z
      .looseObject({ triggers: z.array(z.unknown()).optional(), actions: z.array(z.unknown()).optional() })
      .optional(),
    creator: z.looseObject({ objectId: z.string().optional() }).optional(),
    provisioningMethod: z.string().optional(),
    flowFailureAlertSubscribed: z.boolean().optional(),
    isManaged: z.boolean().optional(),
    /** The row in Dataverse, where the flow belongs to a solution. */
    workflowEntityId: z.string().optional(),
  }),
})

/** What is written: name, definition, connections, and whether it is to run. */
export const flowBody = z.looseObject({
  properties: z.looseObject({
    displayName: z.string().optional(),
    state: z.enum(['Started', 'Stopped']).optional(),
    definition: z.looseObject({}).optional(),
    connectionReferences: z.record(z.string(), connectionReference).optional(),
    environment: z.looseObject({ name: z.string() }).optional(),
    flowFailureAlertSubscribed: z.boolean().optional(),
  }),
})

/** Where one flow is. */
export const flowPath = z.object({ environment: z.string(), flow: z.string() })

/** The collection of an environment's flows on the Flow plane. */
export const flowsPath = '/providers/Microsoft.ProcessSimple/environments/{environment}/flows'

/** The Flow plane is the portal's own. */
export const unsupportedPlane =
  'Microsoft calls this API unsupported and may change it; for flows in a solution Dataverse is the supported way.'
