import {
  listCatalogueAvailabilities,
  listCatalogueProducts,
  listCatalogueSkus,
} from '@sevenstep/cloud-access/operations'
import { answerOperation, type EmulatedOperation } from '../operation/emulated-operation.ts'
import { catalogItemId, catalogueItems } from './catalogue.ts'
import { customerOf, listAnswer, refusal } from './partner-call.ts'

const fewProducts = ['Only four products are sold, whose ids are made up; prices are left out.']

/** The catalogue of a customer. */
export const catalogueAnswers: readonly EmulatedOperation[] = [
  answerOperation(
    listCatalogueProducts,
    (call) => {
      customerOf(call, call.input.path.customer)
      if (!/^OnlineServices/i.test(call.input.query.targetView)) return listAnswer(call, [])
      const titles = new Map(catalogueItems.map(({ product, title }) => [product, title]))
      return listAnswer(call, [...titles], ([id, title]) => ({ id, title, productType: { id: 'OnlineServicesNCE' } }))
    },
    { differences: fewProducts },
  ),
  answerOperation(listCatalogueSkus, (call) => {
    customerOf(call, call.input.path.customer)
    const found = catalogueItems.filter(({ product }) => product === call.input.path.product)
    if (found.length === 0) throw refusal(404, 400013, 'The product was not found.')
    return listAnswer(call, found, ({ product, sku, title, least, most, isTrial, terms, provisioningId }) => ({
      id: sku,
      productId: product,
      title,
      minimumQuantity: least,
      maximumQuantity: most,
      isTrial,
      isAddon: false,
      supportedBillingCycles: [...new Set(terms.map(([, billing]) => billing))],
      purchasePrerequisites: ['MicrosoftCustomerAgreement'],
      dynamicAttributes: { provisioningId },
    }))
  }),
  answerOperation(listCatalogueAvailabilities, (call) => {
    const { customer } = customerOf(call, call.input.path.customer)
    const { product, sku } = call.input.path
    const found = catalogueItems.filter((item) => item.product === product && item.sku === sku)
    if (found.length === 0) throw refusal(404, 400013, 'The product was not found.')
    return listAnswer(call, found, (item) => ({
      id: item.availability,
      catalogItemId: catalogItemId(item),
      segment: 'commercial',
      country: customer.countryCode,
      isPurchasable: item.isPurchasable,
      isRenewable: !item.isTrial,
      terms: item.terms.map(([duration, billingCycle]) => ({
        id: `${duration}-${billingCycle}`,
        duration,
        billingCycle,
        cancellationPolicies: [{ refundOptions: [{ type: 'Full', expiresAfter: 'P7D' }] }],
      })),
    }))
  }),
]
