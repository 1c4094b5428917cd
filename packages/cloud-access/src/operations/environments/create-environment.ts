import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { managementApplication } from '../shared/known-credentials.ts'
import { adminFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { environmentResource, lifecycleOperation } from './environment-resource.ts'

const platform = '/providers/Microsoft.BusinessAppPlatform'

const environmentBody = z.looseObject({
  /** Region, for example `europe`. */
  location: z.string(),
  properties: z.looseObject({
    displayName: z.string(),
    environmentSku: z.string(),
    databaseType: z.string().optional(),
    linkedEnvironmentMetadata: z.looseObject({}).optional(),
  }),
})

/** Makes a new environment. */
export const createEnvironment = defineOperation({
  id: 'environments.create',
  title: 'Makes a new environment, with a database where one is asked for.',
  service: 'business-applications',
  method: 'POST',
  path: `${platform}/environments`,
  apiVersion: '2023-06-01',
  request: { query: z.object({ retainOnProvisionFailure: z.string().optional() }), body: environmentBody },
  responses: { 201: environmentResource, 202: z.looseObject({}).optional() },
  credentials: managementApplication,
  repetition: 'start',
  failures: [
    ...adminFailures,
    { status: 409, failure: 'environment-busy' },
    { status: 400, code: 'InsufficientCapacity_StorageDriven', failure: 'capacity-missing' },
  ],
  completion: { kind: 'location', polledBy: 'environments.read-lifecycle-operation' },
  sources: [source('terraform', 'source'), unverified('the query retainOnProvisionFailure')],
})

/** Says whether an environment could be made or changed so, without doing it. */
export const validateEnvironment = defineOperation({
  id: 'environments.validate',
  title: 'Says whether an environment could be made so, without making it.',
  service: 'business-applications',
  method: 'POST',
  path: `${platform}/validateEnvironmentDetails`,
  apiVersion: '2023-06-01',
  request: { body: z.looseObject({}) },
  responses: { 200: z.looseObject({}).optional() },
  credentials: managementApplication,
  repetition: 'safe',
  failures: [...adminFailures, { status: 400, failure: 'environment-details-invalid' }],
  sources: [source('terraform', 'source', 'path and purpose'), unverified('the body of a refusal')],
})

/** Reads where work on an environment stands. */
export const readLifecycleOperation = defineOperation({
  id: 'environments.read-lifecycle-operation',
  title: 'Reads where work on an environment stands.',
  service: 'business-applications',
  method: 'GET',
  path: `${platform}/lifecycleOperations/{operation}`,
  apiVersion: '2023-06-01',
  request: { path: z.object({ operation: z.string() }) },
  responses: { 200: lifecycleOperation },
  credentials: managementApplication,
  repetition: 'safe',
  failures: [
    ...adminFailures,
    { status: 409, failure: 'environment-busy' },
    { status: 404, failure: 'work-not-found' },
  ],
  sources: [source('terraform', 'source')],
  notes: [
    'The address comes from the answer that began the work and is on a regional host; some answers name it in `Operation-Location`.',
    '409 means wait. After a deletion, 404 means that it is done.',
  ],
})
