import type { ItemOf } from '@sevenstep/cloud-access'
import {
  listCustomerSkus,
  listCustomerUserLicences,
  listCustomerUsers,
  listLicenceDetails,
  listPartnerSubscriptions,
  listSubscribedSkus,
  listUsers,
} from '@sevenstep/cloud-access/operations'
import { type Catalogue, knownCatalogue } from '../catalogue/catalogue.ts'
import { createSkuFinder } from '../purchase/find-offer.ts'
import { allItems, type PurchaseClient } from '../purchase/purchase-client.ts'
import { inTurns } from './in-turns.ts'

/** A user with licences as lists have them, for `readLicenceFile`. */
export type ListedUser = Readonly<Record<string, unknown>>

/** What a tenant holds, as answers of Partner Center or Microsoft Graph. */
export interface HeldInTenant {
  readonly users: readonly ListedUser[]
  /** Products of which the tenant holds seats. */
  readonly subscriptions: readonly object[]
}

/** Reads users, their licences and the products of a customer through Partner Center. Needs a person of the partner. */
export async function gatherFromPartnerCenter(
  client: PurchaseClient,
  customer: string,
  signal?: AbortSignal,
): Promise<HeldInTenant> {
  const path = { customer }
  const subscriptions = await allItems(client, listCustomerSkus, { path }, signal)
  const accounts = await allItems(client, listCustomerUsers, { path }, signal)
  const users = await inTurns(accounts, async ({ id, userPrincipalName, displayName, usageLocation, state }) => {
    const licences = await allItems(client, listCustomerUserLicences, { path: { customer, user: id } }, signal)
    return {
      ...{ id, userPrincipalName, displayName },
      // Partner Center leaves the member out where there is none, which a list would not tell from not asked for.
      usageLocation: usageLocation ?? null,
      accountEnabled: state !== 'inactive',
      licences,
    }
  })
  return { users, subscriptions }
}

/**
 * Reads the same through Microsoft Graph in the customer's own tenant, which also knows what went wrong when licences
 * were assigned. Permissions: User.Read.All, LicenseAssignment.Read.All (or Organization.Read.All).
 *
 * @param catalogue whose products are looked at closely: for others it is not asked how their plans stand.
 */
export async function gatherFromGraph(
  client: PurchaseClient,
  catalogue: Catalogue = knownCatalogue(),
  signal?: AbortSignal,
): Promise<HeldInTenant> {
  const subscriptions = await allItems(client, listSubscribedSkus, {}, signal)
  const members = 'id,userPrincipalName,displayName,usageLocation,accountEnabled,userType'
  const query = { $select: `${members},assignedLicenses,licenseAssignmentStates`, $top: '100' }
  const people = await allItems(client, listUsers, { query }, signal)
  const users = await inTurns(people, async (person) => {
    if (!holdsKnown(person, catalogue)) return person
    const details = await allItems(client, listLicenceDetails, { path: { user: person.id } }, signal)
    return { ...person, licenseDetails: details }
  })
  return { users, subscriptions }
}

function holdsKnown(person: ItemOf<typeof listUsers>, catalogue: Catalogue): boolean {
  const { assignedLicenses } = person
  if (!Array.isArray(assignedLicenses)) return false
  return assignedLicenses.some((licence: unknown) => catalogue.skus.has(String(Object(licence).skuId).toLowerCase()))
}

/** What was sold to a customer, each with the `skuId` of Microsoft Graph where the catalogue still has the product. */
export async function gatherPurchases(
  client: PurchaseClient,
  customer: string,
  signal?: AbortSignal,
): Promise<readonly object[]> {
  const sold = await allItems(client, listPartnerSubscriptions, { path: { customer } }, signal)
  const findSku = createSkuFinder(client, customer, signal)
  const purchases: object[] = []
  for (const subscription of sold) {
    const skuId = await findSku(subscription.offerId ?? '')
    purchases.push(skuId === undefined ? subscription : { ...subscription, skuId })
  }
  return purchases
}
