import { randomUUID } from 'node:crypto'
import type { createFlow, InputOf } from '@sevenstep/cloud-access/operations'
import type { Caller } from '../../operation/caller.ts'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { EmulatedCall } from '../../operation/emulated-operation.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { asJsonObject } from '../shared/json-value.ts'
import { moment } from '../shared/moment.ts'
import type { FlowState } from '../state.ts'
import { demandActivation } from './activation.ts'
import { demandFlow } from './flow-faults.ts'
import { type FlowRecord, recordOf } from './flow-record.ts'
import { changeSolutionFlow } from './solution-flows.ts'

/** `properties` of what is written. */
export type WrittenFlow = InputOf<typeof createFlow>['body']['properties']

type Writing = Pick<EmulatedCall, 'caller' | 'tenant' | 'clock'>

/** Who makes a flow; an import makes it for whoever began it. */
interface Making extends Pick<EmulatedCall, 'tenant' | 'clock'> {
  readonly caller: Pick<Caller, 'objectId'>
}

/** Limit of "My flows" for one person. */
const mostFlows = 600

/**
 * Makes one of "My flows", on where it is asked for.
 *
 * @throws EmulatedFailure where the definition is not valid, or it cannot be turned on; nothing is made then.
 */
export function makeFlow(making: Making, environment: EnvironmentState, written: WrittenFlow): FlowState {
  const { caller, tenant, clock } = making
  if (written.displayName === undefined || written.definition === undefined) {
    throw new EmulatedFailure(
      400,
      'InvalidRequestContent',
      "A flow needs 'properties.displayName' and 'properties.definition'.",
    )
  }
  const owned = Object.values(environment.flows).filter(({ creator }) => creator === caller.objectId)
  if (owned.length >= mostFlows)
    throw new EmulatedFailure(403, 'FlowQuotaExceeded', `A person may have ${mostFlows} flows.`)
  const now = moment(clock.now())
  const flow: FlowState = {
    name: randomUUID(),
    displayName: written.displayName,
    state: 'Stopped',
    suspensionReason: 'None',
    definition: asJsonObject(written.definition),
    connectionReferences: asJsonObject(written.connectionReferences),
    creator: caller.objectId,
    createdTime: now,
    lastModifiedTime: now,
    failureAlerts: written.flowFailureAlertSubscribed ?? true,
    permissions: [],
    runs: [],
  }
  demandFlow(flow)
  if (written.state === 'Started') {
    demandActivation({ tenant, environment, flow })
    flow.state = 'Started'
  }
  environment.flows[flow.name] = flow
  return flow
}

/** Changes a flow of either kind: what is not written stays. */
export function rewriteFlow(
  call: Writing,
  environment: EnvironmentState,
  record: FlowRecord,
  written: WrittenFlow,
): FlowRecord {
  if (record.origin.kind === 'solution') return rewriteSolutionFlow(call, record, record.origin, written)
  const { flow } = record.origin
  const next: FlowState = {
    ...flow,
    displayName: written.displayName ?? flow.displayName,
    definition: written.definition === undefined ? flow.definition : asJsonObject(written.definition),
    connectionReferences:
      written.connectionReferences === undefined
        ? flow.connectionReferences
        : asJsonObject(written.connectionReferences),
    failureAlerts: written.flowFailureAlertSubscribed ?? flow.failureAlerts,
    state: written.state ?? flow.state,
    lastModifiedTime: moment(call.clock.now()),
  }
  demandFlow(next)
  if (next.state === 'Started') demandActivation({ tenant: call.tenant, environment, flow: next })
  Object.assign(flow, next)
  return recordOf(flow)
}

/** Turns a flow of either kind on or off. */
export function switchFlow(
  call: Writing,
  environment: EnvironmentState,
  record: FlowRecord,
  state: 'Started' | 'Stopped',
): FlowRecord {
  if (record.origin.kind === 'solution') {
    const { organization, row } = record.origin
    return changeSolutionFlow(call, organization, row, { statecode: state === 'Started' ? 1 : 0 })
  }
  const { flow } = record.origin
  if (state === 'Started') demandActivation({ tenant: call.tenant, environment, flow })
  flow.state = state
  flow.suspensionReason = 'None'
  flow.lastModifiedTime = moment(call.clock.now())
  return recordOf(flow)
}

function rewriteSolutionFlow(
  call: Writing,
  record: FlowRecord,
  { organization, row }: Extract<FlowRecord['origin'], { kind: 'solution' }>,
  written: WrittenFlow,
): FlowRecord {
  const definition = written.definition === undefined ? record.definition : asJsonObject(written.definition)
  const connectionReferences =
    written.connectionReferences === undefined
      ? record.connectionReferences
      : asJsonObject(written.connectionReferences)
  demandFlow({ definition, connectionReferences })
  return changeSolutionFlow(call, organization, row, {
    ...(written.displayName === undefined ? {} : { name: written.displayName }),
    clientdata: JSON.stringify({ properties: { connectionReferences, definition }, schemaVersion: '1.0.0.0' }),
    ...(written.state === undefined ? {} : { statecode: written.state === 'Started' ? 1 : 0 }),
  })
}
