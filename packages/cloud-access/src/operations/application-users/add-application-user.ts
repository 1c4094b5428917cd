import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { managementApplication } from '../shared/known-credentials.ts'
import { adminFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'

/** Makes an application a user of an environment's database. */
export const addApplicationUser = defineOperation({
  id: 'application-users.add',
  title: 'Makes an application a user of an environment’s database, as its administrator.',
  service: 'business-applications',
  method: 'POST',
  path: '/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/{environment}/addAppUser',
  apiVersion: '2020-10-01',
  request: {
    path: z.object({ environment: z.string() }),
    /** Client id of the application. */
    body: z.looseObject({ servicePrincipalAppId: z.string() }),
  },
  responses: { 200: z.unknown() },
  credentials: managementApplication,
  repetition: 'idempotent',
  failures: [
    ...adminFailures,
    { status: 400, code: 'ServicePrincipalNotFound', failure: 'directory-object-not-found' },
    { status: 400, code: 'EnvironmentHasNoDatabase', failure: 'request-refused' },
  ],
  sources: [
    source('terraform', 'source', 'request; the resource is called environment_application_admin'),
    unverified('codes of refusals'),
  ],
  notes: ['The user appears some time later: until then the Web API answers 403.'],
})
