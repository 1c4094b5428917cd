import {
  getManagementApplication,
  listManagementApplications,
  registerManagementApplication,
  removeManagementApplication,
} from '@sevenstep/cloud-access/operations'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { answerOperation, type EmulatedCall } from '../../operation/emulated-operation.ts'
import { administersTenant } from '../shared/environment-of.ts'
import { moment } from '../shared/moment.ts'
import { pageOf } from '../shared/page.ts'

/** Registering applications for the admin plane. */
export const managementApplicationAnswers = [
  answerOperation(listManagementApplications, (call) => {
    demandAdministrator(call)
    const applications = Object.keys(call.tenant.managementApplications)
    return { status: 200, body: pageOf(call, applications, { host: call.url.hostname, present }) }
  }),
  answerOperation(getManagementApplication, (call) => {
    demandAdministrator(call)
    const id = call.input.path.application.toLowerCase()
    if (!Object.hasOwn(call.tenant.managementApplications, id)) {
      throw new EmulatedFailure(404, 'ApplicationNotFound', `The application '${id}' is not registered.`)
    }
    return { status: 200, body: present(id) }
  }),
  answerOperation(registerManagementApplication, (call) => {
    demandAdministrator(call)
    const id = call.input.path.application.toLowerCase()
    if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) {
      throw new EmulatedFailure(400, 'InvalidApplicationId', `'${id}' is not the client id of an application.`)
    }
    call.tenant.managementApplications[id] ??= {
      registeredTime: moment(call.clock.now()),
      registeredBy: call.caller.objectId,
    }
    return { status: 200, body: present(id) }
  }),
  answerOperation(removeManagementApplication, (call) => {
    demandAdministrator(call)
    delete call.tenant.managementApplications[call.input.path.application.toLowerCase()]
    return { status: 204 }
  }),
]

function present(applicationId: string) {
  return { applicationId }
}

function demandAdministrator(call: Pick<EmulatedCall, 'caller' | 'tenant' | 'url'>): void {
  if (administersTenant(call)) return
  throw new EmulatedFailure(
    403,
    'Forbidden',
    `The caller with object id '${call.caller.objectId}' does not have permission to access the path '${call.url.pathname}'.`,
  )
}
