import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { linkedPaging } from '../shared/page-of.ts'
import {
  customerFailures,
  listHeaders,
  listOf,
  orderingHeaders,
  pagesNote,
  partnerCenterFailures,
  partnerCenterSources,
  partnerPerson,
  repeatedNote,
  translatedNote,
} from './shared.ts'

const publicCloudOnly = 'For the public cloud only.'

/** Lists the agreements that customers accept. */
export const listAgreementTemplates = defineOperation({
  id: 'partner-agreements.list-templates',
  title: 'Lists the agreements that customers accept, with the ids of their texts.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/agreements',
  request: { headers: listHeaders },
  responses: {
    200: listOf(
      z.looseObject({ templateId: z.string(), agreementType: z.string(), agreementLink: z.string().optional() }),
    ),
  },
  credentials: partnerPerson,
  repetition: 'safe',
  failures: partnerCenterFailures,
  paging: linkedPaging,
  sources: partnerCenterSources,
  notes: [publicCloudOnly, pagesNote, translatedNote],
})

const contact = z.looseObject({
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  phoneNumber: z.string().optional(),
})

/** An acceptance of an agreement. */
const acceptedAgreementResource = z.looseObject({
  primaryContact: contact.optional(),
  templateId: z.string(),
  dateAgreed: z.string(),
  type: z.string(),
})

/** Lists what the customer accepted. */
export const listAcceptedAgreements = defineOperation({
  id: 'partner-agreements.list-accepted',
  title: 'Lists the agreements whose acceptance by the customer is recorded.',
  service: 'partner-center',
  method: 'GET',
  path: '/v1/customers/{customer}/agreements',
  request: { headers: listHeaders, path: z.object({ customer: z.string() }) },
  responses: { 200: listOf(acceptedAgreementResource) },
  credentials: partnerPerson,
  repetition: 'safe',
  failures: customerFailures,
  paging: linkedPaging,
  sources: partnerCenterSources,
  notes: [publicCloudOnly, pagesNote, translatedNote],
})

/** Records who accepted an agreement. */
export const recordAcceptance = defineOperation({
  id: 'partner-agreements.record-acceptance',
  title: 'Records who accepted an agreement for the customer, and when.',
  service: 'partner-center',
  method: 'POST',
  path: '/v1/customers/{customer}/agreements',
  request: {
    headers: orderingHeaders,
    path: z.object({ customer: z.string() }),
    body: acceptedAgreementResource.extend({ primaryContact: contact }),
  },
  responses: { 201: acceptedAgreementResource },
  credentials: partnerPerson,
  repetition: 'idempotent',
  failures: [...customerFailures, { status: 409, code: '600061', failure: 'customer-agreement-recorded' }],
  sources: partnerCenterSources,
  notes: [
    'It says that a person of the customer accepted. Record only what happened: indirect resellers leave it to their provider.',
    publicCloudOnly,
    repeatedNote,
    translatedNote,
  ],
})
