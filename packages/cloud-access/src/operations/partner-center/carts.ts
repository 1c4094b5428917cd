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

const cartLine = z.looseObject({
  id: z.number(),
  catalogItemId: z.string(),
  quantity: z.number(),
  billingCycle: z.string(),
  termDuration: z.string().optional(),
  friendlyName: z.string().optional(),
})

/** A cart. */
const cartResource = z.looseObject({
  id: z.string(),
  status: z.string().optional(),
  expirationTimestamp: z.string().optional(),
  lineItems: z.array(
    cartLine.extend({
      orderGroup: z.string().optional(),
      error: z
        .looseObject({ errorCode: z.string().optional(), errorDescription: z.string().optional() })
        .nullable()
        .optional(),
    }),
  ),
})

const refusals = [
  ...customerFailures,
  { status: 400, code: '13605', failure: 'customer-agreement-missing' },
  { status: 400, failure: 'cart-refused' },
] as const

/** Makes a cart. */
export const createCart = defineOperation({
  id: 'partner-carts.create',
  title: 'Makes a cart for a customer; nothing is bought yet.',
  service: 'partner-center',
  method: 'POST',
  path: '/v1/customers/{customer}/carts',
  request: {
    headers: orderingHeaders,
    path: z.object({ customer: z.string() }),
    body: z.looseObject({ lineItems: z.array(cartLine).min(1) }),
  },
  responses: { 201: cartResource },
  credentials: eitherCredential,
  repetition: 'idempotent',
  failures: refusals,
  sources: partnerCenterSources,
  notes: [
    'A line with an `error` is not refused here: look at each line before the checkout.',
    'A cart lasts for about seven days.',
    '`friendlyName` is the partner’s own name for a line. Lines of orders have one, too; that it is the same is assumed.',
    repeatedNote,
    translatedNote,
  ],
})

/** Reads a cart. */
export const getCart = defineOperation({
  id: 'partner-carts.get',
  title: 'Reads a cart: whether it was ordered, and what is wrong with its lines.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers/{customer}/carts/{cart}',
  request: { headers: tracedHeaders, path: z.object({ customer: z.string(), cart: z.string() }) },
  responses: { 200: cartResource },
  credentials: eitherCredential,
  repetition: 'safe',
  failures: [...customerFailures, { status: 404, code: '800008', failure: 'cart-missing' }],
  sources: partnerCenterSources,
  notes: ['`status` is `Active` until the checkout, then `Ordered`.', translatedNote],
})

/** An order. */
const orderResource = z.looseObject({
  id: z.string(),
  referenceCustomerId: z.string().optional(),
  billingCycle: z.string().optional(),
  currencyCode: z.string().optional(),
  status: z.string().optional(),
  creationDate: z.string().optional(),
  lineItems: z.array(
    z.looseObject({
      lineItemNumber: z.number().optional(),
      offerId: z.string().optional(),
      friendlyName: z.string().nullable().optional(),
      subscriptionId: z.string().optional(),
      termDuration: z.string().optional(),
      transactionType: z.string().optional(),
      quantity: z.number().optional(),
    }),
  ),
})

/** Orders what is in a cart. */
export const checkOutCart = defineOperation({
  id: 'partner-carts.check-out',
  title: 'Orders what is in the cart. From here on it costs money.',
  service: 'partner-center',
  method: 'POST',
  path: '/v1/customers/{customer}/carts/{cart}/checkout',
  request: { headers: orderingHeaders, path: z.object({ customer: z.string(), cart: z.string() }) },
  responses: {
    201: z.looseObject({
      orders: z.array(orderResource).optional(),
      orderErrors: z
        .array(
          z.looseObject({ code: z.union([z.string(), z.number()]).optional(), description: z.string().optional() }),
        )
        .optional(),
    }),
  },
  credentials: eitherCredential,
  repetition: 'idempotent',
  failures: [
    ...refusals,
    { status: 404, code: '800008', failure: 'cart-missing' },
    { status: 400, code: '800065', failure: 'cart-ordered-already' },
  ],
  sources: partnerCenterSources,
  notes: [
    'Before it is repeated after a restart, read the cart: one with the status `Ordered` is done.',
    'A new order may take up to 15 minutes to appear among the orders.',
    repeatedNote,
    translatedNote,
  ],
})

/** Lists the orders of a customer. */
export const listOrders = defineOperation({
  id: 'partner-orders.list',
  title: 'Lists the orders of a customer.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers/{customer}/orders',
  request: { headers: listHeaders, path: z.object({ customer: z.string() }) },
  responses: { 200: listOf(orderResource) },
  credentials: eitherCredential,
  repetition: 'safe',
  failures: customerFailures,
  paging: linkedPaging,
  sources: partnerCenterSources,
  notes: [pagesNote, translatedNote],
})

/** Reads an order. */
export const getOrder = defineOperation({
  id: 'partner-orders.get',
  title: 'Reads an order: whether it is completed, and which subscriptions it made.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers/{customer}/orders/{order}',
  request: { headers: tracedHeaders, path: z.object({ customer: z.string(), order: z.string() }) },
  responses: { 200: orderResource },
  credentials: eitherCredential,
  repetition: 'safe',
  failures: customerFailures,
  sources: partnerCenterSources,
  notes: [translatedNote],
})
