import {
  getPartnerSubscription,
  listPartnerSubscriptions,
  updatePartnerSubscription,
} from '@sevenstep/cloud-access/operations'
import { answerOperation, type EmulatedOperation } from '../operation/emulated-operation.ts'
import type { TenantState } from '../state/emulator-state.ts'
import { catalogueItems } from './catalogue.ts'
import { customerOf, listAnswer, once, refusal } from './partner-call.ts'
import type { PartnerState, PartnerSubscriptionState } from './state.ts'

/** Subscriptions that were sold. */
export const subscriptionAnswers: readonly EmulatedOperation[] = [
  answerOperation(listPartnerSubscriptions, (call) => {
    const { partner, customer } = customerOf(call, call.input.path.customer)
    const sold = Object.values(partner.subscriptions).filter((each) => each.customer === customer.tenantId)
    return listAnswer(call, sold, present)
  }),
  answerOperation(getPartnerSubscription, (call) => {
    const { partner, customer } = customerOf(call, call.input.path.customer)
    return { status: 200, body: present(subscriptionOf(partner, customer, call.input.path.subscription)) }
  }),
  answerOperation(updatePartnerSubscription, (call) =>
    once(call, () => {
      const { partner, customer } = customerOf(call, call.input.path.customer)
      const subscription = subscriptionOf(partner, customer, call.input.path.subscription)
      const {
        quantity = subscription.quantity,
        autoRenewEnabled = subscription.autoRenewEnabled,
        status,
      } = call.input.body
      const given = call.headers.get('if-match')
      if (given !== null && given !== etagOf(subscription))
        throw refusal(412, 2055, 'The subscription was changed meanwhile.')
      if (quantity !== subscription.quantity) changeQuantity(subscription, quantity, customer)
      if (status === 'active' || status === 'suspended') subscription.status = status
      subscription.autoRenewEnabled = autoRenewEnabled
      subscription.version += 1
      return { status: 200, body: present(subscription) }
    }),
  ),
]

function subscriptionOf(partner: PartnerState, customer: TenantState, id: string): PartnerSubscriptionState {
  const subscription = partner.subscriptions[id.toLowerCase()]
  if (subscription === undefined || subscription.customer !== customer.tenantId)
    throw refusal(404, 404, 'The subscription was not found.')
  return subscription
}

function changeQuantity(subscription: PartnerSubscriptionState, quantity: number, customer: TenantState): void {
  if (subscription.status === 'suspended') throw refusal(400, 2001, 'A suspended subscription keeps its quantity.')
  const item = catalogueItems.find(({ provisioningId }) => provisioningId === subscription.skuId)
  if (item !== undefined && (quantity < item.least || quantity > item.most))
    throw refusal(400, 2002, `The quantity has to be from ${item.least} to ${item.most}.`)
  const held = customer.subscriptions[subscription.skuId]
  if (held !== undefined) held.enabledUnits += quantity - subscription.quantity
  subscription.quantity = quantity
}

function etagOf({ id, version }: PartnerSubscriptionState): string {
  return `"${id}-${version}"`
}

function present(subscription: PartnerSubscriptionState) {
  const {
    id,
    offerId,
    offerName,
    friendlyName = offerName,
    quantity,
    status,
    autoRenewEnabled,
    commitmentEndDate,
    orderId,
  } = subscription
  return {
    ...{ id, offerId, offerName, friendlyName, quantity, unitType: 'Licenses', status, autoRenewEnabled },
    ...{
      billingType: 'license',
      commitmentEndDate,
      orderId,
      isTrial: false,
      attributes: { etag: etagOf(subscription) },
    },
  }
}
