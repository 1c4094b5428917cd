import { defineOperation } from '../operation.ts'
import { anyCredential } from '../shared/known-credentials.ts'
import { source } from '../shared/known-sources.ts'
import { nextLinkPaging, pageOf } from '../shared/page-of.ts'
import {
  inEnvironment,
  modifyPermissionsAnswer,
  modifyPermissionsBody,
  permissionResource,
} from '../shared/permissions.ts'
import { freshEnvironmentFailure, oneConnectionFailures } from './connection-failures.ts'
import { connectionPath } from './connection-resource.ts'

const one = '/connectivity/connectors/{connector}/connections/{connection}'

/** Lists whom a connection is shared with. */
export const platformListConnectionPermissions = defineOperation({
  id: 'connections.platform-list-permissions',
  title: 'Lists whom a connection is shared with, through the environment’s own host.',
  service: 'power-platform-environment',
  method: 'GET',
  path: `${one}/permissions`,
  apiVersion: '1',
  request: { path: connectionPath, query: inEnvironment },
  responses: { 200: pageOf(permissionResource) },
  credentials: anyCredential,
  repetition: 'safe',
  failures: [...oneConnectionFailures, freshEnvironmentFailure],
  paging: nextLinkPaging,
  sources: [source('terraform', 'source')],
})

/** Shares a connection or takes a share back. */
export const platformModifyConnectionPermissions = defineOperation({
  id: 'connections.platform-modify-permissions',
  title: 'Shares a connection or takes a share back, through the environment’s own host.',
  service: 'power-platform-environment',
  method: 'POST',
  path: `${one}/modifyPermissions`,
  apiVersion: '1',
  request: { path: connectionPath, query: inEnvironment, body: modifyPermissionsBody },
  responses: { 200: modifyPermissionsAnswer },
  credentials: anyCredential,
  repetition: 'idempotent',
  failures: [
    ...oneConnectionFailures,
    freshEnvironmentFailure,
    { status: 403, code: 'Forbidden', failure: 'not-allowed-to-share' },
  ],
  sources: [source('terraform', 'source')],
  notes: [
    '`CanViewWithShare` is what the portal calls “Can use + share”; an application that imports a solution needs it.',
  ],
})
