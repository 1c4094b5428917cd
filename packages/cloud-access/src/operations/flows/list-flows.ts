import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personOnly } from '../shared/known-credentials.ts'
import { flowFailures } from '../shared/known-failures.ts'
import { source } from '../shared/known-sources.ts'
import { nextLinkPaging, pageOf } from '../shared/page-of.ts'
import { flowResource, flowsPath, unsupportedPlane } from './flow-resource.ts'

/** Lists the flows of an environment that the signed-in person owns or shares. */
export const listFlows = defineOperation({
  id: 'flows.list',
  title: 'Lists the flows of an environment that the signed-in person owns or shares.',
  service: 'flow',
  method: 'GET',
  path: flowsPath,
  apiVersion: '2016-11-01',
  request: {
    path: z.object({ environment: z.string() }),
    query: z.object({
      /** `search('personal')` for own flows, `search('team')` for shared ones; the portal has more. */
      $filter: z.string().optional(),
      $top: z.string().optional(),
      /** `includeSolutionCloudFlows` adds flows that belong to a solution. */
      include: z.string().optional(),
    }),
  },
  responses: { 200: pageOf(flowResource) },
  credentials: personOnly,
  repetition: 'safe',
  failures: flowFailures,
  paging: nextLinkPaging,
  sources: [source('m365', 'run', 'flow list')],
  notes: [unsupportedPlane, 'Flows of a solution are left out unless `include=includeSolutionCloudFlows` is given.'],
})

/** Lists every flow of an environment. */
export const adminListFlows = defineOperation({
  id: 'flows.admin-list',
  title: 'Lists every flow of an environment, for administrators.',
  service: 'flow',
  method: 'GET',
  path: '/providers/Microsoft.ProcessSimple/scopes/admin/environments/{environment}/v2/flows',
  apiVersion: '2016-11-01',
  request: {
    path: z.object({ environment: z.string() }),
    query: z.object({
      $filter: z.string().optional(),
      $top: z.string().optional(),
      /** `softDeletedFlows` adds what lies in the recycle bin, with the state `Deleted`. */
      include: z.string().optional(),
    }),
  },
  responses: { 200: pageOf(flowResource) },
  credentials: personOnly,
  repetition: 'safe',
  failures: flowFailures,
  paging: nextLinkPaging,
  sources: [source('m365', 'source', 'flow list --asAdmin and flow recyclebinitem list')],
  notes: [unsupportedPlane, 'The list may lag behind an import by most of an hour (power-platform issue 1629).'],
})
