import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personKnownToWork } from '../shared/known-credentials.ts'
import { environmentFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { inEnvironment } from '../shared/permissions.ts'

/** Removes a custom connector with its connections. */
export const deleteConnector = defineOperation({
  id: 'connectors.delete',
  title: 'Removes a custom connector; its connections go with it.',
  service: 'power-apps',
  method: 'DELETE',
  path: '/providers/Microsoft.PowerApps/apis/{connector}',
  apiVersion: '2016-11-01',
  request: { path: z.object({ connector: z.string() }), query: inEnvironment },
  responses: { 200: z.unknown(), 204: z.undefined() },
  credentials: personKnownToWork,
  repetition: 'idempotent',
  failures: [...environmentFailures, { status: 404, code: 'ApiResourceNotFound', failure: 'connector-not-found' }],
  sources: [
    source('powerAppsModules', 'source', 'request'),
    unverified('the status of the answer, and that connections go with it'),
  ],
})
