import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { graphFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { userResource } from './directory-objects.ts'
import { consentedApplication } from './graph-credentials.ts'

/** Gives licences to a person and takes others away. */
export const assignLicence = defineOperation({
  id: 'licences.assign',
  title: 'Gives licences to a person and takes others away.',
  service: 'graph',
  method: 'POST',
  path: '/v1.0/users/{user}/assignLicense',
  request: {
    path: z.object({ user: z.string() }),
    body: z.looseObject({
      addLicenses: z.array(z.looseObject({ skuId: z.string(), disabledPlans: z.array(z.string()).optional() })),
      removeLicenses: z.array(z.string()),
    }),
  },
  responses: { 200: userResource },
  credentials: consentedApplication,
  repetition: 'idempotent',
  failures: [...graphFailures, { status: 400, code: 'Request_BadRequest', failure: 'directory-request-refused' }],
  sources: [source('graphDocs', 'documentation'), unverified('that a usage location has to be set first')],
  notes: [
    'Least permission: LicenseAssignment.ReadWrite.All, or User.ReadWrite.All.',
    'The person needs a usage location; no seats left, or a SKU the tenant did not buy, comes as `Request_BadRequest`.',
  ],
})
