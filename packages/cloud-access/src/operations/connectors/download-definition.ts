import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { signedAddress } from '../shared/known-credentials.ts'
import { source } from '../shared/known-sources.ts'

/** Reads a connector's OpenAPI definition from the signed address that connectors.get answers. */
export const downloadConnectorDefinition = defineOperation({
  id: 'connectors.download-definition',
  title: 'Reads a connector’s OpenAPI definition from its signed address.',
  service: 'storage',
  method: 'GET',
  path: '/api-swagger-files/{blob}',
  request: {},
  responses: { 200: z.looseObject({}) },
  credentials: signedAddress,
  repetition: 'safe',
  failures: [
    { status: 403, code: 'AuthenticationFailed', failure: 'signed-address-ended' },
    { status: 404, code: 'BlobNotFound', failure: 'blob-not-found' },
  ],
  sources: [source('m365', 'source', 'pa connector export'), source('paconn', 'source')],
  notes: [
    'The address is given whole and no token is sent: the one in `apiDefinitions.originalSwaggerUrl` carries its own signature and ends soon.',
  ],
})
