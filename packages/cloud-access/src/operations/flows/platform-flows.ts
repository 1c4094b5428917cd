import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personOnly } from '../shared/known-credentials.ts'
import { activationFailures, oneFlowFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { nextLinkPaging, pageOf } from '../shared/page-of.ts'
import { flowBody, flowResource } from './flow-resource.ts'

const captured = 'Seen in captures of the portal only; Microsoft has not described it.'

/** Lists flows through the environment's own host, as the new portal does. */
export const platformListFlows = defineOperation({
  id: 'flows.platform-list',
  title: 'Lists flows through the environment’s own host, as the new portal does.',
  service: 'power-platform-environment',
  method: 'GET',
  path: '/powerautomate/flows',
  apiVersion: '1',
  request: {
    query: z.object({
      /** `search('personal') and excludedModernFlowTypes in (2)` */
      $filter: z.string().optional(),
      $top: z.string().optional(),
      $expand: z.string().optional(),
    }),
  },
  responses: { 200: pageOf(flowResource) },
  credentials: { ...personOnly, application: 'unknown' },
  repetition: 'safe',
  failures: oneFlowFailures,
  paging: nextLinkPaging,
  sources: [source('community', 'community')],
  notes: [captured],
})

/** Reads a flow through the environment's own host. */
export const platformGetFlow = defineOperation({
  id: 'flows.platform-get',
  title: 'Reads a flow through the environment’s own host.',
  service: 'power-platform-environment',
  method: 'GET',
  path: '/powerautomate/flows/{flow}',
  apiVersion: '1',
  request: { path: z.object({ flow: z.string() }), query: z.object({ $expand: z.string().optional() }) },
  responses: { 200: flowResource },
  credentials: { ...personOnly, application: 'unknown' },
  repetition: 'safe',
  failures: oneFlowFailures,
  sources: [source('community', 'community')],
  notes: [captured],
})

/** Changes a flow through the environment's own host. */
export const platformUpdateFlow = defineOperation({
  id: 'flows.platform-update',
  title: 'Changes a flow through the environment’s own host.',
  service: 'power-platform-environment',
  method: 'PATCH',
  path: '/powerautomate/flows/{flow}',
  apiVersion: '1',
  request: { path: z.object({ flow: z.string() }), body: flowBody },
  responses: { 200: flowResource },
  credentials: { ...personOnly, application: 'unknown' },
  repetition: 'idempotent',
  failures: [...oneFlowFailures, ...activationFailures],
  sources: [source('community', 'community')],
  notes: [captured],
})

/** Lists the cloud flows of an environment, solutions included, as `pac power-automate` does. */
export const listCloudFlows = defineOperation({
  id: 'flows.list-cloud-flows',
  title: 'Lists the cloud flows of an environment through the Power Platform API.',
  service: 'power-platform',
  method: 'GET',
  path: '/powerautomate/environments/{environment}/cloudFlows',
  apiVersion: '2022-03-01-preview',
  request: {
    path: z.object({ environment: z.string() }),
    query: z.object({ workflowId: z.string().optional(), ownerId: z.string().optional() }),
  },
  responses: {
    200: pageOf(z.looseObject({ workflowId: z.string().optional(), name: z.string().optional() })),
  },
  credentials: { application: 'unknown', delegated: 'accepted' },
  repetition: 'safe',
  failures: oneFlowFailures,
  paging: nextLinkPaging,
  sources: [
    source('powerPlatformDocs', 'documentation', 'that it is there, behind pac power-automate'),
    unverified('the shape of an item and of the page'),
  ],
  notes: ['Lists only; flows are changed in Dataverse.'],
})
