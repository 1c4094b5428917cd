import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personOnly } from '../shared/known-credentials.ts'
import { environmentFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { resourceError } from '../shared/resource-error.ts'
import {
  applicationsRefused,
  environmentPath,
  packageDetails,
  packageLink,
  packageResources,
  packagesPath,
} from './package-resource.ts'

/** Lists what a flow's package would hold. */
export const listPackageResources = defineOperation({
  id: 'packages.list-resources',
  title: 'Lists what the package of a flow would hold.',
  service: 'business-applications',
  method: 'POST',
  path: `${packagesPath}/listPackageResources`,
  apiVersion: '2016-11-01',
  request: {
    path: environmentPath,
    /** `/providers/Microsoft.Flow/flows/{flow}` */
    body: z.looseObject({ baseResourceIds: z.array(z.string()) }),
  },
  responses: {
    200: z.looseObject({
      baseResourceIds: z.array(z.string()).optional(),
      resources: packageResources.optional(),
      status: z.string(),
      errors: z.array(resourceError).optional(),
    }),
  },
  credentials: personOnly,
  repetition: 'safe',
  failures: [...environmentFailures, { status: 200, code: 'FlowNotFound', failure: 'flow-not-found' }],
  sources: [source('m365', 'run', 'flow export'), source('pnpPowerShell', 'source')],
  notes: [
    applicationsRefused,
    'It may answer 200 and say in `errors` that it failed; the keys of `resources` are the upper-cased ids in base64.',
  ],
})

/** Makes the package. */
export const exportPackage = defineOperation({
  id: 'packages.export',
  title: 'Makes the package of a flow and gives a signed address to it.',
  service: 'business-applications',
  method: 'POST',
  path: `${packagesPath}/exportPackage`,
  apiVersion: '2016-11-01',
  request: {
    path: environmentPath,
    body: z.looseObject({
      includedResourceIds: z.array(z.string()),
      details: packageDetails,
      /** As listed, each with a `suggestedCreationType`. */
      resources: packageResources,
    }),
  },
  responses: {
    200: z.looseObject({
      details: packageDetails.optional(),
      packageLink: packageLink.optional(),
      /** Keys are new GUIDs, those of the manifest. */
      resources: packageResources.optional(),
      status: z.string(),
      errors: z.array(resourceError).optional(),
    }),
  },
  credentials: personOnly,
  repetition: 'idempotent',
  failures: [...environmentFailures, { status: 400, code: 'MissingSuggestedCreationType', failure: 'package-refused' }],
  sources: [
    source('m365', 'run', 'flow export'),
    source('pnpPowerShell', 'source'),
    unverified('what it answers for very large flows, and the code where a choice is missing'),
  ],
  notes: [
    applicationsRefused,
    'Each resource needs a `suggestedCreationType` (cli-microsoft365 issue 1845): `Update` for flows, else `Existing`.',
  ],
})
