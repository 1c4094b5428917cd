import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { EmulatedCall } from '../../operation/emulated-operation.ts'

/** Which permissions let one read what; any of them is enough. */
const readers = {
  me: [
    'User.Read',
    'User.ReadBasic.All',
    'User.Read.All',
    'User.ReadWrite',
    'User.ReadWrite.All',
    'Directory.Read.All',
  ],
  users: ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  applications: ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  grants: ['Directory.Read.All', 'Directory.ReadWrite.All', 'DelegatedPermissionGrant.ReadWrite.All'],
  licences: [
    'LicenseAssignment.Read.All',
    'LicenseAssignment.ReadWrite.All',
    'Organization.Read.All',
    'Directory.Read.All',
    'User.Read.All',
  ],
  assigning: ['LicenseAssignment.ReadWrite.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'],
} as const

/** What is read or changed. */
export type GraphArea = keyof typeof readers

/** @throws EmulatedFailure (403) where neither the token's scopes nor its roles allow it. */
export function demandPermission({ caller }: Pick<EmulatedCall, 'caller'>, area: GraphArea): void {
  const wanted: readonly string[] = readers[area]
  const held = caller.kind === 'application' ? caller.roles : caller.scopes
  if (held.some((permission) => wanted.includes(permission) || permission === 'Directory.AccessAsUser.All')) return
  throw new EmulatedFailure(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
}
