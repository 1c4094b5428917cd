import {
  adminDeleteFlow,
  adminGetFlow,
  adminListFlows,
  adminStartFlow,
  adminStopFlow,
  checkFlowErrors,
  checkFlowWarnings,
  createFlow,
  deleteFlow,
  getFlow,
  listFlows,
  restoreFlow,
  startFlow,
  stopFlow,
  updateFlow,
} from '@sevenstep/cloud-access/operations'
import { type AnswerOptions, answerOperation } from '../../operation/emulated-operation.ts'
import { asJsonObject } from '../shared/json-value.ts'
import { moment } from '../shared/moment.ts'
import { pageOf } from '../shared/page.ts'
import { regionalHosts, resourceManagerHost } from '../shared/regional-host.ts'
import { type FlowCall, findFlow, flowEnvironment, flowFor, flowMissing, visibleFlows } from './find-flow.ts'
import { flowFaults, flowWarnings } from './flow-faults.ts'
import { type FlowRecord, recordOf } from './flow-record.ts'
import { listedFlows } from './list-flows.ts'
import { presentFlow } from './present-flow.ts'
import { removeSolutionFlow } from './solution-flows.ts'
import { makeFlow, rewriteFlow, switchFlow } from './write-flow.ts'

type OneFlow = FlowCall & { readonly input: { readonly path: { readonly environment: string; readonly flow: string } } }

const activation: AnswerOptions = {
  differences: [
    'Turning on checks connections, data policies and the owner’s licence; the trigger itself is not registered anywhere.',
    'An application that owns a flow is not asked for a licence.',
  ],
}

/** Flows as makers and administrators reach them through the Flow API. */
export const flowAnswers = [
  answerOperation(listFlows, (call) => {
    const environment = flowEnvironment(call, call.input.path.environment)
    const flows = listedFlows(call, visibleFlows(call, environment), call.input.query ?? {})
    const present = (flow: FlowRecord) => presentFlow(call.tenant, environment, flow)
    return { status: 200, body: pageOf(call, flows, { host: resourceManagerHost, present }) }
  }),
  answerOperation(adminListFlows, (call) => {
    const environment = flowEnvironment(call, call.input.path.environment)
    const { include = '' } = call.input.query ?? {}
    const flows = visibleFlows(call, environment).filter(
      ({ state }) => state !== 'Deleted' || include.includes('softDeletedFlows'),
    )
    const present = (flow: FlowRecord) => presentFlow(call.tenant, environment, flow)
    return { status: 200, body: pageOf(call, flows, { host: regionalHosts(environment).flow, present }) }
  }),
  answerOperation(getFlow, read),
  answerOperation(adminGetFlow, read),
  answerOperation(
    createFlow,
    (call) => {
      const environment = flowEnvironment(call, call.input.path.environment)
      const flow = makeFlow(call, environment, call.input.body.properties)
      return { status: 201, body: presentFlow(call.tenant, environment, recordOf(flow)) }
    },
    activation,
  ),
  answerOperation(
    updateFlow,
    (call) => {
      const { environment: name, flow } = call.input.path
      const environment = flowEnvironment(call, name)
      const record = rewriteFlow(call, environment, flowFor(call, environment, flow), call.input.body.properties)
      return { status: 200, body: presentFlow(call.tenant, environment, record) }
    },
    activation,
  ),
  answerOperation(startFlow, (call) => turn(call, 'Started'), activation),
  answerOperation(adminStartFlow, (call) => turn(call, 'Started'), activation),
  answerOperation(stopFlow, (call) => turn(call, 'Stopped')),
  answerOperation(adminStopFlow, (call) => turn(call, 'Stopped')),
  answerOperation(deleteFlow, remove),
  answerOperation(adminDeleteFlow, remove),
  answerOperation(restoreFlow, (call) => {
    const environment = flowEnvironment(call, call.input.path.environment)
    const record = visibleFlows(call, environment).find(({ name }) => name === call.input.path.flow)
    if (record?.origin.kind !== 'own' || record.state !== 'Deleted') throw flowMissing(call.input.path.flow)
    delete record.origin.flow.deletedTime
    return { status: 200, body: {} }
  }),
  answerOperation(checkFlowErrors, (call) => {
    const environment = flowEnvironment(call, call.input.path.environment)
    const { connectionReferences } = flowFor(call, environment, call.input.path.flow)
    const definition = asJsonObject(call.input.body.properties.definition)
    return { status: 200, body: flowFaults({ definition, connectionReferences }) }
  }),
  answerOperation(checkFlowWarnings, (call) => {
    const environment = flowEnvironment(call, call.input.path.environment)
    flowFor(call, environment, call.input.path.flow)
    return { status: 200, body: flowWarnings({ definition: asJsonObject(call.input.body.properties.definition) }) }
  }),
]

function read(call: OneFlow) {
  const environment = flowEnvironment(call, call.input.path.environment)
  const flow = flowFor(call, environment, call.input.path.flow)
  return { status: 200, body: presentFlow(call.tenant, environment, flow) }
}

function turn(call: OneFlow, state: 'Started' | 'Stopped') {
  const environment = flowEnvironment(call, call.input.path.environment)
  switchFlow(call, environment, flowFor(call, environment, call.input.path.flow), state)
  return { status: 200, body: {} }
}

function remove(call: OneFlow) {
  const environment = flowEnvironment(call, call.input.path.environment)
  const record = findFlow(call, environment, call.input.path.flow)
  if (record === undefined) return { status: 204 }
  if (record.origin.kind === 'solution') removeSolutionFlow(call, record.origin.organization, record.origin.row)
  else {
    record.origin.flow.state = 'Stopped'
    record.origin.flow.deletedTime = moment(call.clock.now())
  }
  return { status: 200, body: {} }
}
