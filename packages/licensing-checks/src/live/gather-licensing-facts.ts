import { getCart } from '@sevenstep/cloud-access/operations'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { LicensingFacts, OrderFacts } from '../engine/licensing-facts.ts'
import { type Customer, readStanding } from '../purchase/customers.ts'
import { factsOfOrder } from '../purchase/facts-of-order.ts'
import { readPlacedOrders } from '../purchase/find-orders.ts'
import type { OrderEntry, OrderJournal } from '../purchase/order-journal.ts'
import { orderLicences } from '../purchase/order-licences.ts'
import type { OrderWish } from '../purchase/order-wish.ts'
import { type PurchaseClient, withSignal } from '../purchase/purchase-client.ts'
import { gatherFromGraph, gatherFromPartnerCenter, gatherPurchases, type HeldInTenant } from './gather-licences.ts'

/** Whom to ask about whom. */
export interface GatherOptions {
  /** Signed in at Partner Center as the partner. */
  readonly partner: PurchaseClient
  /** Signed in at Microsoft Graph in the customer's tenant; without it, Partner Center is asked about users, too. */
  readonly graph?: PurchaseClient
  /** The customer's tenant id. */
  readonly customer: string
  /** What is to be ordered, or was; without it nothing is said about an order. */
  readonly order?: OrderWish
  /** Knows whether the order was placed. */
  readonly journal?: OrderJournal
  /** What nobody can look up: whether purchases are to renew themselves, accounts that sign in, the cloud. */
  readonly said?: Pick<LicensingFacts, 'signIns' | 'cloud'> & Pick<OrderFacts, 'agreedAutoRenew'>
  readonly catalogue?: Catalogue
  readonly signal?: AbortSignal
}

/** What was read, in the forms that `checkLicences` and `readLicenceFile` take. */
export interface GatheredLicensing extends HeldInTenant {
  /** Nothing where Partner Center knows no relationship; then everything else is empty. */
  readonly customer: Customer | undefined
  readonly facts: LicensingFacts
  /** What was sold to the customer through partners. */
  readonly purchases: readonly object[]
  /** Where users and their licences were read. */
  readonly usersFrom: 'Partner Center' | 'Microsoft Graph'
}

/**
 * Reads from Partner Center and Microsoft Graph everything that the checks of step 6 can decide about a customer. Changes
 * nothing. The shapes of Partner Center come from a translation of Microsoft's reference of October 2021.
 *
 * @throws CloudFailure when a service refuses or cannot be reached.
 */
export async function gatherLicensingFacts(options: GatherOptions): Promise<GatheredLicensing> {
  const { partner, graph, customer, signal, said = {} } = options
  const { signIns, cloud, agreedAutoRenew } = said
  const { customer: known, hasAgreement } = await readStanding(partner, customer, signal)
  const given = { ...(signIns !== undefined && { signIns }), ...(cloud !== undefined && { cloud }) }
  const usersFrom = graph === undefined ? 'Partner Center' : 'Microsoft Graph'
  if (known === undefined) {
    const facts = { ...given, partner: { hasRelationship: false } }
    return { customer: undefined, facts, users: [], subscriptions: [], purchases: [], usersFrom }
  }
  const held =
    graph === undefined
      ? await gatherFromPartnerCenter(partner, customer, signal)
      : await gatherFromGraph(graph, options.catalogue, signal)
  const purchases = await gatherPurchases(partner, customer, signal)
  const order = { ...(await orderFacts(options)), ...(agreedAutoRenew !== undefined && { agreedAutoRenew }) }
  const facts: LicensingFacts = {
    ...given,
    partner: { hasRelationship: true, ...(hasAgreement !== undefined && { hasAgreement }) },
    ...(Object.keys(order).length > 0 && { order }),
  }
  return { customer: known, facts, ...held, purchases, usersFrom }
}

/** What the catalogue says of the wished lines and, where the order was begun, what became of it. */
async function orderFacts({ partner, order, journal, signal }: GatherOptions): Promise<OrderFacts> {
  if (order === undefined) return {}
  const outcome = await orderLicences(partner, order, {
    ...(journal !== undefined && { journal }),
    ...(signal !== undefined && { signal }),
  })
  const facts = factsOfOrder(outcome).order ?? {}
  const begun = outcome.kind === 'preview' ? outcome.begun : undefined
  return begun === undefined ? facts : { ...facts, ...(await progressOf(partner, begun, signal)) }
}

async function progressOf(
  client: PurchaseClient,
  { customer, cartId, orderIds }: OrderEntry,
  signal?: AbortSignal,
): Promise<OrderFacts> {
  if (orderIds !== undefined) {
    const orders = await readPlacedOrders(client, customer, orderIds, signal)
    return factsOfOrder({ kind: 'placed', orders, errors: [] }).order ?? {}
  }
  if (cartId === undefined) return {}
  const cart = await client.call(getCart, { path: { customer, cart: cartId } }, withSignal(signal))
  const errors = cart.lineItems.flatMap(({ error }) =>
    error === undefined || error === null ? [] : [`${error.errorCode ?? ''} ${error.errorDescription ?? ''}`.trim()],
  )
  return { cartErrors: errors, orderStatus: cart.status === 'Ordered' ? 'ordered, not listed yet' : 'not ordered yet' }
}
