import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personOnly } from '../shared/known-credentials.ts'
import { oneFlowFailures } from '../shared/known-failures.ts'
import { source } from '../shared/known-sources.ts'
import { nextLinkPaging, pageOf } from '../shared/page-of.ts'
import { asAdministrator } from './as-administrator.ts'
import { flowPath, flowsPath, unsupportedPlane } from './flow-resource.ts'

/** Signed address of what went in or came out; read without a token. */
const contentLink = z.looseObject({ uri: z.string(), contentVersion: z.string(), contentSize: z.number() })

const runResource = z.looseObject({
  name: z.string(),
  id: z.string(),
  type: z.string().optional(),
  properties: z.looseObject({
    /** `Running`, `Succeeded`, `Failed`, `Cancelled` and others. */
    status: z.string(),
    startTime: z.string(),
    /** Missing while it runs. */
    endTime: z.string().optional(),
    trigger: z
      .looseObject({
        name: z.string(),
        inputsLink: contentLink.optional(),
        outputsLink: contentLink.optional(),
      })
      .optional(),
    error: z.looseObject({ code: z.string(), message: z.string() }).optional(),
  }),
})

const runPath = flowPath.extend({ run: z.string() })
const runMissing = { status: 404, code: 'AzureResourceManagerRequestFailed', failure: 'flow-run-not-found' } as const
const runFailures = [...oneFlowFailures, runMissing]
const nested =
  'A run that is not there comes as `AzureResourceManagerRequestFailed` with `WorkflowRunNotFound` as text within.'

/** Lists the runs of a flow, newest first. */
export const listFlowRuns = defineOperation({
  id: 'flows.list-runs',
  title: 'Lists the runs of a flow, newest first.',
  service: 'flow',
  method: 'GET',
  path: `${flowsPath}/{flow}/runs`,
  apiVersion: '2016-11-01',
  request: {
    path: flowPath,
    /** `status eq 'Failed' and startTime ge 2026-01-01T00:00:00Z` */
    query: z.object({ $filter: z.string().optional(), $top: z.string().optional() }),
  },
  responses: { 200: pageOf(runResource) },
  credentials: personOnly,
  repetition: 'safe',
  failures: oneFlowFailures,
  paging: nextLinkPaging,
  sources: [source('m365', 'source', 'flow run list')],
  notes: [unsupportedPlane],
})

/** Lists the runs of a flow of anybody. */
export const adminListFlowRuns = asAdministrator(listFlowRuns)

/** Reads one run. */
export const getFlowRun = defineOperation({
  id: 'flows.get-run',
  title: 'Reads one run of a flow.',
  service: 'flow',
  method: 'GET',
  path: `${flowsPath}/{flow}/runs/{run}`,
  apiVersion: '2016-11-01',
  /** `properties/actions` adds what each action did. */
  request: { path: runPath, query: z.object({ $expand: z.string().optional() }) },
  responses: { 200: runResource },
  credentials: personOnly,
  repetition: 'safe',
  failures: runFailures,
  sources: [source('m365', 'source', 'flow run get')],
  notes: [unsupportedPlane, nested],
})

/** Stops a run that is under way. */
export const cancelFlowRun = defineOperation({
  id: 'flows.cancel-run',
  title: 'Stops a run that is under way.',
  service: 'flow',
  method: 'POST',
  path: `${flowsPath}/{flow}/runs/{run}/cancel`,
  apiVersion: '2016-11-01',
  request: { path: runPath },
  responses: { 200: z.unknown() },
  credentials: personOnly,
  repetition: 'idempotent',
  failures: runFailures,
  sources: [source('m365', 'source', 'flow run cancel')],
  notes: [unsupportedPlane, nested],
})

/** Lists what starts a flow. */
export const listFlowTriggers = defineOperation({
  id: 'flows.list-triggers',
  title: 'Lists what starts a flow.',
  service: 'flow',
  method: 'GET',
  path: `${flowsPath}/{flow}/triggers`,
  apiVersion: '2016-11-01',
  request: { path: flowPath },
  responses: { 200: pageOf(z.looseObject({ name: z.string() })) },
  credentials: personOnly,
  repetition: 'safe',
  failures: oneFlowFailures,
  paging: nextLinkPaging,
  sources: [source('m365', 'source', 'flow run resubmit')],
  notes: [unsupportedPlane],
})

/** Runs a flow again with what started an earlier run. */
export const resubmitFlowRun = defineOperation({
  id: 'flows.resubmit-run',
  title: 'Runs a flow again with what started an earlier run.',
  service: 'flow',
  method: 'POST',
  path: `${flowsPath}/{flow}/triggers/{trigger}/histories/{run}/resubmit`,
  apiVersion: '2016-11-01',
  request: { path: runPath.extend({ trigger: z.string() }) },
  responses: { 200: z.unknown(), 202: z.unknown() },
  credentials: personOnly,
  repetition: 'start',
  failures: runFailures,
  sources: [source('m365', 'source', 'flow run resubmit')],
  notes: [unsupportedPlane],
})
