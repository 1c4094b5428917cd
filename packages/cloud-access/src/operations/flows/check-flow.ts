import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personOnly } from '../shared/known-credentials.ts'
import { oneFlowFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { flowPath, flowsPath, unsupportedPlane } from './flow-resource.ts'

const body = z.looseObject({ properties: z.looseObject({ definition: z.looseObject({}) }) })

/** What is wrong in a definition; an empty list says that nothing was found. */
const remarks = z.array(
  z.looseObject({
    errorDescription: z.string().optional(),
    ruleId: z.string().optional(),
    operationName: z.string().optional(),
  }),
)

/** Has the service look for errors in a definition without keeping it. */
export const checkFlowErrors = defineOperation({
  id: 'flows.check-errors',
  title: 'Has the service look for errors in a flow’s definition without keeping it.',
  service: 'flow',
  method: 'POST',
  path: `${flowsPath}/{flow}/checkFlowErrors`,
  apiVersion: '2016-11-01',
  request: { path: flowPath, body },
  responses: { 200: remarks },
  credentials: personOnly,
  repetition: 'safe',
  failures: oneFlowFailures,
  sources: [source('community', 'community', 'request'), unverified('the shape of the answer')],
  notes: [unsupportedPlane, 'It needs a flow that is there, so it cannot judge a first installation.'],
})

/** Has the service look for warnings in a definition without keeping it. */
export const checkFlowWarnings = defineOperation({
  id: 'flows.check-warnings',
  title: 'Has the service look for warnings in a flow’s definition without keeping it.',
  service: 'flow',
  method: 'POST',
  path: `${flowsPath}/{flow}/checkFlowWarnings`,
  apiVersion: '2016-11-01',
  request: { path: flowPath, body },
  responses: { 200: remarks },
  credentials: personOnly,
  repetition: 'safe',
  failures: oneFlowFailures,
  sources: [source('community', 'community', 'request'), unverified('the shape of the answer')],
  notes: [unsupportedPlane],
})
