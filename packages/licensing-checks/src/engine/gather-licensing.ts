import type { LicensedUser, ReadLicenceFile } from '../licences/licence-list.ts'
import type { Licensing } from './licensing-subject.ts'

/**
 * Brings the lists of one tenant together. A user who stands in several lists is one user with the licences of all; what
 * a list does not say of a person another one may.
 */
export function gatherLicensing(files: readonly ReadLicenceFile[]): Licensing {
  const users = new Map<string, LicensedUser>()
  const ofUsers = files.filter((file) => file.users.length > 0)
  const only = ofUsers.length === 1 ? ofUsers[0] : undefined
  if (only === undefined) {
    for (const user of ofUsers.flatMap((file) => file.users)) {
      const known = users.get(user.id)
      users.set(user.id, known === undefined ? user : joined(known, user))
    }
  }
  return {
    files,
    subscriptions: files.flatMap((file) => file.subscriptions),
    purchases: files.flatMap((file) => file.purchases),
    users: only?.users ?? [...users.values()],
    flows: files.flatMap((file) => file.flows),
  }
}

function joined(one: LicensedUser, other: LicensedUser): LicensedUser {
  return {
    id: one.id,
    name: one.name,
    isGuest: one.isGuest || other.isGuest,
    isEnabled: one.isEnabled && other.isEnabled,
    usageLocation: one.usageLocation ?? other.usageLocation,
    licences: [...one.licences, ...other.licences],
    saysAssignments: one.saysAssignments || other.saysAssignments,
    assignmentErrors: [...one.assignmentErrors, ...other.assignmentErrors],
    // Asked for only where it is needed: working out places means reading the file again.
    get at() {
      return one.at
    },
  }
}
