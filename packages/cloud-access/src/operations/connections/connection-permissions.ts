import { defineOperation } from '../operation.ts'
import { personKnownToWork } from '../shared/known-credentials.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { nextLinkPaging, pageOf } from '../shared/page-of.ts'
import {
  inEnvironment,
  modifyPermissionsAnswer,
  modifyPermissionsBody,
  permissionResource,
} from '../shared/permissions.ts'
import { oneConnectionFailures } from './connection-failures.ts'
import { connectionPath } from './connection-resource.ts'

const one = '/providers/Microsoft.PowerApps/apis/{connector}/connections/{connection}'

/** Lists whom a connection is shared with. */
export const listConnectionPermissions = defineOperation({
  id: 'connections.list-permissions',
  title: 'Lists whom a connection is shared with.',
  service: 'power-apps',
  method: 'GET',
  path: `${one}/permissions`,
  apiVersion: '2017-06-01',
  request: { path: connectionPath, query: inEnvironment },
  responses: { 200: pageOf(permissionResource) },
  credentials: personKnownToWork,
  repetition: 'safe',
  failures: oneConnectionFailures,
  paging: nextLinkPaging,
  sources: [source('powerAppsModules', 'source')],
})

/** Shares a connection or takes a share back. */
export const modifyConnectionPermissions = defineOperation({
  id: 'connections.modify-permissions',
  title: 'Shares a connection or takes a share back.',
  service: 'power-apps',
  method: 'POST',
  path: `${one}/modifyPermissions`,
  apiVersion: '2017-06-01',
  request: { path: connectionPath, query: inEnvironment, body: modifyPermissionsBody },
  responses: { 200: modifyPermissionsAnswer },
  credentials: personKnownToWork,
  repetition: 'idempotent',
  failures: [...oneConnectionFailures, { status: 403, code: 'Forbidden', failure: 'not-allowed-to-share' }],
  sources: [source('powerAppsModules', 'source', 'request'), unverified('the body of the answer')],
  notes: [
    'An application that imports a solution needs `CanViewWithShare` (shown as “Can use + share”) on each connection.',
  ],
})
