import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { graphFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { odataPageOf, odataPaging } from '../shared/page-of.ts'
import { licenseDetailResource, subscribedSkuResource } from './directory-objects.ts'
import { consentedApplication, signedInPerson } from './graph-credentials.ts'

const select = z.object({ $select: z.string().optional() })
const onlySelect = 'Of the query options only `$select` is taken.'

/** Lists the licences that the tenant has bought. */
export const listSubscribedSkus = defineOperation({
  id: 'licences.list-subscribed',
  title: 'Lists the licences that the tenant has bought, with how many are in use.',
  service: 'graph',
  method: 'GET',
  path: '/v1.0/subscribedSkus',
  request: { query: select },
  responses: { 200: odataPageOf(subscribedSkuResource) },
  credentials: consentedApplication,
  repetition: 'safe',
  failures: graphFailures,
  paging: odataPaging,
  sources: [source('graphDocs', 'documentation'), unverified('least permission')],
  notes: [onlySelect, 'Least permission: LicenseAssignment.Read.All.'],
})

/** Lists the licences that a person holds. */
export const listLicenceDetails = defineOperation({
  id: 'licences.list-of-user',
  title: 'Lists the licences that a person holds, directly or through a group.',
  service: 'graph',
  method: 'GET',
  path: '/v1.0/users/{user}/licenseDetails',
  request: { path: z.object({ user: z.string() }), query: select },
  responses: { 200: odataPageOf(licenseDetailResource) },
  credentials: consentedApplication,
  repetition: 'safe',
  failures: graphFailures,
  paging: odataPaging,
  sources: [source('graphDocs', 'documentation'), unverified('least permission')],
  notes: [onlySelect, 'Least permission: LicenseAssignment.Read.All.'],
})

/** Lists the licences of who is signed in. */
export const listMyLicenceDetails = defineOperation({
  id: 'licences.list-mine',
  title: 'Lists the licences of who is signed in.',
  service: 'graph',
  method: 'GET',
  path: '/v1.0/me/licenseDetails',
  request: { query: select },
  responses: { 200: odataPageOf(licenseDetailResource) },
  credentials: signedInPerson,
  repetition: 'safe',
  failures: graphFailures,
  paging: odataPaging,
  sources: [source('graphDocs', 'documentation')],
  notes: [onlySelect, 'Least permission: User.Read.'],
})
