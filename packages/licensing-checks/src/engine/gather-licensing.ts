import { type Catalogue, knownCatalogue, plainName } from '../catalogue/catalogue.ts'
import { heldLicence } from '../licences/held-licence.ts'
import type { HeldLicence, LicensedUser, ReadLicenceFile, Subscription } from '../licences/licence-list.ts'
import type { Licensing } from './licensing-subject.ts'

/**
 * Brings the lists of one tenant together. A user who stands in several lists is one user with the licences of all; what
 * a list does not say of a person another one may, and what a name stands for the list of what the tenant holds.
 */
export function gatherLicensing(files: readonly ReadLicenceFile[], catalogue = knownCatalogue()): Licensing {
  const subscriptions = files.flatMap((file) => file.subscriptions)
  const held = heldByName(subscriptions, catalogue)
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
    subscriptions,
    purchases: files.flatMap((file) => file.purchases),
    users: namesResolved(only?.users ?? [...users.values()], held),
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

/** The products that a tenant holds, each by the names that one of them alone has. */
function heldByName(subscriptions: readonly Subscription[], catalogue: Catalogue): ReadonlyMap<string, string> {
  const ids = new Map<string, Set<string>>()
  for (const { skuId, name, isByName } of subscriptions) {
    if (isByName) continue
    const names = [name, catalogue.skus.get(skuId)?.displayName ?? name].map(plainName)
    for (const each of new Set(names)) ids.set(each, (ids.get(each) ?? new Set()).add(skuId))
  }
  return new Map([...ids].flatMap(([name, own]) => (own.size === 1 ? [...own].map((id) => [name, id] as const) : [])))
}

/** What a list of people has by name only is the product that the tenant holds under this name. */
function namesResolved(users: readonly LicensedUser[], held: ReadonlyMap<string, string>): readonly LicensedUser[] {
  const isOpen = ({ matchedBy }: HeldLicence) => matchedBy !== 'id'
  if (held.size === 0 || !users.some(({ licences }) => licences.some(isOpen))) return users
  return users.map((user) => {
    if (!user.licences.some(isOpen)) return user
    const licences = user.licences.map((licence) => {
      const skuId = isOpen(licence) ? held.get(plainName(licence.name)) : undefined
      if (skuId === undefined) return licence
      return heldLicence({ skuId, name: licence.name, matchedBy: 'held', others: licence.others, at: licence.at })
    })
    return { ...user, licences, at: user.at }
  })
}
