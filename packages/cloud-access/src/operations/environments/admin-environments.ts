import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { managementApplication } from '../shared/known-credentials.ts'
import { adminFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { nextLinkPaging, pageOf } from '../shared/page-of.ts'
import { environmentResource } from './environment-resource.ts'

const admin = '/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments'

/** Lists every environment of the tenant. */
export const adminListEnvironments = defineOperation({
  id: 'environments.admin-list',
  title: 'Lists every environment of the tenant, for administrators and management apps.',
  service: 'business-applications',
  method: 'GET',
  path: admin,
  apiVersion: '2023-06-01',
  request: { query: z.object({ $expand: z.string().optional(), $select: z.string().optional() }) },
  responses: { 200: pageOf(environmentResource) },
  credentials: managementApplication,
  repetition: 'safe',
  failures: adminFailures,
  paging: nextLinkPaging,
  sources: [source('terraform', 'source'), source('m365', 'source', 'pp environment list --asAdmin')],
})

/** Reads one environment of the tenant. */
export const adminGetEnvironment = defineOperation({
  id: 'environments.admin-get',
  title: 'Reads one environment of the tenant, for administrators and management apps.',
  service: 'business-applications',
  method: 'GET',
  path: `${admin}/{environment}`,
  apiVersion: '2023-06-01',
  request: {
    path: z.object({ environment: z.string() }),
    query: z.object({ $expand: z.string().optional(), $select: z.string().optional() }),
  },
  responses: { 200: environmentResource },
  credentials: managementApplication,
  repetition: 'safe',
  failures: adminFailures,
  sources: [source('terraform', 'source')],
})

/** Gives a person the right to an environment. */
export const addUserToEnvironment = defineOperation({
  id: 'environments.add-user',
  title: 'Makes a person of the directory a user of an environment’s database.',
  service: 'business-applications',
  method: 'POST',
  path: `${admin}/{environment}/addUser`,
  apiVersion: '2020-10-01',
  request: {
    path: z.object({ environment: z.string() }),
    body: z.looseObject({ objectId: z.string() }),
  },
  responses: { 200: z.looseObject({}).optional() },
  credentials: managementApplication,
  repetition: 'idempotent',
  failures: [...adminFailures, { status: 404, code: 'UserNotFound', failure: 'directory-object-not-found' }],
  sources: [source('powerAppsModules', 'source', 'path'), unverified('name of the body’s property and the answer')],
  notes: [
    'A person appears in the database by itself some time after getting a licence; this call does not wait for that.',
  ],
})
