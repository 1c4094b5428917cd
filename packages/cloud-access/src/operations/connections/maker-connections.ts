import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personKnownToWork } from '../shared/known-credentials.ts'
import { environmentFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { nextLinkPaging, pageOf } from '../shared/page-of.ts'
import { inEnvironment } from '../shared/permissions.ts'
import { oneConnectionFailures, writeConnectionFailures } from './connection-failures.ts'
import { connectionBody, connectionPath, connectionResource } from './connection-resource.ts'

const one = '/providers/Microsoft.PowerApps/apis/{connector}/connections/{connection}'

const credentials = {
  ...personKnownToWork,
  alternative: 'Sign in as a person, or use the Power Platform API (connections.platform-…), which takes applications.',
}

/** Lists the connections of an environment that the caller may see. */
export const listConnections = defineOperation({
  id: 'connections.list',
  title: 'Lists the connections of an environment that the caller may see.',
  service: 'power-apps',
  method: 'GET',
  path: '/providers/Microsoft.PowerApps/connections',
  apiVersion: '2016-11-01',
  request: { query: inEnvironment.extend({ $expand: z.string().optional() }) },
  responses: { 200: pageOf(connectionResource) },
  credentials,
  repetition: 'safe',
  failures: environmentFailures,
  paging: nextLinkPaging,
  sources: [source('powerAppsModules', 'source')],
  notes: ['The Flow plane has no list of connections; there the path is unknown (404).'],
})

/** Reads one connection. */
export const getConnection = defineOperation({
  id: 'connections.get',
  title: 'Reads one connection and whether it is connected.',
  service: 'power-apps',
  method: 'GET',
  path: one,
  apiVersion: '2016-11-01',
  request: { path: connectionPath, query: inEnvironment.extend({ $expand: z.string().optional() }) },
  responses: { 200: connectionResource },
  credentials,
  repetition: 'safe',
  failures: oneConnectionFailures,
  sources: [source('powerAppsModules', 'source')],
})

/** Makes a connection under an id that the caller chooses, or changes it. */
export const createConnection = defineOperation({
  id: 'connections.create',
  title: 'Makes a connection under an id that the caller chooses.',
  service: 'power-apps',
  method: 'PUT',
  path: one,
  apiVersion: '2016-11-01',
  request: { path: connectionPath, query: inEnvironment, body: connectionBody },
  responses: { 200: connectionResource, 201: connectionResource },
  credentials,
  repetition: 'idempotent',
  failures: writeConnectionFailures,
  sources: [source('community', 'community', 'the whole request'), unverified('whether it answers 200 or 201')],
  notes: [
    'The id is a GUID without dashes. Secret parameters are written and never given back.',
    'Where the connector signs in with OAuth the connection stays unauthenticated until somebody signed in through connections.get-consent-link.',
  ],
})

/** Removes a connection. */
export const deleteConnection = defineOperation({
  id: 'connections.delete',
  title: 'Removes a connection; flows that use it stop working.',
  service: 'power-apps',
  method: 'DELETE',
  path: one,
  apiVersion: '2016-11-01',
  request: { path: connectionPath, query: inEnvironment },
  responses: { 200: z.unknown(), 204: z.undefined() },
  credentials,
  repetition: 'idempotent',
  failures: oneConnectionFailures,
  sources: [source('powerAppsModules', 'source', 'request'), unverified('whether it answers 200 or 204')],
})
