import {
  adminListFlowPermissions,
  adminModifyFlowPermissions,
  exportFlowToArmTemplate,
  listFlowPermissions,
  modifyFlowPermissions,
} from '@sevenstep/cloud-access/operations'
import { type AnswerOptions, answerOperation } from '../../operation/emulated-operation.ts'
import { administers } from '../shared/environment-of.ts'
import {
  changePermissions,
  type PermissionChanges,
  presentPermissions,
  roleOf,
  sharingRefused,
} from '../shared/permissions.ts'
import type { FlowState } from '../state.ts'
import { armTemplate } from './arm-template.ts'
import { type FlowCall, flowEnvironment, flowFor, ownFlowFor } from './find-flow.ts'
import { flowId } from './present-flow.ts'

const options: AnswerOptions = {
  differences: ['Flows of a solution are shared through Dataverse here, not on this plane.'],
}

type OneFlow = FlowCall & { readonly input: { readonly path: { readonly environment: string; readonly flow: string } } }
type Sharing = OneFlow & { readonly input: { readonly body?: PermissionChanges | undefined } }

/** Owners of flows, and flows as templates. */
export const ownerAnswers = [
  answerOperation(listFlowPermissions, list, options),
  answerOperation(adminListFlowPermissions, list, options),
  answerOperation(modifyFlowPermissions, share, options),
  answerOperation(adminModifyFlowPermissions, share, options),
  answerOperation(exportFlowToArmTemplate, (call) => {
    const environment = flowEnvironment(call, call.input.path.environment)
    return { status: 200, body: armTemplate(environment, flowFor(call, environment, call.input.path.flow)) }
  }),
]

function list(call: OneFlow) {
  const environment = flowEnvironment(call, call.input.path.environment)
  const { origin, creator, name } = flowFor(call, environment, call.input.path.flow)
  const shared = { createdBy: creator, permissions: origin.kind === 'own' ? origin.flow.permissions : [] }
  const type = '/providers/Microsoft.ProcessSimple/environments/flows/permissions'
  return { status: 200, body: { value: presentPermissions(shared, call.tenant, flowId(environment, name), type) } }
}

function share(call: Sharing) {
  const environment = flowEnvironment(call, call.input.path.environment)
  const flow = ownFlowFor(call, environment, call.input.path.flow)
  const role = roleOf(ownership(flow), call.caller.objectId, call.tenant.tenantId)
  if (role !== 'Owner' && role !== 'CanEdit' && !administers(call, environment)) throw sharingRefused('flow')
  const shared = ownership(flow)
  const body = changePermissions(shared, call.input.body, call.tenant)
  flow.permissions = shared.permissions
  return { status: 200, body }
}

function ownership({ creator, permissions }: FlowState) {
  return { createdBy: creator, permissions }
}
