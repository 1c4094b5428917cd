import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personKnownToWork } from '../shared/known-credentials.ts'
import { environmentFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { inEnvironment } from '../shared/permissions.ts'
import { connectorBody, connectorResource } from './connector-resource.ts'

/** Changes a custom connector. */
export const updateConnector = defineOperation({
  id: 'connectors.update',
  title: 'Changes a custom connector.',
  service: 'power-apps',
  method: 'PATCH',
  path: '/providers/Microsoft.PowerApps/apis/{connector}',
  apiVersion: '2016-11-01',
  request: { path: z.object({ connector: z.string() }), query: inEnvironment, body: connectorBody },
  responses: { 200: connectorResource },
  credentials: personKnownToWork,
  repetition: 'idempotent',
  failures: [
    ...environmentFailures,
    { status: 404, code: 'ApiResourceNotFound', failure: 'connector-not-found' },
    { status: 400, code: 'InvalidOpenApiDefinition', failure: 'definition-invalid' },
    { status: 400, code: 'ApiHubsRequestFailed', failure: 'connector-service-failed' },
  ],
  sources: [source('paconn', 'source', 'request'), unverified('the status of the answer and the codes of refusals')],
  notes: [
    'Without a client secret the stored one stays. A new secret given here was reported as not taking effect (PowerPlatformConnectors issue 1113).',
    'A failure of the service behind it comes as text within text under `ApiHubsRequestFailed` (PowerPlatformConnectors issue 3891).',
  ],
})
