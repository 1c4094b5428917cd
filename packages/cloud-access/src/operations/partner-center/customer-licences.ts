import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { linkedPaging } from '../shared/page-of.ts'
import {
  customerFailures,
  customerUserSources,
  listHeaders,
  listOf,
  orderingHeaders,
  pagesNote,
  partnerCenterSources,
  partnerPerson,
  repeatedNote,
  tracedHeaders,
  translatedNote,
} from './shared.ts'

const servicePlans = z
  .array(
    z.looseObject({
      id: z.string().optional(),
      displayName: z.string().optional(),
      capabilityStatus: z.string().optional(),
    }),
  )
  .optional()
const productSku = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  skuPartNumber: z.string().optional(),
  licenseGroupId: z.string().optional(),
})

/** Lists what the customer's tenant holds. */
export const listCustomerSkus = defineOperation({
  id: 'partner-licences.list-subscribed',
  title: 'Lists the products that the customer’s tenant holds, with how many seats are free.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers/{customer}/subscribedskus',
  request: { headers: listHeaders, path: z.object({ customer: z.string() }) },
  responses: {
    200: listOf(
      z.looseObject({
        availableUnits: z.number().optional(),
        activeUnits: z.number().optional(),
        consumedUnits: z.number().optional(),
        totalUnits: z.number().optional(),
        productSku,
        servicePlans,
      }),
    ),
  },
  credentials: partnerPerson,
  repetition: 'safe',
  failures: customerFailures,
  paging: linkedPaging,
  sources: partnerCenterSources,
  notes: ['`productSku.id` is the `skuId` of Microsoft Graph.', pagesNote, translatedNote],
})

const userPath = z.object({ customer: z.string(), user: z.string() })

/** Lists what a user holds. */
export const listCustomerUserLicences = defineOperation({
  id: 'partner-licences.list-of-user',
  title: 'Lists the licences that a user of the customer holds.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers/{customer}/users/{user}/licenses',
  request: { headers: listHeaders, path: userPath },
  responses: { 200: listOf(z.looseObject({ productSku, servicePlans })) },
  credentials: partnerPerson,
  repetition: 'safe',
  failures: customerFailures,
  paging: linkedPaging,
  sources: partnerCenterSources,
  notes: [pagesNote, translatedNote],
})

/** Gives and takes licences. */
export const updateCustomerUserLicences = defineOperation({
  id: 'partner-licences.update-of-user',
  title: 'Gives licences to a user of the customer and takes others away.',
  service: 'partner-center',
  method: 'POST',
  path: '/v1/customers/{customer}/users/{user}/licenseupdates',
  request: {
    headers: orderingHeaders,
    path: userPath,
    body: z.looseObject({
      LicensesToAssign: z.array(
        z.looseObject({ SkuId: z.string(), ExcludedPlans: z.array(z.string()).nullable().optional() }),
      ),
      LicensesToRemove: z.array(z.string()).nullable().optional(),
    }),
  },
  responses: { 201: z.looseObject({}) },
  credentials: partnerPerson,
  repetition: 'idempotent',
  failures: [
    ...customerFailures,
    { status: 400, code: '60012', failure: 'licence-not-available' },
    { status: 404, code: '60002', failure: 'directory-object-not-found' },
    { status: 404, code: '60003', failure: 'partner-relationship-missing' },
  ],
  sources: partnerCenterSources,
  notes: [
    'One group of licences (`licenseGroupId`) to a request.',
    'The user needs a usage location.',
    repeatedNote,
    translatedNote,
  ],
})

/** A user of the customer. */
const customerUserResource = z.looseObject({
  id: z.string(),
  userPrincipalName: z.string().optional(),
  displayName: z.string().optional(),
  usageLocation: z.string().nullable().optional(),
  /** `active` or `inactive`. */
  state: z.string().optional(),
})

/** Lists the users. */
export const listCustomerUsers = defineOperation({
  id: 'partner-customer-users.list',
  title: 'Lists the users of the customer, with their usage locations.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers/{customer}/users',
  request: { headers: listHeaders, path: z.object({ customer: z.string() }) },
  responses: { 200: listOf(customerUserResource) },
  credentials: partnerPerson,
  repetition: 'safe',
  failures: customerFailures,
  paging: linkedPaging,
  sources: customerUserSources,
  notes: ['A user without a usage location comes without the member.', pagesNote, translatedNote],
})

/** Reads a user. */
export const getCustomerUser = defineOperation({
  id: 'partner-customer-users.get',
  title: 'Reads a user of the customer, with the usage location.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers/{customer}/users/{user}',
  request: { headers: tracedHeaders, path: userPath },
  responses: { 200: customerUserResource },
  credentials: partnerPerson,
  repetition: 'safe',
  failures: [...customerFailures, { status: 404, code: '60002', failure: 'directory-object-not-found' }],
  sources: customerUserSources,
  notes: ['The reference names a user by object id alone.'],
})

/** Sets a usage location. */
export const updateCustomerUser = defineOperation({
  id: 'partner-customer-users.update',
  title: 'Changes a user of the customer: sets the usage location that licences need.',
  service: 'partner-center',
  method: 'PATCH',
  path: '/v1/customers/{customer}/users/{user}',
  request: {
    headers: orderingHeaders,
    path: userPath,
    body: z.looseObject({ usageLocation: z.string().length(2).optional() }),
  },
  responses: { 200: customerUserResource },
  credentials: partnerPerson,
  repetition: 'idempotent',
  failures: [...customerFailures, { status: 404, code: '60002', failure: 'directory-object-not-found' }],
  sources: customerUserSources,
  notes: [repeatedNote],
})
