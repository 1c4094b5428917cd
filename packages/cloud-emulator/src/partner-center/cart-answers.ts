import { randomUUID } from 'node:crypto'
import { checkOutCart, createCart, getCart, getOrder, listOrders } from '@sevenstep/cloud-access/operations'
import { answerOperation, type EmulatedOperation } from '../operation/emulated-operation.ts'
import type { TenantState } from '../state/emulator-state.ts'
import { type CatalogueItem, catalogItemId, catalogueItems } from './catalogue.ts'
import { customerOf, listAnswer, once, refusal } from './partner-call.ts'
import type { CartLineState, CartState, OrderState, PartnerState } from './state.ts'

const week = 7 * 86_400_000

/** Carts and orders. */
export const cartAnswers: readonly EmulatedOperation[] = [
  answerOperation(createCart, (call) =>
    once(call, () => {
      const { partner, customer } = customerOf(call, call.input.path.customer)
      const cart: CartState = {
        id: randomUUID(),
        customer: customer.tenantId,
        status: 'Active',
        expirationTimestamp: new Date(call.clock.now().getTime() + week).toISOString(),
        lineItems: call.input.body.lineItems.map(cartLine),
      }
      partner.carts[cart.id] = cart
      return { status: 201, body: present(cart) }
    }),
  ),
  answerOperation(getCart, (call) => {
    const { partner, customer } = customerOf(call, call.input.path.customer)
    return { status: 200, body: present(cartOf(partner, customer, call.input.path.cart)) }
  }),
  answerOperation(
    checkOutCart,
    (call) =>
      once(call, () => {
        const { partner, customer } = customerOf(call, call.input.path.customer)
        const cart = cartOf(partner, customer, call.input.path.cart)
        if ((partner.agreements[customer.tenantId] ?? []).length === 0)
          throw refusal(400, 13605, 'The customer has not accepted the customer agreement.')
        if (cart.status === 'Ordered') throw refusal(400, 800065, 'The cart was submitted already.')
        if (new Date(cart.expirationTimestamp) < call.clock.now()) throw refusal(404, 800008, 'The cart has expired.')
        if (cart.lineItems.some(({ error }) => error !== undefined))
          throw refusal(400, 800009, 'A line of the cart has an error.')
        cart.status = 'Ordered'
        const cycles = new Set(cart.lineItems.map(({ billingCycle }) => billingCycle))
        const orders = [...cycles].map((cycle) => {
          const lines = cart.lineItems.filter(({ billingCycle }) => billingCycle === cycle)
          return placeOrder(partner, customer, lines, call.clock.now())
        })
        return { status: 201, body: { orders: orders.map(present), orderErrors: [] } }
      }),
    {
      differences: [
        'An order is completed at once; its subscriptions are there with the next request.',
        'Lines with the same billing make one order; how Microsoft groups them is not known.',
      ],
    },
  ),
  answerOperation(listOrders, (call) => {
    const { partner, customer } = customerOf(call, call.input.path.customer)
    const orders = Object.values(partner.orders).filter((order) => order.customer === customer.tenantId)
    return listAnswer(call, orders, present)
  }),
  answerOperation(getOrder, (call) => {
    const { partner, customer } = customerOf(call, call.input.path.customer)
    const order = partner.orders[call.input.path.order]
    if (order === undefined || order.customer !== customer.tenantId) throw refusal(404, 404, 'The order was not found.')
    return { status: 200, body: present(order) }
  }),
]

function present<Thing extends { customer: string }>({ customer: _, ...thing }: Thing) {
  return thing
}

function cartOf(partner: PartnerState, customer: TenantState, id: string): CartState {
  const cart = partner.carts[id]
  if (cart === undefined || cart.customer !== customer.tenantId) throw refusal(404, 800008, 'The cart was not found.')
  return cart
}

interface GivenLine {
  readonly id: number
  readonly catalogItemId: string
  readonly quantity: number
  readonly billingCycle: string
  readonly termDuration?: string | undefined
  readonly friendlyName?: string | undefined
}

/** A line is taken with what is wrong about it: the checkout refuses it. */
function cartLine({
  id,
  catalogItemId: item,
  quantity,
  billingCycle,
  termDuration,
  friendlyName,
}: GivenLine): CartLineState {
  const line = {
    id,
    catalogItemId: item,
    quantity,
    billingCycle,
    ...(termDuration !== undefined && { termDuration }),
    ...(friendlyName !== undefined && { friendlyName }),
  }
  const problem = problemOf(line)
  return problem === undefined ? line : { ...line, error: { errorCode: '800009', errorDescription: problem } }
}

function problemOf({ catalogItemId: id, quantity, billingCycle, termDuration }: CartLineState): string | undefined {
  const item = itemOf(id)
  if (item === undefined || !item.isPurchasable) return 'The item is not available for purchase.'
  if (quantity < item.least || quantity > item.most) return `The quantity has to be from ${item.least} to ${item.most}.`
  const isOffered = item.terms.some(([duration, billing]) => duration === termDuration && billing === billingCycle)
  return isOffered ? undefined : 'The term is not offered with this billing cycle.'
}

function itemOf(id: string): CatalogueItem | undefined {
  return catalogueItems.find((item) => catalogItemId(item) === id)
}

function placeOrder(
  partner: PartnerState,
  customer: TenantState,
  lines: readonly CartLineState[],
  now: Date,
): OrderState {
  const order: OrderState = {
    id: randomUUID().replaceAll('-', '').slice(0, 12),
    customer: customer.tenantId,
    status: 'completed',
    creationDate: now.toISOString(),
    billingCycle: lines[0]?.billingCycle ?? 'monthly',
    lineItems: [],
  }
  for (const [at, line] of lines.entries()) {
    const item = itemOf(line.catalogItemId)
    if (item === undefined) continue
    const subscriptionId = randomUUID()
    const termDuration = line.termDuration ?? 'P1M'
    partner.subscriptions[subscriptionId] = {
      id: subscriptionId,
      customer: customer.tenantId,
      offerId: line.catalogItemId,
      offerName: item.title,
      friendlyName: line.friendlyName ?? item.title,
      skuId: item.provisioningId,
      quantity: line.quantity,
      status: 'active',
      autoRenewEnabled: !item.isTrial,
      commitmentEndDate: endOf(termDuration, now),
      orderId: order.id,
      version: 1,
    }
    order.lineItems.push({
      lineItemNumber: at,
      offerId: line.catalogItemId,
      friendlyName: line.friendlyName ?? item.title,
      subscriptionId,
      termDuration,
      transactionType: 'New',
      quantity: line.quantity,
    })
    addSeats(customer, item, line.quantity)
  }
  partner.orders[order.id] = order
  return order
}

function endOf(term: string, now: Date): string {
  const end = new Date(now)
  const [, count = '1', unit] = /^P(\d+)([MY])$/.exec(term) ?? []
  end.setUTCMonth(end.getUTCMonth() + Number(count) * (unit === 'Y' ? 12 : 1))
  return end.toISOString()
}

/** What is bought appears among the products of the customer's tenant, where Microsoft Graph shows it too. */
function addSeats(customer: TenantState, item: CatalogueItem, quantity: number): void {
  const known = customer.subscriptions[item.provisioningId]
  if (known !== undefined) known.enabledUnits += quantity
  else
    customer.subscriptions[item.provisioningId] = {
      skuId: item.provisioningId,
      skuPartNumber: item.partNumber,
      enabledUnits: quantity,
      servicePlans: item.plans.map((plan) => ({ ...plan })),
    }
}
