import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { TenantState } from '../../state/emulator-state.ts'
import type { PermissionState } from '../state.ts'
import { namePrincipal } from './principals.ts'

/** Something that is shared: whoever made it owns it. */
export interface Shared {
  readonly createdBy: string
  permissions: PermissionState[]
}

type Role = PermissionState['roleName']

/** What a share is asked for with. */
export interface PermissionChanges {
  readonly put?:
    | readonly {
        readonly properties: {
          readonly roleName: string
          readonly principal: { readonly id: string; readonly type: string }
        }
      }[]
    | undefined
  readonly delete?: readonly { readonly id: string }[] | undefined
}

const roles: ReadonlySet<string> = new Set(['Owner', 'CanEdit', 'CanView', 'CanViewWithShare'])
const principalTypes: ReadonlySet<string> = new Set(['User', 'Group', 'ServicePrincipal', 'Tenant'])

/** The role somebody has; nothing where it is not shared with them. */
export function roleOf({ createdBy, permissions }: Shared, principal: string, tenant: string): Role | undefined {
  if (createdBy === principal) return 'Owner'
  return permissions.find(
    (share) => share.principal === principal || (share.principalType === 'Tenant' && share.principal === tenant),
  )?.roleName
}

/** Whether a role lets somebody share further. */
export function maySharePast(role: Role | undefined): boolean {
  return role === 'Owner' || role === 'CanEdit' || role === 'CanViewWithShare'
}

/** All shares as resources, the owner's first. */
export function presentPermissions(shared: Shared, tenant: TenantState, id: string, type: string) {
  const owner: PermissionState = { principal: shared.createdBy, principalType: 'User', roleName: 'Owner' }
  const others = shared.permissions.filter(({ principal }) => principal !== shared.createdBy)
  return [owner, ...others].map(({ principal, principalType, roleName }) => ({
    name: principal,
    id: `${id}/permissions/${principal}`,
    type,
    properties: { roleName, principal: namePrincipal(tenant, principal, principalType) },
  }))
}

/**
 * Adds and removes shares; what is not named stays.
 *
 * @returns what became of each entry, in the shape of the request.
 */
export function changePermissions(shared: Shared, changes: PermissionChanges | undefined, tenant: TenantState) {
  const put = (changes?.put ?? []).map(({ properties: { roleName, principal } }) => {
    const role = roleNamed(roleName)
    const share: PermissionState = {
      principal: principal.id,
      principalType: principalTypeNamed(principal.type),
      roleName: role,
    }
    demandPrincipal(tenant, share)
    shared.permissions = [...shared.permissions.filter((one) => one.principal !== principal.id), share]
    return { id: principal.id, httpStatusCode: 'OK', roleName: role }
  })
  const removed = (changes?.delete ?? []).map(({ id }) => {
    const principal = id.slice(id.lastIndexOf('/') + 1)
    shared.permissions = shared.permissions.filter((one) => one.principal !== principal)
    return { id, httpStatusCode: 'OK' }
  })
  return { put, delete: removed }
}

/** The refusal of somebody who may not share. */
export function sharingRefused(what: string): EmulatedFailure {
  return new EmulatedFailure(403, 'Forbidden', `The caller does not have permission to share the ${what}.`)
}

function roleNamed(name: string): Role {
  // The set holds exactly the roles of the type.
  if (roles.has(name)) return name as Role
  throw new EmulatedFailure(400, 'InvalidRoleName', `The role name '${name}' is not valid.`)
}

function principalTypeNamed(name: string): PermissionState['principalType'] {
  // The set holds exactly the kinds of the type.
  if (principalTypes.has(name)) return name as PermissionState['principalType']
  throw new EmulatedFailure(400, 'InvalidPrincipalType', `The principal type '${name}' is not valid.`)
}

function demandPrincipal(tenant: TenantState, { principal, principalType }: PermissionState): void {
  // Groups are not emulated, so any id may be one.
  if (principalType === 'Group') return
  const known =
    principalType === 'Tenant'
      ? principal === tenant.tenantId
      : Object.hasOwn(tenant.accounts, principal) ||
        Object.values(tenant.servicePrincipals).some(({ objectId }) => objectId === principal)
  if (!known) throw new EmulatedFailure(400, 'PrincipalNotFound', `The principal '${principal}' was not found.`)
}
