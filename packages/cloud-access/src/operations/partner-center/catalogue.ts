import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { linkedPaging } from '../shared/page-of.ts'
import {
  customerFailures,
  eitherCredential,
  listHeaders,
  listOf,
  pagesNote,
  partnerCenterSources,
  translatedNote,
} from './shared.ts'

/** A product of the customer's catalogue. */
const catalogueProductResource = z.looseObject({
  id: z.string(),
  title: z.string().optional(),
  productType: z.looseObject({ id: z.string() }).optional(),
})

/** Lists the products of the customer's catalogue. */
export const listCatalogueProducts = defineOperation({
  id: 'partner-catalogue.list-products',
  title: 'Lists the products that are sold in the customer’s country and segment.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers/{customer}/products',
  request: {
    headers: listHeaders,
    path: z.object({ customer: z.string() }),
    query: z.object({ targetView: z.string() }),
  },
  responses: { 200: listOf(catalogueProductResource) },
  credentials: eitherCredential,
  repetition: 'safe',
  failures: customerFailures,
  paging: linkedPaging,
  sources: partnerCenterSources,
  notes: [
    '`targetView` is `OnlineServices` for licences. Products of the new commerce have `productType.id` `OnlineServicesNCE`.',
    'The tables of the reference print POST for the three reads of the catalogue; all its examples are GET.',
    pagesNote,
    translatedNote,
  ],
})

/** A variant of a product. */
const catalogueSkuResource = z.looseObject({
  id: z.string(),
  productId: z.string().optional(),
  title: z.string().optional(),
  minimumQuantity: z.number().optional(),
  maximumQuantity: z.number().optional(),
  isTrial: z.boolean().optional(),
  isAddon: z.boolean().optional(),
  supportedBillingCycles: z.array(z.string()).optional(),
  purchasePrerequisites: z.array(z.string()).optional(),
  dynamicAttributes: z.looseObject({ provisioningId: z.string().optional() }).optional(),
})

/** Lists the variants of a product. */
export const listCatalogueSkus = defineOperation({
  id: 'partner-catalogue.list-skus',
  title: 'Lists the variants of a product.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers/{customer}/products/{product}/skus',
  request: {
    headers: listHeaders,
    path: z.object({ customer: z.string(), product: z.string() }),
    query: z.object({ targetView: z.string().optional() }),
  },
  responses: { 200: listOf(catalogueSkuResource) },
  credentials: eitherCredential,
  repetition: 'safe',
  failures: [...customerFailures, { status: 404, code: '400013', failure: 'offer-not-sold' }],
  paging: linkedPaging,
  sources: partnerCenterSources,
  notes: [
    '`dynamicAttributes.provisioningId` is the `skuId` of Microsoft Graph: find the item of a licence by it, never by name.',
    pagesNote,
    translatedNote,
  ],
})

/** What a variant can be bought for. */
const catalogueAvailabilityResource = z.looseObject({
  id: z.string(),
  catalogItemId: z.string().optional(),
  segment: z.string().optional(),
  country: z.string().optional(),
  isPurchasable: z.boolean().optional(),
  isRenewable: z.boolean().optional(),
  terms: z
    .array(
      z.looseObject({
        id: z.string().optional(),
        duration: z.string().optional(),
        billingCycle: z.string().optional(),
        cancellationPolicies: z
          .array(
            z.looseObject({
              refundOptions: z
                .array(z.looseObject({ type: z.string().optional(), expiresAfter: z.string().optional() }))
                .optional(),
            }),
          )
          .optional(),
      }),
    )
    .optional(),
})

/** Lists what a variant can be bought for. */
export const listCatalogueAvailabilities = defineOperation({
  id: 'partner-catalogue.list-availabilities',
  title: 'Lists for which terms a variant of a product can be bought.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers/{customer}/products/{product}/skus/{sku}/availabilities',
  request: {
    headers: listHeaders,
    path: z.object({ customer: z.string(), product: z.string(), sku: z.string() }),
    query: z.object({ targetView: z.string().optional() }),
  },
  responses: { 200: listOf(catalogueAvailabilityResource) },
  credentials: eitherCredential,
  repetition: 'safe',
  failures: [...customerFailures, { status: 404, code: '400013', failure: 'offer-not-sold' }],
  paging: linkedPaging,
  sources: partnerCenterSources,
  notes: ['A cart names an item as `{product}:{sku}:{availability}`.', pagesNote, translatedNote],
})
