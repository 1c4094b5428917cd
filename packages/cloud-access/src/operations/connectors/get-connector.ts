import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personKnownToWork } from '../shared/known-credentials.ts'
import { environmentFailures } from '../shared/known-failures.ts'
import { source } from '../shared/known-sources.ts'
import { inEnvironment } from '../shared/permissions.ts'
import { connectorResource } from './connector-resource.ts'

/** Reads one connector of an environment. */
export const getConnector = defineOperation({
  id: 'connectors.get',
  title: 'Reads one connector of an environment.',
  service: 'power-apps',
  method: 'GET',
  path: '/providers/Microsoft.PowerApps/apis/{connector}',
  apiVersion: '2016-11-01',
  request: {
    path: z.object({ connector: z.string() }),
    /** `environment eq '{name}'` */
    query: inEnvironment,
  },
  responses: { 200: connectorResource },
  credentials: personKnownToWork,
  repetition: 'safe',
  failures: [...environmentFailures, { status: 404, code: 'ApiResourceNotFound', failure: 'connector-not-found' }],
  sources: [source('paconn', 'source'), source('m365', 'source', 'pa connector export')],
  notes: ['The definition is not inline: connectors.download-definition reads the signed address in the answer.'],
})
