import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { administratorOnly } from '../shared/known-credentials.ts'
import { gatewayFailures } from '../shared/known-failures.ts'
import { source } from '../shared/known-sources.ts'
import { nextLinkPaging, pageOf } from '../shared/page-of.ts'

const collection = '/providers/Microsoft.BusinessAppPlatform/adminApplications'

const managementApplication = z.looseObject({ applicationId: z.string() })

const failures = [...gatewayFailures, { status: 403, code: 'Forbidden', failure: 'not-allowed' }] as const

/** Lists the applications that may use the admin plane. */
export const listManagementApplications = defineOperation({
  id: 'management-applications.list',
  title: 'Lists the applications that may use the admin plane.',
  service: 'business-applications',
  method: 'GET',
  path: collection,
  apiVersion: '2020-06-01',
  request: {},
  responses: { 200: pageOf(managementApplication) },
  credentials: { ...administratorOnly, application: 'registered' },
  repetition: 'safe',
  failures,
  paging: nextLinkPaging,
  sources: [source('m365', 'source', 'pp managementapp list')],
})

/** Reads whether an application may use the admin plane. */
export const getManagementApplication = defineOperation({
  id: 'management-applications.get',
  title: 'Reads whether an application may use the admin plane.',
  service: 'business-applications',
  method: 'GET',
  path: `${collection}/{application}`,
  apiVersion: '2020-10-01',
  request: { path: z.object({ application: z.string() }) },
  responses: { 200: managementApplication },
  credentials: { ...administratorOnly, application: 'registered' },
  repetition: 'safe',
  failures: [...failures, { status: 404, failure: 'not-found' }],
  sources: [source('terraform', 'source')],
})

/** Lets an application use the admin plane. */
export const registerManagementApplication = defineOperation({
  id: 'management-applications.register',
  title: 'Lets an application use the admin plane.',
  service: 'business-applications',
  method: 'PUT',
  path: `${collection}/{application}`,
  apiVersion: '2020-10-01',
  request: { path: z.object({ application: z.string() }) },
  responses: { 200: managementApplication },
  credentials: administratorOnly,
  repetition: 'idempotent',
  failures,
  sources: [source('m365', 'run', 'pp managementapp add'), source('powerPlatformDocs', 'documentation')],
  notes: [
    'An application cannot register itself. Once registered it has rights like those of an administrator on this plane.',
  ],
})

/** Takes the admin plane away from an application. */
export const removeManagementApplication = defineOperation({
  id: 'management-applications.remove',
  title: 'Takes the admin plane away from an application.',
  service: 'business-applications',
  method: 'DELETE',
  path: `${collection}/{application}`,
  apiVersion: '2020-10-01',
  request: { path: z.object({ application: z.string() }) },
  responses: { 200: z.unknown(), 204: z.undefined() },
  credentials: administratorOnly,
  repetition: 'idempotent',
  failures,
  sources: [source('terraform', 'source')],
})
