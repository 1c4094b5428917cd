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
  partnerCenterFailures,
  partnerCenterSources,
  partnerPerson,
  repeatedNote,
  tracedHeaders,
  translatedNote,
} from './shared.ts'

/** A customer of the partner. */
const partnerCustomerResource = z.looseObject({
  id: z.string(),
  commerceId: z.string().optional(),
  companyProfile: z
    .looseObject({
      tenantId: z.string().optional(),
      domain: z.string().optional(),
      companyName: z.string().optional(),
    })
    .optional(),
  billingProfile: z.looseObject({}).optional(),
  relationshipToPartner: z.string().optional(),
})

/** Lists the customers of the partner. */
export const listPartnerCustomers = defineOperation({
  id: 'partner-customers.list',
  title: 'Lists the customers of the partner.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers',
  request: { headers: listHeaders, query: z.object({ size: z.string().optional() }) },
  responses: { 200: listOf(partnerCustomerResource) },
  credentials: eitherCredential,
  repetition: 'safe',
  failures: partnerCenterFailures,
  paging: linkedPaging,
  sources: partnerCenterSources,
  notes: [pagesNote, translatedNote],
})

/** Reads one customer. */
export const getPartnerCustomer = defineOperation({
  id: 'partner-customers.get',
  title: 'Reads a customer of the partner.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers/{customer}',
  request: { headers: tracedHeaders, path: z.object({ customer: z.string() }) },
  responses: { 200: partnerCustomerResource },
  credentials: eitherCredential,
  repetition: 'safe',
  failures: customerFailures,
  sources: partnerCenterSources,
  notes: [translatedNote],
})

const address = z.looseObject({
  Country: z.string(),
  City: z.string(),
  State: z.string().optional(),
  AddressLine1: z.string(),
  PostalCode: z.string(),
  FirstName: z.string().optional(),
  LastName: z.string().optional(),
  PhoneNumber: z.string().optional(),
})

/** Makes a new customer with a tenant of its own. */
export const createPartnerCustomer = defineOperation({
  id: 'partner-customers.create',
  title: 'Makes a new customer, with a tenant of its own.',
  service: 'partner-center',
  method: 'POST',
  path: '/v1/customers',
  request: {
    headers: orderingHeaders,
    body: z.looseObject({
      CompanyProfile: z.looseObject({ Domain: z.string() }),
      BillingProfile: z.looseObject({
        Culture: z.string(),
        Email: z.string(),
        Language: z.string(),
        CompanyName: z.string(),
        DefaultAddress: address,
      }),
    }),
  },
  responses: {
    201: partnerCustomerResource.extend({
      userCredentials: z.looseObject({ userName: z.string(), password: z.string() }).optional(),
    }),
  },
  credentials: eitherCredential,
  repetition: 'idempotent',
  failures: [...partnerCenterFailures, { status: 400, failure: 'customer-data-refused' }],
  sources: partnerCenterSources,
  notes: [
    '`userCredentials` is the first password of the customer’s administrator. It is a secret: put it into a vault or give it to the customer at once, and keep it nowhere else.',
    'A customer that has a tenant already is not made but invited: `partner-customers.get-invitation`.',
    repeatedNote,
    translatedNote,
  ],
})

/** Gives the invitation for a customer that has a tenant. */
export const getPartnerInvitation = defineOperation({
  id: 'partner-customers.get-invitation',
  title: 'Gives the address of the invitation with which a customer accepts the relationship.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers/relationshiprequests',
  request: { headers: tracedHeaders },
  responses: { 200: z.looseObject({ url: z.string() }) },
  credentials: partnerPerson,
  repetition: 'safe',
  failures: partnerCenterFailures,
  sources: partnerCenterSources,
  notes: [translatedNote],
})
