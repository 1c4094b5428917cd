import { defineOperation } from '../operation.ts'
import { personKnownToWork } from '../shared/known-credentials.ts'
import { environmentFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { inEnvironment } from '../shared/permissions.ts'
import { connectorBody, connectorResource } from './connector-resource.ts'

/** Makes a custom connector. */
export const createConnector = defineOperation({
  id: 'connectors.create',
  title: 'Makes a custom connector in an environment.',
  service: 'power-apps',
  method: 'POST',
  path: '/providers/Microsoft.PowerApps/apis',
  apiVersion: '2016-11-01',
  request: { query: inEnvironment, body: connectorBody },
  responses: { 200: connectorResource, 201: connectorResource },
  credentials: {
    ...personKnownToWork,
    alternative:
      'Sign in as a person (an application’s token was reported as refused), or bring the connector in a solution.',
  },
  repetition: 'start',
  failures: [
    ...environmentFailures,
    { status: 400, code: 'InvalidOpenApiDefinition', failure: 'definition-invalid' },
    { status: 400, code: 'OAuthSettingsMissingClientSecret', failure: 'client-secret-missing' },
    { status: 400, code: 'ApiHubsRequestFailed', failure: 'connector-service-failed' },
  ],
  sources: [
    source('paconn', 'source', 'order, body and answer'),
    unverified('whether it answers 200 or 201, and the codes of refusals'),
  ],
  notes: [
    'The name is given by the service: `shared_`, the encoded title and a suffix. Repeating the call makes a second connector.',
    'Where the connector signs in with OAuth, the client secret stands at `connectionParameters.token.oAuthSettings.clientSecret` and is asked for when it is made; it is never given back.',
    'A connection needs the connector first, so a first installation has two phases.',
  ],
})
