import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { managementApplication } from '../shared/known-credentials.ts'
import { adminFailures } from '../shared/known-failures.ts'
import { source } from '../shared/known-sources.ts'
import { nextLinkPaging, pageOf } from '../shared/page-of.ts'
import { connectionResource } from './connection-resource.ts'

/** Lists every connection of an environment. */
export const adminListConnections = defineOperation({
  id: 'connections.admin-list',
  title: 'Lists every connection of an environment, for administrators.',
  service: 'power-apps',
  method: 'GET',
  path: '/providers/Microsoft.PowerApps/scopes/admin/environments/{environment}/connections',
  apiVersion: '2016-11-01',
  request: { path: z.object({ environment: z.string() }) },
  responses: { 200: pageOf(connectionResource) },
  credentials: managementApplication,
  repetition: 'safe',
  failures: adminFailures,
  paging: nextLinkPaging,
  sources: [source('powerAppsModules', 'source')],
})
