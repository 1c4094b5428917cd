import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personOnly } from '../shared/known-credentials.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { inEnvironment } from '../shared/permissions.ts'
import { oneConnectionFailures } from './connection-failures.ts'
import { connectionPath } from './connection-resource.ts'

const one = '/providers/Microsoft.PowerApps/apis/{connector}/connections/{connection}'

const credentials = {
  ...personOnly,
  alternative: 'Nobody can sign in for an application: have a person open the link once, then share the connection.',
}

/** Asks for the page on which a person signs in to the connector's service. */
export const getConsentLink = defineOperation({
  id: 'connections.get-consent-link',
  title: 'Asks for the page on which a person signs in to the connector’s service.',
  service: 'power-apps',
  method: 'POST',
  path: `${one}/getConsentLink`,
  apiVersion: '2016-11-01',
  request: {
    path: connectionPath,
    query: z.object({ $filter: z.string().optional() }),
    body: z.looseObject({
      /** Where the browser is sent afterwards. */
      redirectUrl: z.string(),
    }),
  },
  responses: { 200: z.looseObject({ consentLink: z.string() }) },
  credentials,
  repetition: 'idempotent',
  failures: oneConnectionFailures,
  sources: [source('community', 'community')],
  notes: ['After the person signed in the connection is connected; the portal also confirms the code it gets back.'],
})

/** Confirms the code that the browser brought back from the consent page. */
export const confirmConsentCode = defineOperation({
  id: 'connections.confirm-consent-code',
  title: 'Confirms the code that the browser brought back from the consent page.',
  service: 'power-apps',
  method: 'POST',
  path: `${one}/confirmConsentCode`,
  apiVersion: '2016-11-01',
  request: {
    path: connectionPath,
    query: inEnvironment.partial(),
    body: z.looseObject({ code: z.string(), objectId: z.string().optional(), tenantId: z.string().optional() }),
  },
  responses: { 200: z.unknown() },
  credentials,
  repetition: 'idempotent',
  failures: [...oneConnectionFailures, { status: 400, code: 'InvalidConsentCode', failure: 'request-refused' }],
  sources: [
    source('community', 'community', 'that the portal makes this call'),
    unverified('body, answer and failures'),
  ],
})
