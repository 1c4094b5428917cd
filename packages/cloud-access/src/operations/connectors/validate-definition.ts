import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personKnownToWork } from '../shared/known-credentials.ts'
import { gatewayFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'

/** Has the service look a definition over without keeping it. */
export const validateConnectorDefinition = defineOperation({
  id: 'connectors.validate-definition',
  title: 'Has the service look an OpenAPI definition over without keeping it.',
  service: 'power-apps',
  method: 'POST',
  path: '/providers/Microsoft.PowerApps/objectIds/{objectId}/validateApiSwagger',
  apiVersion: '2016-11-01',
  request: {
    /** Object id of the signed-in person. */
    path: z.object({ objectId: z.string() }),
    /** `true` also applies the rules of certification. */
    query: z.object({ enableConnectorCertificationRules: z.string().optional() }),
    /** OpenAPI 2.0. */
    body: z.looseObject({}),
  },
  responses: { 200: z.unknown() },
  credentials: personKnownToWork,
  repetition: 'safe',
  failures: [...gatewayFailures, { status: 400, code: 'InvalidOpenApiDefinition', failure: 'definition-invalid' }],
  sources: [source('paconn', 'source', 'request'), unverified('the body of the answer and the code of a refusal')],
  notes: ['It uploads the definition to Microsoft, so plans run it only when asked for.'],
})
