import { z } from 'zod'
import { defineOperation } from '../operation.ts'
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
    query: z.object({ $filter: z.string() }),
  },
  responses: { 200: connectorResource },
  credentials: {
    application: 'unknown',
    delegated: 'accepted',
    alternative: 'Sign in as a person (device code), or read the connector’s row in Dataverse.',
  },
  repetition: 'safe',
  failures: [{ status: 404, code: 'ApiResourceNotFound', failure: 'connector-not-found' }],
  sources: [{ name: 'microsoft/PowerPlatformConnectors, paconn-cli', confidence: 'source' }],
})
