import { z } from 'zod'
import { resourceError } from '../shared/resource-error.ts'

/** One thing in a package: a flow, a connector or a connection. */
export const packageResource = z.looseObject({
  /** Missing for connections, and for custom connectors that the target has to choose. */
  id: z.string().nullable().optional(),
  name: z.string().nullable().optional(),
  /** `Microsoft.Flow/flows`, `Microsoft.PowerApps/apis` or `Microsoft.PowerApps/apis/connections`. */
  type: z.string(),
  /** What may be chosen, for example `Existing, New, Update`. */
  creationType: z.string().optional(),
  suggestedCreationType: z.string().optional(),
  /** `New`, `Update` or `Existing`: what was chosen. */
  selectedCreationType: z.string().optional(),
  /** In the target: a connection that fits. */
  suggestedId: z.string().nullable().optional(),
  details: z.looseObject({ displayName: z.string().optional(), iconUri: z.string().optional() }).optional(),
  /** `User` or `System`. */
  configurableBy: z.string().optional(),
  /** `Root` or `Child`. */
  hierarchy: z.string().optional(),
  dependsOn: z.array(z.string()).optional(),
  error: resourceError.nullable().optional(),
})

/** The things in a package by key. */
export const packageResources = z.record(z.string(), packageResource)

/** What the package says of itself. */
export const packageDetails = z.looseObject({
  displayName: z.string().optional(),
  description: z.string().optional(),
  creator: z.string().optional(),
  sourceEnvironment: z.string().optional(),
  createdTime: z.string().optional(),
  packageTelemetryId: z.string().optional(),
})

/** Signed address of the zip. */
export const packageLink = z.looseObject({ value: z.string() })

/** Where work on a package stands. While it runs, `details` and `resources` are absent. */
export const packagingOperation = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  type: z.string().optional(),
  environmentName: z.string().optional(),
  properties: z.looseObject({
    packageLink: packageLink.optional(),
    /** `Running`, `Succeeded` or `Failed`. */
    status: z.string(),
    details: packageDetails.optional(),
    resources: packageResources.optional(),
    errors: z.array(resourceError).optional(),
  }),
})

/** What is sent to have a choice checked or carried out. */
export const importBody = z.looseObject({
  details: packageDetails,
  packageLink,
  status: z.string().optional(),
  resources: packageResources,
})

/** Where one environment's packages are. */
export const packagesPath = '/providers/Microsoft.BusinessAppPlatform/environments/{environment}'

/** The path's values. */
export const environmentPath = z.object({ environment: z.string() })

/** Why applications are turned away here. */
export const applicationsRefused =
  'The PnP cmdlets say that applications are not taken here (pnp/powershell issue 4606); in which words they are refused is a guess.'
