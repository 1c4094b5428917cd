import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personKnownToWork } from '../shared/known-credentials.ts'
import { environmentFailures } from '../shared/known-failures.ts'
import { source } from '../shared/known-sources.ts'

/** Gives a place to upload a connector's icon and script to. */
export const generateConnectorStorage = defineOperation({
  id: 'connectors.generate-storage',
  title: 'Gives a signed container to upload a connector’s icon and script to.',
  service: 'power-apps',
  method: 'POST',
  path: '/providers/Microsoft.PowerApps/objectIds/{objectId}/generateResourceStorage',
  apiVersion: '2016-11-01',
  request: {
    path: z.object({ objectId: z.string() }),
    body: z.looseObject({ environment: z.looseObject({ name: z.string() }) }),
  },
  responses: { 200: z.looseObject({ sharedAccessSignature: z.string() }) },
  credentials: personKnownToWork,
  repetition: 'idempotent',
  failures: environmentFailures,
  sources: [source('paconn', 'source')],
  notes: [
    'The address is a secret until it ends. Its host is `{account}.blob.{suffix}`, which clients take apart.',
    'Addresses given to the connector keep their signature.',
  ],
})
