import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { EmulatedCall } from '../../operation/emulated-operation.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { settlePackages } from '../packages/settle-packages.ts'
import { administers, environmentNamed } from '../shared/environment-of.ts'
import { roleOf } from '../shared/permissions.ts'
import type { FlowState } from '../state.ts'
import { type FlowRecord, ownFlows, recordOf } from './flow-record.ts'
import { solutionFlow, solutionFlows } from './solution-flows.ts'

/** Who asks, and when. */
export type FlowCall = Pick<EmulatedCall, 'caller' | 'tenant' | 'clock' | 'planWork' | 'reachable' | 'url'>

/** Whether the path is the one for administrators. */
function isAdminPath({ url }: Pick<EmulatedCall, 'url'>): boolean {
  return /\/scopes\/admin\//i.test(url.pathname)
}

/** The environment that a path of the Flow plane names, with imports that have ended carried out. */
export function flowEnvironment(call: FlowCall, name: string): EnvironmentState {
  const environment = environmentNamed(call, name, isAdminPath(call) ? 'administer' : 'use')
  settlePackages(call, environment)
  return environment
}

/** Every flow that the caller may see: own, shared with them, or all for administrators on their path. */
export function visibleFlows(call: FlowCall, environment: EnvironmentState): readonly FlowRecord[] {
  const all = [...ownFlows(environment, call.clock.now()), ...solutionFlows(call, environment)]
  return isAdminPath(call) ? all : all.filter((flow) => mayEdit(call, environment, flow))
}

/** A flow the caller may see; nothing where there is none or it was removed. */
export function findFlow(call: FlowCall, environment: EnvironmentState, name: string): FlowRecord | undefined {
  const own = environment.flows[name.toLowerCase()]
  const flow = own === undefined ? solutionFlow(call, environment, name) : recordOf(own)
  if (flow === undefined || flow.state === 'Deleted') return undefined
  return isAdminPath(call) || mayEdit(call, environment, flow) ? flow : undefined
}

/** @throws EmulatedFailure (404) where there is no such flow for the caller. */
export function flowFor(call: FlowCall, environment: EnvironmentState, name: string): FlowRecord {
  const flow = findFlow(call, environment, name)
  if (flow === undefined) throw flowMissing(name)
  return flow
}

/** One of "My flows" that can be shared, run and changed here alone. */
export function ownFlowFor(call: FlowCall, environment: EnvironmentState, name: string): FlowState {
  const { origin } = flowFor(call, environment, name)
  if (origin.kind === 'own') return origin.flow
  throw new EmulatedFailure(
    400,
    'SolutionFlowNotSupported',
    'Flows of a solution are shared and run through Dataverse here.',
  )
}

/** The refusal for a flow that is not there. */
export function flowMissing(name: string): EmulatedFailure {
  return new EmulatedFailure(404, 'FlowNotFound', `Could not find flow '${name}'.`)
}

function mayEdit(call: FlowCall, environment: EnvironmentState, { origin, creator }: FlowRecord): boolean {
  if (origin.kind === 'solution') return creator === call.caller.objectId || administers(call, environment)
  const { flow } = origin
  return (
    roleOf({ createdBy: flow.creator, permissions: flow.permissions }, call.caller.objectId, call.tenant.tenantId) !==
    undefined
  )
}
