import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { graphFailures } from '../shared/known-failures.ts'
import { source } from '../shared/known-sources.ts'
import { odataPageOf, odataPaging } from '../shared/page-of.ts'
import { graphList, graphSelect, userResource } from './directory-objects.ts'
import { consentedApplication, signedInPerson } from './graph-credentials.ts'

/** Reads who is signed in. */
export const getMe = defineOperation({
  id: 'users.me',
  title: 'Reads who is signed in.',
  service: 'graph',
  method: 'GET',
  path: '/v1.0/me',
  request: { query: graphSelect },
  responses: { 200: userResource },
  credentials: signedInPerson,
  repetition: 'safe',
  failures: [...graphFailures, { status: 400, code: 'BadRequest', failure: 'directory-request-refused' }],
  sources: [source('graphDocs', 'documentation'), { name: '@microsoft/microsoft-graph-client', confidence: 'run' }],
  notes: ['Least permission: User.Read.'],
})

/** Lists people of the directory. */
export const listUsers = defineOperation({
  id: 'users.list',
  title: 'Lists people of the directory.',
  service: 'graph',
  method: 'GET',
  path: '/v1.0/users',
  request: { query: graphList },
  responses: { 200: odataPageOf(userResource) },
  credentials: consentedApplication,
  repetition: 'safe',
  failures: graphFailures,
  paging: odataPaging,
  sources: [source('graphDocs', 'documentation')],
  notes: ['Least permission: User.ReadBasic.All.'],
})

/** Reads a person by object id or user principal name. */
export const getUser = defineOperation({
  id: 'users.get',
  title: 'Reads a person by object id or user principal name.',
  service: 'graph',
  method: 'GET',
  path: '/v1.0/users/{user}',
  request: { path: z.object({ user: z.string() }), query: graphSelect },
  responses: { 200: userResource },
  credentials: consentedApplication,
  repetition: 'safe',
  failures: graphFailures,
  sources: [source('graphDocs', 'documentation')],
  notes: ['Least permission: User.ReadBasic.All.'],
})
