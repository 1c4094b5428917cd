import type { Operation } from '@sevenstep/cloud-access/operations'
import type { Caller } from '../operation/caller.ts'
import { EmulatedFailure } from '../operation/emulated-failure.ts'
import type { TenantState } from '../state/emulator-state.ts'

/**
 * Refuses kinds of credentials that an operation does not take, in the documented words: applications on the Flow
 * plane, applications that nobody registered on the admin plane, people where only applications may call.
 *
 * Sources: the quoted body in the community threads on ClientScopeAuthorizationFailed; MicrosoftDocs/power-platform
 * issue 1260 for the admin plane.
 */
export function checkCredentials(operation: Operation, caller: Caller, tenant: TenantState, url: URL): void {
  const { application, delegated } = operation.credentials
  if (caller.kind === 'delegated') {
    if (delegated === 'refused') throw forbidden('This operation does not take tokens of people.')
    return
  }
  if (application === 'refused') {
    if (operation.service === 'flow' || operation.service === 'business-applications') {
      throw new EmulatedFailure(
        401,
        'ClientScopeAuthorizationFailed',
        'The x-ms-client-scope header must not be null or empty.',
      )
    }
    throw forbidden('This operation does not take tokens of applications.')
  }
  // Whether an application is a user of an organisation is for Dataverse to say.
  if (application === 'registered' && operation.service !== 'dataverse') {
    if (Object.hasOwn(tenant.managementApplications, caller.appId)) return
    throw forbidden(
      `The service principal with id '${caller.objectId}' for application ${caller.appId} does not have permission to access the path '${url.href}' in tenant ${caller.tenantId}.`,
    )
  }
}

function forbidden(message: string): EmulatedFailure {
  return new EmulatedFailure(403, 'Forbidden', message)
}
