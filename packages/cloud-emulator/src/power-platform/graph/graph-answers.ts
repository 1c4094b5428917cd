import {
  assignLicence,
  getApplication,
  getMe,
  getServicePrincipal,
  getUser,
  listApplications,
  listLicenceDetails,
  listMyLicenceDetails,
  listPermissionGrants,
  listServicePrincipals,
  listSubscribedSkus,
  listUsers,
} from '@sevenstep/cloud-access/operations'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { answerOperation } from '../../operation/emulated-operation.ts'
import type { AccountState } from '../../state/directory-state.ts'
import type { TenantState } from '../../state/emulator-state.ts'
import { assignLicences } from './assign-licences.ts'
import { demandPermission } from './graph-permissions.ts'
import { graphObject, graphPage } from './graph-query.ts'
import {
  presentApplication,
  presentLicence,
  presentSku,
  presentUser,
  principalId,
  servicePrincipals,
} from './present-directory.ts'

/** The directory through Microsoft Graph. */
export const graphAnswers = [
  answerOperation(getMe, (call) => {
    demandPermission(call, 'me')
    const account = accountNamed(call.tenant, call.caller.objectId)
    return { status: 200, body: graphObject('users', presentUser(account), call.input.query?.$select) }
  }),
  answerOperation(listUsers, (call) => {
    demandPermission(call, 'users')
    const users = Object.values(call.tenant.accounts).map(presentUser)
    return { status: 200, body: graphPage(call, 'users', users, call.input.query) }
  }),
  answerOperation(getUser, (call) => {
    demandPermission(call, 'users')
    const user = presentUser(accountNamed(call.tenant, call.input.path.user))
    return { status: 200, body: graphObject('users', user, call.input.query?.$select) }
  }),
  answerOperation(listApplications, (call) => {
    demandPermission(call, 'applications')
    const applications = Object.values(call.tenant.applications).map((one) => presentApplication(call.tenant, one))
    return { status: 200, body: graphPage(call, 'applications', applications, call.input.query) }
  }),
  answerOperation(getApplication, (call) => {
    demandPermission(call, 'applications')
    const wanted = call.input.path.application.toLowerCase()
    const found = Object.values(call.tenant.applications).find(({ objectId }) => objectId === wanted)
    if (found === undefined) throw objectMissing(wanted)
    const application = presentApplication(call.tenant, found)
    return { status: 200, body: graphObject('applications', application, call.input.query?.$select) }
  }),
  answerOperation(listServicePrincipals, (call) => {
    demandPermission(call, 'applications')
    const principals = servicePrincipals(call.state, call.tenant)
    return { status: 200, body: graphPage(call, 'servicePrincipals', principals, call.input.query) }
  }),
  answerOperation(getServicePrincipal, (call) => {
    demandPermission(call, 'applications')
    const wanted = call.input.path.principal.toLowerCase()
    const found = servicePrincipals(call.state, call.tenant).find(({ id }) => id === wanted)
    if (found === undefined) throw objectMissing(wanted)
    return { status: 200, body: graphObject('servicePrincipals', found, call.input.query?.$select) }
  }),
  answerOperation(listPermissionGrants, (call) => {
    demandPermission(call, 'grants')
    const { tenant } = call
    const grants = tenant.consents.map(({ clientId, principal, resource, scopes }) => ({
      id: Buffer.from(`${clientId} ${resource} ${principal}`).toString('base64url'),
      clientId: principalId(tenant, clientId),
      consentType: principal === 'everybody' ? 'AllPrincipals' : 'Principal',
      principalId: principal === 'everybody' ? null : principal,
      resourceId: principalId(tenant, resource),
      scope: scopes.join(' '),
    }))
    return { status: 200, body: graphPage(call, 'oauth2PermissionGrants', grants, call.input.query) }
  }),
  answerOperation(listSubscribedSkus, (call) => {
    demandPermission(call, 'licences')
    const skus = Object.keys(call.tenant.subscriptions).map((id) => presentSku(call.tenant, id))
    return { status: 200, body: graphPage(call, 'subscribedSkus', skus, call.input.query) }
  }),
  answerOperation(listLicenceDetails, (call) => {
    demandPermission(call, 'licences')
    const { licences } = accountNamed(call.tenant, call.input.path.user)
    const details = licences.map((id) => presentLicence(call.tenant, id))
    return { status: 200, body: graphPage(call, 'licenseDetails', details, call.input.query) }
  }),
  answerOperation(listMyLicenceDetails, (call) => {
    demandPermission(call, 'me')
    const { licences } = accountNamed(call.tenant, call.caller.objectId)
    const details = licences.map((id) => presentLicence(call.tenant, id))
    return { status: 200, body: graphPage(call, 'licenseDetails', details, call.input.query) }
  }),
  answerOperation(assignLicence, (call) => {
    demandPermission(call, 'assigning')
    const account = accountNamed(call.tenant, call.input.path.user)
    assignLicences(call.tenant, account, call.input.body)
    return { status: 200, body: graphObject('users', presentUser(account), undefined) }
  }),
]

function accountNamed({ accounts }: TenantState, user: string): AccountState {
  const wanted = user.toLowerCase()
  const found =
    accounts[wanted] ??
    Object.values(accounts).find(({ userPrincipalName }) => userPrincipalName.toLowerCase() === wanted)
  if (found === undefined) throw objectMissing(user)
  return found
}

function objectMissing(id: string): EmulatedFailure {
  return new EmulatedFailure(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  )
}
