import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personOnly } from '../shared/known-credentials.ts'
import { flowFailures, oneFlowFailures } from '../shared/known-failures.ts'
import { source } from '../shared/known-sources.ts'
import { asAdministrator } from './as-administrator.ts'
import { flowPath, flowResource, flowsPath, unsupportedPlane } from './flow-resource.ts'

/** Reads one flow with its definition and connections. */
export const getFlow = defineOperation({
  id: 'flows.get',
  title: 'Reads one flow with its definition and connections.',
  service: 'flow',
  method: 'GET',
  path: `${flowsPath}/{flow}`,
  apiVersion: '2016-11-01',
  request: { path: flowPath, query: z.object({ $expand: z.string().optional() }) },
  responses: { 200: flowResource },
  credentials: personOnly,
  repetition: 'safe',
  failures: oneFlowFailures,
  sources: [source('m365', 'source', 'flow get')],
  notes: [unsupportedPlane],
})

/** Reads one flow of anybody. */
export const adminGetFlow = asAdministrator(getFlow)

/** Moves a flow to the recycle bin. */
export const deleteFlow = defineOperation({
  id: 'flows.delete',
  title: 'Removes a flow; administrators can restore it for some days.',
  service: 'flow',
  method: 'DELETE',
  path: `${flowsPath}/{flow}`,
  apiVersion: '2016-11-01',
  request: { path: flowPath },
  responses: { 200: z.unknown(), 204: z.undefined() },
  credentials: personOnly,
  repetition: 'idempotent',
  failures: flowFailures,
  sources: [source('m365', 'run', 'flow remove; 204 by issue 1063')],
  notes: [unsupportedPlane, '200 says that it was removed, 204 that there was no such flow.'],
})

/** Removes a flow of anybody. */
export const adminDeleteFlow = asAdministrator(deleteFlow)

/** Takes a flow back out of the recycle bin. */
export const restoreFlow = defineOperation({
  id: 'flows.restore',
  title: 'Takes a flow back out of the recycle bin, for administrators.',
  service: 'flow',
  method: 'POST',
  path: '/providers/Microsoft.ProcessSimple/scopes/admin/environments/{environment}/flows/{flow}/restore',
  apiVersion: '2016-11-01',
  request: { path: flowPath },
  responses: { 200: z.unknown(), 204: z.undefined() },
  credentials: personOnly,
  repetition: 'idempotent',
  failures: oneFlowFailures,
  sources: [source('m365', 'source', 'flow recyclebinitem restore')],
  notes: [unsupportedPlane, 'A restored flow is off.'],
})
