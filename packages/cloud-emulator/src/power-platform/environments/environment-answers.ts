import {
  addApplicationUser,
  addUserToEnvironment,
  adminGetEnvironment,
  adminListEnvironments,
  getEnvironment,
  listEnvironments,
  makerGetEnvironment,
  makerListEnvironments,
} from '@sevenstep/cloud-access/operations'
import { addApplicationUser as addToDatabase } from '../../dataverse/users/organization-user.ts'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { answerOperation, type EmulatedCall } from '../../operation/emulated-operation.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import { administersTenant, environmentNamed, maySee } from '../shared/environment-of.ts'
import { pageOf } from '../shared/page.ts'
import { settleLifecycles } from './make-environment.ts'
import { presentEnvironment, presentFlowEnvironment, selected } from './present-environment.ts'

/** Environments as makers and administrators reach them. */
export const environmentAnswers = [
  answerOperation(listEnvironments, (call) => {
    const present = (environment: EnvironmentState) => presentFlowEnvironment(call, environment)
    return { status: 200, body: pageOf(call, visible(call), { host: call.url.hostname, present }) }
  }),
  answerOperation(getEnvironment, (call) => {
    const environment = environmentNamed(call, call.input.path.environment)
    return { status: 200, body: presentFlowEnvironment(call, environment) }
  }),
  answerOperation(makerListEnvironments, (call) => {
    const present = (environment: EnvironmentState) => presentEnvironment(call, environment)
    return { status: 200, body: pageOf(call, visible(call), { host: call.url.hostname, present }) }
  }),
  answerOperation(makerGetEnvironment, (call) => {
    const environment = environmentNamed(call, call.input.path.environment)
    return { status: 200, body: selected(presentEnvironment(call, environment), call.input.query?.$select) }
  }),
  answerOperation(
    adminListEnvironments,
    (call) => {
      if (!administersTenant(call)) throw notAdministrator(call)
      settleLifecycles(call.tenant, call.clock.now())
      const present = (environment: EnvironmentState) => presentEnvironment(call, environment)
      const environments = Object.values(call.tenant.environments)
      return { status: 200, body: pageOf(call, environments, { host: call.url.hostname, present }) }
    },
    { differences: ['`$expand` adds nothing: capacity and billing are not there.'] },
  ),
  answerOperation(adminGetEnvironment, (call) => {
    settleLifecycles(call.tenant, call.clock.now())
    const environment = environmentNamed(call, call.input.path.environment, 'administer')
    return { status: 200, body: presentEnvironment(call, environment) }
  }),
  answerOperation(addUserToEnvironment, (call) => {
    const environment = environmentNamed(call, call.input.path.environment, 'administer')
    const { objectId } = call.input.body
    if (!Object.hasOwn(call.tenant.accounts, objectId)) {
      throw new EmulatedFailure(
        404,
        'UserNotFound',
        `The user with object id '${objectId}' was not found in the tenant.`,
      )
    }
    if (!environment.makers.includes(objectId)) environment.makers.push(objectId)
    return { status: 200, body: {} }
  }),
  answerOperation(addApplicationUser, (call) => {
    const environment = environmentNamed(call, call.input.path.environment, 'administer')
    const { servicePrincipalAppId } = call.input.body
    if (environment.dataverse === undefined) {
      throw new EmulatedFailure(
        400,
        'EnvironmentHasNoDatabase',
        `The environment '${environment.name}' has no database.`,
      )
    }
    const user = addToDatabase(call.tenant, environment, servicePrincipalAppId, call.clock.now())
    if (user === undefined) {
      throw new EmulatedFailure(
        400,
        'ServicePrincipalNotFound',
        `The service principal with application id '${servicePrincipalAppId}' was not found in the tenant.`,
      )
    }
    return { status: 200, body: { servicePrincipalAppId } }
  }),
]

function visible(call: Pick<EmulatedCall, 'caller' | 'tenant' | 'clock'>) {
  settleLifecycles(call.tenant, call.clock.now())
  return Object.values(call.tenant.environments).filter((environment) => maySee(call, environment))
}

function notAdministrator({ caller, url }: Pick<EmulatedCall, 'caller' | 'url'>): EmulatedFailure {
  return new EmulatedFailure(
    403,
    'Forbidden',
    `The caller with object id '${caller.objectId}' does not have permission to access the path '${url.pathname}'.`,
  )
}
