import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personKnownToWork } from '../shared/known-credentials.ts'
import { environmentFailures, gatewayFailures } from '../shared/known-failures.ts'
import { source } from '../shared/known-sources.ts'
import { nextLinkPaging, pageOf } from '../shared/page-of.ts'
import { environmentResource } from './environment-resource.ts'

const credentials = {
  ...personKnownToWork,
  alternative: 'Sign in as a person, or read the environment on the admin plane (environments.admin-get).',
}

/** Lists the environments that the caller may see, as BAP knows them. */
export const makerListEnvironments = defineOperation({
  id: 'environments.maker-list',
  title: 'Lists the environments that the caller may see, with their databases.',
  service: 'business-applications',
  method: 'GET',
  path: '/providers/Microsoft.BusinessAppPlatform/environments',
  apiVersion: '2020-10-01',
  request: { query: z.object({ $expand: z.string().optional(), $select: z.string().optional() }) },
  responses: { 200: pageOf(environmentResource) },
  credentials,
  repetition: 'safe',
  failures: gatewayFailures,
  paging: nextLinkPaging,
  sources: [source('m365', 'source', 'pp environment list')],
})

/** Reads one environment as BAP knows it, which is where its database's address comes from. */
export const makerGetEnvironment = defineOperation({
  id: 'environments.maker-get',
  title: 'Reads one environment with the address of its database.',
  service: 'business-applications',
  method: 'GET',
  path: '/providers/Microsoft.BusinessAppPlatform/environments/{environment}',
  apiVersion: '2020-10-01',
  request: {
    path: z.object({ environment: z.string() }),
    /** For example `properties.linkedEnvironmentMetadata.instanceApiUrl`. */
    query: z.object({ $select: z.string().optional(), $expand: z.string().optional() }),
  },
  responses: { 200: environmentResource.partial() },
  credentials,
  repetition: 'safe',
  failures: environmentFailures,
  sources: [source('m365', 'source', 'Dataverse address of an environment')],
  notes: ['With `$select` only the named parts come back, so every part of the answer may be missing.'],
})
