import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personKnownToWork } from '../shared/known-credentials.ts'
import { environmentFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { nextLinkPaging, pageOf } from '../shared/page-of.ts'
import {
  inEnvironment,
  modifyPermissionsAnswer,
  modifyPermissionsBody,
  permissionResource,
} from '../shared/permissions.ts'

const failures = [
  ...environmentFailures,
  { status: 404, code: 'ApiResourceNotFound', failure: 'connector-not-found' },
] as const

/** Lists whom a connector is shared with. */
export const listConnectorPermissions = defineOperation({
  id: 'connectors.list-permissions',
  title: 'Lists whom a connector is shared with.',
  service: 'power-apps',
  method: 'GET',
  path: '/providers/Microsoft.PowerApps/apis/{connector}/permissions',
  apiVersion: '2017-06-01',
  request: { path: z.object({ connector: z.string() }), query: inEnvironment },
  responses: { 200: pageOf(permissionResource) },
  credentials: personKnownToWork,
  repetition: 'safe',
  failures,
  paging: nextLinkPaging,
  sources: [source('powerAppsModules', 'source')],
})

/** Shares a connector or takes a share back. */
export const modifyConnectorPermissions = defineOperation({
  id: 'connectors.modify-permissions',
  title: 'Shares a connector or takes a share back.',
  service: 'power-apps',
  method: 'POST',
  path: '/providers/Microsoft.PowerApps/apis/{connector}/modifyPermissions',
  apiVersion: '2017-06-01',
  request: { path: z.object({ connector: z.string() }), query: inEnvironment, body: modifyPermissionsBody },
  responses: { 200: modifyPermissionsAnswer },
  credentials: personKnownToWork,
  repetition: 'idempotent',
  failures: [...failures, { status: 403, code: 'Forbidden', failure: 'not-allowed-to-share' }],
  sources: [source('powerAppsModules', 'source', 'request'), unverified('the body of the answer')],
})
