import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { graphFailures } from '../shared/known-failures.ts'
import { source } from '../shared/known-sources.ts'
import { odataPageOf, odataPaging } from '../shared/page-of.ts'
import {
  applicationResource,
  graphList,
  graphSelect,
  permissionGrantResource,
  servicePrincipalResource,
} from './directory-objects.ts'
import { consentedApplication } from './graph-credentials.ts'

const leastApplication = 'Least permission: Application.Read.All.'

/** Lists app registrations of the tenant. */
export const listApplications = defineOperation({
  id: 'applications.list',
  title: 'Lists the app registrations of the tenant.',
  service: 'graph',
  method: 'GET',
  path: '/v1.0/applications',
  request: { query: graphList },
  responses: { 200: odataPageOf(applicationResource) },
  credentials: consentedApplication,
  repetition: 'safe',
  failures: graphFailures,
  paging: odataPaging,
  sources: [source('graphDocs', 'documentation')],
  notes: [leastApplication],
})

/** Reads one app registration, which is also the new manifest format. */
export const getApplication = defineOperation({
  id: 'applications.get',
  title: 'Reads one app registration by object id; the answer is also the new manifest format.',
  service: 'graph',
  method: 'GET',
  path: '/v1.0/applications/{application}',
  request: { path: z.object({ application: z.string() }), query: graphSelect },
  responses: { 200: applicationResource },
  credentials: consentedApplication,
  repetition: 'safe',
  failures: graphFailures,
  sources: [source('graphDocs', 'documentation')],
  notes: [leastApplication],
})

/** Lists the applications that are present in the tenant. */
export const listServicePrincipals = defineOperation({
  id: 'service-principals.list',
  title: 'Lists the applications that are present in the tenant, own ones and others’.',
  service: 'graph',
  method: 'GET',
  path: '/v1.0/servicePrincipals',
  request: { query: graphList },
  responses: { 200: odataPageOf(servicePrincipalResource) },
  credentials: consentedApplication,
  repetition: 'safe',
  failures: graphFailures,
  paging: odataPaging,
  sources: [source('graphDocs', 'documentation')],
  notes: [leastApplication, 'By `appId` it also tells the ids of the permissions that an API offers.'],
})

/** Reads one application that is present in the tenant. */
export const getServicePrincipal = defineOperation({
  id: 'service-principals.get',
  title: 'Reads one application that is present in the tenant, by its object id there.',
  service: 'graph',
  method: 'GET',
  path: '/v1.0/servicePrincipals/{principal}',
  request: { path: z.object({ principal: z.string() }), query: graphSelect },
  responses: { 200: servicePrincipalResource },
  credentials: consentedApplication,
  repetition: 'safe',
  failures: graphFailures,
  sources: [source('graphDocs', 'documentation')],
  notes: [leastApplication],
})

/** Lists consents to delegated permissions. */
export const listPermissionGrants = defineOperation({
  id: 'permission-grants.list',
  title: 'Lists the consents that were given to delegated permissions.',
  service: 'graph',
  method: 'GET',
  path: '/v1.0/oauth2PermissionGrants',
  request: { query: graphList },
  responses: { 200: odataPageOf(permissionGrantResource) },
  credentials: consentedApplication,
  repetition: 'safe',
  failures: graphFailures,
  paging: odataPaging,
  sources: [source('graphDocs', 'documentation')],
  notes: ['Least permission: Directory.Read.All.'],
})
