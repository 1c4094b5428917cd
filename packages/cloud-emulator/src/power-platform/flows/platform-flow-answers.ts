import {
  listCloudFlows,
  platformGetFlow,
  platformListFlows,
  platformUpdateFlow,
} from '@sevenstep/cloud-access/operations'
import { answerOperation } from '../../operation/emulated-operation.ts'
import { settlePackages } from '../packages/settle-packages.ts'
import { environmentNamed, environmentOfHost } from '../shared/environment-of.ts'
import { pageOf } from '../shared/page.ts'
import { type FlowCall, flowFor, visibleFlows } from './find-flow.ts'
import type { FlowRecord } from './flow-record.ts'
import { listedFlows } from './list-flows.ts'
import { presentFlow } from './present-flow.ts'
import { rewriteFlow } from './write-flow.ts'

/** Flows through the Power Platform API: an environment's own host, and the list across environments. */
export const platformFlowAnswers = [
  answerOperation(platformListFlows, (call) => {
    const environment = environmentOnHost(call)
    const query = { ...call.input.query, include: 'includeSolutionCloudFlows' }
    const flows = listedFlows(call, visibleFlows(call, environment), query)
    const present = (flow: FlowRecord) => presentFlow(call.tenant, environment, flow)
    return { status: 200, body: pageOf(call, flows, { host: call.url.hostname, present }) }
  }),
  answerOperation(platformGetFlow, (call) => {
    const environment = environmentOnHost(call)
    return {
      status: 200,
      body: presentFlow(call.tenant, environment, flowFor(call, environment, call.input.path.flow)),
    }
  }),
  answerOperation(platformUpdateFlow, (call) => {
    const environment = environmentOnHost(call)
    const flow = flowFor(call, environment, call.input.path.flow)
    const record = rewriteFlow(call, environment, flow, call.input.body.properties)
    return { status: 200, body: presentFlow(call.tenant, environment, record) }
  }),
  answerOperation(
    listCloudFlows,
    (call) => {
      const environment = environmentNamed(call, call.input.path.environment)
      settlePackages(call, environment)
      const { workflowId, ownerId } = call.input.query ?? {}
      const flows = visibleFlows(call, environment).filter(({ state, name, creator }) => {
        return state !== 'Deleted' && [undefined, name].includes(workflowId) && [undefined, creator].includes(ownerId)
      })
      return { status: 200, body: pageOf(call, flows, { host: call.url.hostname, present: presentCloudFlow }) }
    },
    { differences: ['The shape of an item is a guess.'] },
  ),
]

function presentCloudFlow({ name, displayName, creator, state, createdTime, lastModifiedTime }: FlowRecord) {
  return {
    workflowId: name,
    name: displayName,
    ownerId: creator,
    statusCode: state,
    createdOn: createdTime,
    modifiedOn: lastModifiedTime,
  }
}

function environmentOnHost(call: FlowCall) {
  const environment = environmentOfHost(call)
  settlePackages(call, environment)
  return environment
}
