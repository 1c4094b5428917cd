import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { linkedPaging } from '../shared/page-of.ts'
import {
  customerFailures,
  eitherCredential,
  listHeaders,
  listOf,
  orderingHeaders,
  pagesNote,
  partnerCenterSources,
  repeatedNote,
  tracedHeaders,
  translatedNote,
} from './shared.ts'

/** A subscription that the partner sold. */
const partnerSubscriptionResource = z.looseObject({
  id: z.string(),
  offerId: z.string().optional(),
  offerName: z.string().optional(),
  friendlyName: z.string().optional(),
  quantity: z.number().optional(),
  unitType: z.string().optional(),
  status: z.string().optional(),
  autoRenewEnabled: z.boolean().optional(),
  billingType: z.string().optional(),
  commitmentEndDate: z.string().optional(),
  isTrial: z.boolean().optional(),
  orderId: z.string().optional(),
  attributes: z.looseObject({ etag: z.string().optional() }).optional(),
})

const onePath = z.object({ customer: z.string(), subscription: z.string() })

/** Lists the subscriptions of a customer. */
export const listPartnerSubscriptions = defineOperation({
  id: 'partner-subscriptions.list',
  title: 'Lists the subscriptions that the customer has through partners.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers/{customer}/subscriptions',
  request: { headers: listHeaders, path: z.object({ customer: z.string() }) },
  responses: { 200: listOf(partnerSubscriptionResource) },
  credentials: eitherCredential,
  repetition: 'safe',
  failures: customerFailures,
  paging: linkedPaging,
  sources: partnerCenterSources,
  notes: ['At most 500 requests in a minute for one tenant.', pagesNote, translatedNote],
})

/** Reads a subscription. */
export const getPartnerSubscription = defineOperation({
  id: 'partner-subscriptions.get',
  title: 'Reads a subscription: its status, quantity, end and whether it renews itself.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers/{customer}/subscriptions/{subscription}',
  request: { headers: tracedHeaders, path: onePath },
  responses: { 200: partnerSubscriptionResource },
  credentials: eitherCredential,
  repetition: 'safe',
  failures: customerFailures,
  sources: partnerCenterSources,
  notes: [translatedNote],
})

/** Changes a subscription. */
export const updatePartnerSubscription = defineOperation({
  id: 'partner-subscriptions.update',
  title: 'Changes the quantity, the status or the renewal of a subscription.',
  service: 'partner-center',
  method: 'PATCH',
  path: '/v1/customers/{customer}/subscriptions/{subscription}',
  request: {
    headers: orderingHeaders.extend({ 'if-match': z.string().optional() }),
    path: onePath,
    body: partnerSubscriptionResource,
  },
  responses: { 200: partnerSubscriptionResource },
  credentials: eitherCredential,
  repetition: 'idempotent',
  failures: [
    ...customerFailures,
    { status: 400, code: '2001', failure: 'subscription-suspended' },
    { status: 400, code: '2002', failure: 'quantity-refused' },
    { status: 412, code: '2055', failure: 'changed-meanwhile' },
  ],
  sources: partnerCenterSources,
  notes: ['Send the whole subscription as it was read, with the change in it.', repeatedNote, translatedNote],
})
