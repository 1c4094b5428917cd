import { z } from 'zod'
import { defineOperation, type KnownFailure } from '../operation.ts'
import { activationFailures } from '../shared/known-failures.ts'
import { applicationUser, neededComponent, updateHeaders, webApi, writeFailures } from './dataverse-requests.ts'
import { dataverseSource, unverifiedInDataverse } from './dataverse-sources.ts'
import { tableOperations } from './table-operations.ts'

/** A cloud flow as a row: `category` 5. `clientdata` is JSON text with definition and connection references. */
export const solutionFlowRow = z.looseObject({
  workflowid: z.string(),
  name: z.string().nullable().optional(),
  description: z.string().nullable().optional(),
  category: z.number().optional(),
  type: z.number().optional(),
  /** 0 off, 1 on, 2 suspended. */
  statecode: z.number().optional(),
  statuscode: z.number().optional(),
  clientdata: z.string().nullable().optional(),
  ismanaged: z.boolean().optional(),
  workflowidunique: z.string().optional(),
  _ownerid_value: z.string().nullable().optional(),
})

/** What the Flow service says when Dataverse asks it to turn a flow on, wrapped by Dataverse. */
const refusedActivation: readonly KnownFailure[] = [
  { status: 400, code: '0x80060467', failure: 'flow-not-activated' },
  { status: 400, code: 'ChildFlowNeverPublished', failure: 'flow-not-activated' },
  { status: 400, code: 'XrmEnvironmentVariableAttributeNotFound', failure: 'flow-not-activated' },
  ...activationFailures,
]

/** Cloud flows in solutions; "My flows" are not here. */
export const solutionFlows = {
  ...tableOperations({
    area: 'solution-flows',
    table: 'workflows',
    noun: 'cloud flow in a solution',
    row: solutionFlowRow,
    create: z.looseObject({
      /** 5 for a cloud flow. */
      category: z.number(),
      name: z.string(),
      type: z.number(),
      primaryentity: z.string(),
      clientdata: z.string(),
      description: z.string().optional(),
      workflowid: z.string().optional(),
    }),
    update: z.looseObject({
      name: z.string().optional(),
      description: z.string().optional(),
      clientdata: z.string().optional(),
      statecode: z.number().optional(),
      statuscode: z.number().optional(),
      'ownerid@odata.bind': z.string().optional(),
    }),
    failures: {
      update: refusedActivation,
      delete: [{ status: 400, code: '0x8004500f', failure: 'flow-still-on' }, ...neededComponent],
    },
    notes: ['A new flow is always off; turn it on with solution-flows.turn-on.'],
  }),
  turnOn: toggle({ id: 'solution-flows.turn-on', title: 'Turns a cloud flow on.', statecode: 1 }),
  turnOff: toggle({ id: 'solution-flows.turn-off', title: 'Turns a cloud flow off.', statecode: 0 }),
}

function toggle<State extends 0 | 1>({ id, title, statecode }: { id: string; title: string; statecode: State }) {
  return defineOperation({
    id,
    title,
    service: 'dataverse',
    method: 'PATCH',
    path: `${webApi}/workflows({id})`,
    request: {
      path: z.object({ id: z.string() }),
      headers: updateHeaders,
      body: z.looseObject({ statecode: z.literal(statecode), 'ownerid@odata.bind': z.string().optional() }),
    },
    responses: { 204: z.undefined(), 200: solutionFlowRow },
    credentials: applicationUser,
    repetition: 'idempotent',
    failures: [...writeFailures, ...refusedActivation],
    sources: [
      dataverseSource('flowCode', 'documentation'),
      dataverseSource('threads', 'issue', 'text and codes of refused activations'),
      unverifiedInDataverse('that the status is that of the inner refusal'),
    ],
    notes: [
      'The caller has to own each connection that the flow uses, or have it shared.',
      'Flows that it calls have to have been on once, and every environment variable it reads needs a value.',
      'The text reads: Flow client error returned with status code "Forbidden" and details "{…}", and the inner JSON has the code to act on.',
    ],
  })
}
