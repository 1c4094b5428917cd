import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { managementApplication, personKnownToWork } from '../shared/known-credentials.ts'
import { adminFailures, environmentFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { nextLinkPaging, pageOf } from '../shared/page-of.ts'
import { connectorResource } from './connector-resource.ts'

/** Lists connectors of an environment. */
export const listConnectors = defineOperation({
  id: 'connectors.list',
  title: 'Lists connectors of an environment, all or only the custom ones.',
  service: 'power-apps',
  method: 'GET',
  path: '/providers/Microsoft.PowerApps/apis',
  apiVersion: '2016-11-01',
  request: {
    query: z.object({
      /** `environment eq '{name}'`, and for custom ones ` and IsCustomApi eq 'True'`. */
      $filter: z.string(),
      showApisWithToS: z.string().optional(),
      hideDlpExemptApis: z.string().optional(),
      showAllDlpEnforceableApis: z.string().optional(),
    }),
  },
  responses: { 200: pageOf(connectorResource) },
  credentials: personKnownToWork,
  repetition: 'safe',
  failures: environmentFailures,
  paging: nextLinkPaging,
  sources: [source('m365', 'run', 'pa connector list'), source('terraform', 'source', 'the show and hide switches')],
})

/** Lists the custom connectors of an environment for administrators. */
export const adminListConnectors = defineOperation({
  id: 'connectors.admin-list',
  title: 'Lists the custom connectors of an environment, for administrators.',
  service: 'power-apps',
  method: 'GET',
  path: '/providers/Microsoft.PowerApps/scopes/admin/environments/{environment}/apis',
  apiVersion: '2016-11-01',
  request: { path: z.object({ environment: z.string() }) },
  responses: { 200: pageOf(connectorResource) },
  credentials: managementApplication,
  repetition: 'safe',
  failures: adminFailures,
  paging: nextLinkPaging,
  sources: [source('powerAppsModules', 'source', 'path'), unverified('that only custom connectors come back')],
})
