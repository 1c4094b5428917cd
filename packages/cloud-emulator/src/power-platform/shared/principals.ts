import type { TenantState } from '../../state/emulator-state.ts'
import type { PermissionState } from '../state.ts'

/** A person or application as payloads name it. */
export interface NamedPrincipal {
  readonly id: string
  readonly displayName: string
  readonly email: string
  readonly type: PermissionState['principalType']
  readonly tenantId: string
  readonly userPrincipalName: string
}

/** Names somebody of the directory; somebody unknown keeps the id alone. */
export function namePrincipal(
  tenant: TenantState,
  id: string,
  type: PermissionState['principalType'] = 'User',
): NamedPrincipal {
  const account = tenant.accounts[id]
  if (account !== undefined) {
    const { name, userPrincipalName, mail } = account
    return {
      id,
      displayName: name,
      email: mail ?? userPrincipalName,
      type: 'User',
      tenantId: tenant.tenantId,
      userPrincipalName,
    }
  }
  const application = Object.values(tenant.servicePrincipals).find(({ objectId }) => objectId === id)
  return {
    id,
    displayName: application?.name ?? '',
    email: '',
    type: application === undefined ? type : 'ServicePrincipal',
    tenantId: tenant.tenantId,
    userPrincipalName: '',
  }
}
