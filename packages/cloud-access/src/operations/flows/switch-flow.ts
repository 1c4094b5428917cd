import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personOnly } from '../shared/known-credentials.ts'
import { activationFailures, oneFlowFailures } from '../shared/known-failures.ts'
import { source } from '../shared/known-sources.ts'
import { asAdministrator } from './as-administrator.ts'
import { flowPath, flowsPath, unsupportedPlane } from './flow-resource.ts'

/** Turns a flow on. */
export const startFlow = defineOperation({
  id: 'flows.start',
  title: 'Turns a flow on.',
  service: 'flow',
  method: 'POST',
  path: `${flowsPath}/{flow}/start`,
  apiVersion: '2016-11-01',
  request: { path: flowPath },
  responses: { 200: z.unknown() },
  credentials: personOnly,
  repetition: 'idempotent',
  failures: [...oneFlowFailures, ...activationFailures],
  sources: [source('m365', 'run', 'flow enable')],
  notes: [
    unsupportedPlane,
    'Turning on is where a missing or unshared connection, a data policy or a missing licence shows.',
    'The codes of these failures come from public threads; their statuses, and the code for a connection nobody signed in to, are guesses.',
    'The command line sends an empty form as body; the service takes it.',
  ],
})

/** Turns a flow of anybody on. */
export const adminStartFlow = asAdministrator(startFlow)

/** Turns a flow off. */
export const stopFlow = defineOperation({
  id: 'flows.stop',
  title: 'Turns a flow off.',
  service: 'flow',
  method: 'POST',
  path: `${flowsPath}/{flow}/stop`,
  apiVersion: '2016-11-01',
  request: { path: flowPath },
  responses: { 200: z.unknown() },
  credentials: personOnly,
  repetition: 'idempotent',
  failures: oneFlowFailures,
  sources: [source('m365', 'source', 'flow disable')],
  notes: [unsupportedPlane],
})

/** Turns a flow of anybody off. */
export const adminStopFlow = asAdministrator(stopFlow)
