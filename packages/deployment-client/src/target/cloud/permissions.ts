import type { Grant, SharingKind, SharingRole } from '../target.ts'

const roleNames = { 'can-view': 'CanView', 'can-view-with-share': 'CanViewWithShare', 'can-edit': 'CanEdit' } as const
const kindNames = { user: 'User', group: 'Group', 'service-principal': 'ServicePrincipal', tenant: 'Tenant' } as const

/** One share as the services give it. */
interface Permission {
  readonly id: string
  readonly properties: { readonly roleName: string; readonly principal: { readonly id: string; readonly type: string } }
}

/** A grant out of a share. */
export function grantOf({ properties: { roleName, principal } }: Permission): Grant {
  return { principalId: principal.id, kind: kindOf(principal.type), role: roleOf(roleName) }
}

/** What is sent to share something. */
export function sharingBody({ principalId, kind, role }: Grant) {
  const roleName = role === 'owner' ? 'Owner' : roleNames[role]
  return { put: [{ properties: { roleName, principal: { id: principalId, type: kindNames[kind] } } }] }
}

/** What is sent to take shares back: the ids of those of one principal. */
export function revokingBody(permissions: readonly Permission[], principalId: string): { delete: { id: string }[] } {
  const own = permissions.filter(
    ({ properties }) => properties.principal.id.toLowerCase() === principalId.toLowerCase(),
  )
  return { delete: own.map(({ id }) => ({ id })) }
}

function roleOf(name: string): SharingRole | 'owner' {
  const known = Object.entries(roleNames).find(([, shown]) => shown.toLowerCase() === name.toLowerCase())
  // Keys of the table above are the roles themselves.
  return known === undefined ? 'owner' : (known[0] as SharingRole)
}

function kindOf(type: string): SharingKind {
  const known = Object.entries(kindNames).find(([, shown]) => shown.toLowerCase() === type.toLowerCase())
  // Keys of the table above are the kinds themselves.
  return known === undefined ? 'user' : (known[0] as SharingKind)
}
