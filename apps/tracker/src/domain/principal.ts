import { type Action, neverForTokens, permissions, type Role } from './roles.ts'

/** One role somebody holds, in the programme (`isvId` null) or in one ISV. */
export interface HeldRole {
  readonly role: Role
  readonly organizationId: string
  readonly isvId: string | null
}

/** Who acts: a signed-in person, a token that a person made, or the tracker itself. */
export type Principal =
  | { readonly kind: 'person'; readonly userId: string; readonly name: string; readonly held: readonly HeldRole[] }
  | {
      readonly kind: 'token'
      readonly tokenId: string
      readonly userId: string
      readonly name: string
      readonly held: readonly HeldRole[]
      readonly scopes: readonly Action[]
    }
  | { readonly kind: 'tracker'; readonly name: 'Sevenstep' }

/** Where something is done: in one ISV, or in the programme as a whole. */
export interface Place {
  readonly organizationId: string
  readonly isvId: string | null
}

/** True where the principal may do this there. A role in the programme reaches every ISV of that programme. */
export function may(principal: Principal, action: Action, place: Place): boolean {
  if (principal.kind === 'tracker') return true
  if (principal.kind === 'token' && (neverForTokens.includes(action) || !principal.scopes.includes(action)))
    return false
  return principal.held.some(
    (held) =>
      held.organizationId === place.organizationId &&
      (held.isvId === null || held.isvId === place.isvId) &&
      permissions[held.role].includes(action),
  )
}

/** The id under which the principal's doings are recorded. */
export function principalId(principal: Principal): string {
  if (principal.kind === 'tracker') return 'tracker'
  return principal.kind === 'token' ? principal.tokenId : principal.userId
}

/** The person behind the principal, or undefined for the tracker itself; four eyes are counted by persons. */
export function personOf(principal: Principal): string | undefined {
  return principal.kind === 'tracker' ? undefined : principal.userId
}

/** True where the principal holds a role in this ISV itself, whatever else they hold. */
export function belongsToIsv(principal: Principal, isvId: string): boolean {
  return principal.kind !== 'tracker' && principal.held.some((held) => held.isvId === isvId)
}

/** True where the principal works for the programme rather than for an ISV. */
export function isProgrammeStaff(principal: Principal): boolean {
  return principal.kind !== 'tracker' && principal.held.some((held) => held.isvId === null)
}
