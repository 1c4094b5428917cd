import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { anyCredential } from '../shared/known-credentials.ts'
import { environmentFailures } from '../shared/known-failures.ts'
import { source } from '../shared/known-sources.ts'
import { nextLinkPaging, pageOf } from '../shared/page-of.ts'
import { inEnvironment } from '../shared/permissions.ts'
import { freshEnvironmentFailure, oneConnectionFailures, writeConnectionFailures } from './connection-failures.ts'
import { connectionBody, connectionPath, connectionResource } from './connection-resource.ts'

const one = '/connectivity/connectors/{connector}/connections/{connection}'

/** Lists the connections of the environment that the host names. */
export const platformListConnections = defineOperation({
  id: 'connections.platform-list',
  title: 'Lists connections through the environment’s own host.',
  service: 'power-platform-environment',
  method: 'GET',
  path: '/connectivity/connections',
  apiVersion: '1',
  request: {},
  responses: { 200: pageOf(connectionResource) },
  credentials: anyCredential,
  repetition: 'safe',
  failures: [...environmentFailures, freshEnvironmentFailure],
  paging: nextLinkPaging,
  sources: [source('terraform', 'source')],
})

/** Reads one connection through the environment's own host. */
export const platformGetConnection = defineOperation({
  id: 'connections.platform-get',
  title: 'Reads one connection through the environment’s own host.',
  service: 'power-platform-environment',
  method: 'GET',
  path: one,
  apiVersion: '1',
  request: { path: connectionPath, query: inEnvironment },
  responses: { 200: connectionResource },
  credentials: anyCredential,
  repetition: 'safe',
  failures: [...oneConnectionFailures, freshEnvironmentFailure],
  sources: [source('terraform', 'source')],
})

/** Makes a connection, or writes it anew as a whole. */
export const platformCreateConnection = defineOperation({
  id: 'connections.platform-create',
  title: 'Makes a connection under an id that the caller chooses, or writes it anew as a whole.',
  service: 'power-platform-environment',
  method: 'PUT',
  path: one,
  apiVersion: '1',
  request: { path: connectionPath, query: inEnvironment, body: connectionBody },
  responses: { 200: connectionResource, 201: connectionResource },
  credentials: anyCredential,
  repetition: 'idempotent',
  failures: [...writeConnectionFailures, freshEnvironmentFailure],
  sources: [source('terraform', 'source')],
  notes: [
    '201 when it was made, 200 when it was written anew. Writing replaces the whole.',
    'Where the connector asks a person to sign in, the connection comes out unauthenticated.',
  ],
})

/** Removes a connection through the environment's own host. */
export const platformDeleteConnection = defineOperation({
  id: 'connections.platform-delete',
  title: 'Removes a connection through the environment’s own host.',
  service: 'power-platform-environment',
  method: 'DELETE',
  path: one,
  apiVersion: '1',
  request: { path: connectionPath, query: inEnvironment },
  responses: { 200: z.unknown(), 204: z.undefined() },
  credentials: anyCredential,
  repetition: 'idempotent',
  failures: [...oneConnectionFailures, freshEnvironmentFailure],
  sources: [source('terraform', 'source')],
})
