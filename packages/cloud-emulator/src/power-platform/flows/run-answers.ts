import { randomBytes } from 'node:crypto'
import {
  adminListFlowRuns,
  cancelFlowRun,
  getFlowRun,
  listFlowRuns,
  listFlowTriggers,
  resubmitFlowRun,
} from '@sevenstep/cloud-access/operations'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { type AnswerOptions, answerOperation } from '../../operation/emulated-operation.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { moment } from '../shared/moment.ts'
import { pageOf } from '../shared/page.ts'
import { regionalHosts } from '../shared/regional-host.ts'
import type { FlowRunState, FlowState } from '../state.ts'
import { type FlowCall, flowEnvironment, flowFor, ownFlowFor } from './find-flow.ts'
import { flowId } from './present-flow.ts'
import { matchesRunFilter } from './run-filter.ts'

const options: AnswerOptions = {
  differences: [
    'Nothing runs a flow here: runs are those of the seed and those sent again, and what went in and out is not kept.',
    'Runs of flows in a solution are not there.',
  ],
}

type OneRun = FlowCall & {
  readonly input: { readonly path: { readonly environment: string; readonly flow: string; readonly run: string } }
}

/** Runs of flows. */
export const runAnswers = [
  answerOperation(listFlowRuns, list, options),
  answerOperation(adminListFlowRuns, list, options),
  answerOperation(
    getFlowRun,
    (call) => {
      const { environment, flow, run } = runFor(call)
      return { status: 200, body: presentRun(environment, flow, run, call.clock.now()) }
    },
    options,
  ),
  answerOperation(
    cancelFlowRun,
    (call) => {
      const { run } = runFor(call)
      if (statusOf(run, call.clock.now()) === 'Running') {
        run.status = 'Cancelled'
        run.endTime = moment(call.clock.now())
      }
      return { status: 200, body: {} }
    },
    options,
  ),
  answerOperation(
    listFlowTriggers,
    (call) => {
      const environment = flowEnvironment(call, call.input.path.environment)
      const { definition, name } = flowFor(call, environment, call.input.path.flow)
      const triggers = Object.entries(definition.triggers ?? {}).map(([trigger, value]) => ({
        name: trigger,
        id: `${flowId(environment, name)}/triggers/${trigger}`,
        type: 'Microsoft.ProcessSimple/environments/flows/triggers',
        properties: { provisioningState: 'Succeeded', state: 'Enabled', type: Reflect.get(Object(value), 'type') },
      }))
      return { status: 200, body: { value: triggers } }
    },
    options,
  ),
  answerOperation(
    resubmitFlowRun,
    (call) => {
      const { flow, run } = runFor(call)
      const { startsAt, endsAt } = call.planWork('flow-run', 5000)
      flow.runs.unshift({
        name: newRunName(call.clock.now()),
        status: 'Succeeded',
        startTime: moment(startsAt),
        ...(endsAt === null ? { status: 'Running' as const } : { endTime: moment(endsAt) }),
        triggerName: run.triggerName,
      })
      return { status: 202, body: {} }
    },
    options,
  ),
]

function list(
  call: FlowCall & {
    readonly input: {
      readonly path: { readonly environment: string; readonly flow: string }
      readonly query?: { readonly $filter?: string | undefined } | undefined
    }
  },
) {
  const environment = flowEnvironment(call, call.input.path.environment)
  const { origin } = flowFor(call, environment, call.input.path.flow)
  const now = call.clock.now()
  const runs = origin.kind === 'own' ? origin.flow.runs : []
  const shown = runs
    .map((run) => presentRun(environment, { name: call.input.path.flow }, run, now))
    .filter(({ properties }) => matchesRunFilter(call.input.query?.$filter, properties))
    .sort((one, other) => other.properties.startTime.localeCompare(one.properties.startTime))
  return { status: 200, body: pageOf(call, shown, { host: regionalHosts(environment).flow, present: (run) => run }) }
}

function runFor(call: OneRun): { environment: EnvironmentState; flow: FlowState; run: FlowRunState } {
  const { environment: name, flow: flowName, run: runName } = call.input.path
  const environment = flowEnvironment(call, name)
  const flow = ownFlowFor(call, environment, flowName)
  const run = flow.runs.find((one) => one.name === runName)
  if (run === undefined) throw runMissing(flowName, runName)
  return { environment, flow, run }
}

/** A refusal of the service behind, as text within the text. */
function runMissing(flow: string, run: string): EmulatedFailure {
  const inner = {
    error: { code: 'WorkflowRunNotFound', message: `The workflow '${flow}' run '${run}' could not be found.` },
  }
  return new EmulatedFailure(
    404,
    'AzureResourceManagerRequestFailed',
    `Request to Azure Resource Manager failed with error: '${JSON.stringify(inner)}'.`,
  )
}

function presentRun(environment: EnvironmentState, flow: Pick<FlowState, 'name'>, run: FlowRunState, now: Date) {
  const status = statusOf(run, now)
  const { name, startTime, endTime, triggerName, error } = run
  return {
    name,
    id: `${flowId(environment, flow.name)}/runs/${name}`,
    type: 'Microsoft.ProcessSimple/environments/flows/runs',
    properties: {
      startTime,
      ...(endTime === undefined || status === 'Running' ? {} : { endTime }),
      status,
      correlation: { clientTrackingId: name },
      trigger: { name: triggerName, startTime, endTime: startTime, code: 'OK', status: 'Succeeded' },
      ...(error === undefined ? {} : { error }),
    },
  }
}

function statusOf({ status, endTime }: FlowRunState, now: Date): FlowRunState['status'] {
  return endTime !== undefined && Date.parse(endTime) > now.getTime() ? 'Running' : status
}

/** Later runs sort first, as Logic Apps names them. */
function newRunName(now: Date): string {
  const left = 10n ** 19n - BigInt(now.getTime()) * 10_000n
  return `0858${String(left).padStart(19, '0')}${randomBytes(4).readUInt32BE()}CU00`.slice(0, 36)
}
