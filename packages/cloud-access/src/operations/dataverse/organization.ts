import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { applicationUser, organizationFailures, readHeaders, webApi } from './dataverse-requests.ts'
import { dataverseSource } from './dataverse-sources.ts'

/** The organisation as a whole. */
export const organization = {
  whoAmI: defineOperation({
    id: 'dataverse.who-am-i',
    title: 'Tells which user of the organisation the caller is.',
    service: 'dataverse',
    method: 'GET',
    path: `${webApi}/WhoAmI`,
    request: { headers: readHeaders },
    responses: { 200: z.looseObject({ UserId: z.string(), BusinessUnitId: z.string(), OrganizationId: z.string() }) },
    credentials: applicationUser,
    repetition: 'safe',
    failures: organizationFailures,
    sources: [dataverseSource('docs', 'documentation'), dataverseSource('webApiClient', 'run')],
    notes: ['A fresh organisation answers 403 until the caller’s user was provisioned.'],
  }),
  batch: defineOperation({
    id: 'dataverse.batch',
    title: 'Sends up to 1,000 requests in one; those of a change set are done together or not at all.',
    service: 'dataverse',
    method: 'POST',
    path: `${webApi}/$batch`,
    request: {
      headers: z.object({
        /** `multipart/mixed; boundary="batch_x"` */
        'content-type': z.string(),
        /** `odata.continue-on-error` goes on after a request that failed. */
        prefer: z.string().optional(),
        callerobjectid: z.string().optional(),
        mscrmcallerid: z.string().optional(),
      }),
      /** The parts as text. */
      body: z.string(),
    },
    /** The answers as `multipart/mixed` text, in the order of the requests. */
    responses: { 200: z.string() },
    credentials: applicationUser,
    repetition: 'start',
    failures: [...organizationFailures, { status: 400, failure: 'batch-reference-unknown' }],
    sources: [dataverseSource('docs', 'documentation'), dataverseSource('webApiClient', 'run')],
    notes: [
      'Without odata.continue-on-error the outer status is that of the first request that failed, and later requests are not done.',
    ],
  }),
}
