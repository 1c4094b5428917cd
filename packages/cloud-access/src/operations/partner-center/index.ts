import type { Operation } from '../operation.ts'
import { listAcceptedAgreements, listAgreementTemplates, recordAcceptance } from './agreements.ts'
import { checkOutCart, createCart, getCart, getOrder, listOrders } from './carts.ts'
import { listCatalogueAvailabilities, listCatalogueProducts, listCatalogueSkus } from './catalogue.ts'
import {
  getCustomerUser,
  listCustomerSkus,
  listCustomerUserLicences,
  listCustomerUsers,
  updateCustomerUser,
  updateCustomerUserLicences,
} from './customer-licences.ts'
import { createPartnerCustomer, getPartnerCustomer, getPartnerInvitation, listPartnerCustomers } from './customers.ts'
import { getPartnerSubscription, listPartnerSubscriptions, updatePartnerSubscription } from './subscriptions.ts'

export {
  checkOutCart,
  createCart,
  createPartnerCustomer,
  getCart,
  getCustomerUser,
  getOrder,
  getPartnerCustomer,
  getPartnerInvitation,
  getPartnerSubscription,
  listAcceptedAgreements,
  listAgreementTemplates,
  listCatalogueAvailabilities,
  listCatalogueProducts,
  listCatalogueSkus,
  listCustomerSkus,
  listCustomerUserLicences,
  listCustomerUsers,
  listOrders,
  listPartnerCustomers,
  listPartnerSubscriptions,
  recordAcceptance,
  updateCustomerUser,
  updateCustomerUserLicences,
  updatePartnerSubscription,
}

/** Operations of Partner Center: customers, agreements, catalogue, carts, orders, subscriptions and licences. */
export const partnerCenterOperations: readonly Operation[] = [
  listPartnerCustomers,
  getPartnerCustomer,
  createPartnerCustomer,
  getPartnerInvitation,
  listAgreementTemplates,
  listAcceptedAgreements,
  recordAcceptance,
  listCatalogueProducts,
  listCatalogueSkus,
  listCatalogueAvailabilities,
  createCart,
  getCart,
  checkOutCart,
  listOrders,
  getOrder,
  listPartnerSubscriptions,
  getPartnerSubscription,
  updatePartnerSubscription,
  listCustomerSkus,
  listCustomerUserLicences,
  updateCustomerUserLicences,
  listCustomerUsers,
  getCustomerUser,
  updateCustomerUser,
]
