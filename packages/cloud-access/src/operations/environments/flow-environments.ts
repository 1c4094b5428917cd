import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personOnly } from '../shared/known-credentials.ts'
import { flowFailures } from '../shared/known-failures.ts'
import { source } from '../shared/known-sources.ts'
import { nextLinkPaging, pageOf } from '../shared/page-of.ts'
import { flowEnvironmentResource } from './environment-resource.ts'

/** Lists the environments in which the signed-in person may make flows. */
export const listEnvironments = defineOperation({
  id: 'environments.list',
  title: 'Lists the environments in which the signed-in person may make flows.',
  service: 'flow',
  method: 'GET',
  path: '/providers/Microsoft.ProcessSimple/environments',
  apiVersion: '2016-11-01',
  request: { query: z.object({ $expand: z.string().optional() }) },
  responses: { 200: pageOf(flowEnvironmentResource) },
  credentials: personOnly,
  repetition: 'safe',
  failures: flowFailures,
  paging: nextLinkPaging,
  sources: [source('m365', 'run', 'flow environment list')],
})

/** Reads one environment as the Flow plane knows it. */
export const getEnvironment = defineOperation({
  id: 'environments.get',
  title: 'Reads one environment as the Flow plane knows it.',
  service: 'flow',
  method: 'GET',
  path: '/providers/Microsoft.ProcessSimple/environments/{environment}',
  apiVersion: '2016-11-01',
  request: {
    /** `~default` stands for the default environment. */
    path: z.object({ environment: z.string() }),
    query: z.object({ $expand: z.string().optional() }),
  },
  responses: { 200: flowEnvironmentResource },
  credentials: personOnly,
  repetition: 'safe',
  failures: flowFailures,
  sources: [source('m365', 'source', 'flow environment get')],
  notes: ['`~default` is taken in place of the name of the default environment.'],
})
