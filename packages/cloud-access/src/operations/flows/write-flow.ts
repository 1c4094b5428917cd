import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personOnly } from '../shared/known-credentials.ts'
import { activationFailures, flowFailures, oneFlowFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { flowBody, flowPath, flowResource, flowsPath, unsupportedPlane } from './flow-resource.ts'

const invalidDefinition = { status: 400, code: 'InvalidFlowDefinition', failure: 'definition-invalid' } as const

/** Makes a flow outside of solutions. */
export const createFlow = defineOperation({
  id: 'flows.create',
  title: 'Makes a flow outside of solutions, on or off.',
  service: 'flow',
  method: 'POST',
  path: flowsPath,
  apiVersion: '2016-11-01',
  request: { path: z.object({ environment: z.string() }), body: flowBody },
  responses: { 201: flowResource },
  credentials: personOnly,
  repetition: 'start',
  failures: [...flowFailures, ...activationFailures, invalidDefinition],
  sources: [source('community', 'community', 'request and 201'), unverified('the code for a broken definition')],
  notes: [unsupportedPlane, 'The name is given by the service: repeating the call makes a second flow.'],
})

/** Changes a flow. */
export const updateFlow = defineOperation({
  id: 'flows.update',
  title: 'Changes a flow’s name, definition, connections or state.',
  service: 'flow',
  method: 'PATCH',
  path: `${flowsPath}/{flow}`,
  apiVersion: '2016-11-01',
  request: { path: flowPath, body: flowBody },
  responses: { 200: flowResource },
  credentials: personOnly,
  repetition: 'idempotent',
  failures: [...oneFlowFailures, ...activationFailures, invalidDefinition],
  sources: [source('community', 'community', 'request and 200'), unverified('the code for a broken definition')],
  notes: [unsupportedPlane],
})
