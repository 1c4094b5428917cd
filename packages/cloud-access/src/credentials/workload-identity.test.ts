import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { identityPlatform } from '../fixtures/identity-platform.ts'
import { serveApp, serveCloud } from '../fixtures/loopback-server.ts'
import { failureOf } from '../fixtures/sample-client.ts'
import { createWorkloadIdentityCredential, type PipelineEnvironment } from './workload-identity.ts'

const scope = 'https://service.powerapps.com//.default'

/** A pipeline that proves its runs, and an identity platform that trusts it. */
async function pipeline(answer: object = { value: 'fake-proof', oidcToken: 'fake-proof' }, status: 200 | 403 = 200) {
  const asked: { method: string; url: string; authorization: string | undefined }[] = []
  const app = new Hono()
  app.all('*', (c) => {
    asked.push({
      method: c.req.method,
      url: c.req.url.replace(/^http:\/\/[^/]+/, ''),
      authorization: c.req.header('authorization'),
    })
    return c.json(answer, status)
  })
  const origin = await serveApp(app)
  const identity = identityPlatform()
  const { cloud } = await serveCloud(identity.app)
  const common = {
    cloud,
    tenant: '11111111-2222-3333-4444-555555555555',
    clientId: 'aaaaaaaa-0000-0000-0000-000000000001',
  }
  return { asked, origin, common, seen: identity.seen }
}

test('a run of GitHub proves itself', async () => {
  const { asked, origin, common, seen } = await pipeline({ value: 'fake-proof' })
  const environment = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${origin}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'fake-github-token',
  }
  const credential = createWorkloadIdentityCredential({ ...common, environment })
  expect(credential.kind).toBe('application')
  await credential.getToken(scope)
  expect(asked).toEqual([
    {
      method: 'GET',
      url: '/token?api-version=2.0&audience=api%3A%2F%2FAzureADTokenExchange',
      authorization: 'Bearer fake-github-token',
    },
  ])
  expect(seen[0]?.form).toMatchObject({
    grant_type: 'client_credentials',
    client_assertion: 'fake-proof',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  })
})

test('a run of Azure DevOps proves itself', async () => {
  const { asked, origin, common, seen } = await pipeline({ oidcToken: 'fake-proof' })
  const environment = {
    SYSTEM_OIDCREQUESTURI: `${origin}/oidctoken`,
    SYSTEM_ACCESSTOKEN: 'fake-devops-token',
    AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: 'connection-1',
  }
  await createWorkloadIdentityCredential({ ...common, environment }).getToken(scope)
  expect(asked).toEqual([
    {
      method: 'POST',
      url: '/oidctoken?api-version=7.1&serviceConnectionId=connection-1',
      authorization: 'Bearer fake-devops-token',
    },
  ])
  expect(seen[0]?.form.client_assertion).toBe('fake-proof')
})

test.each<[string, (origin: string) => PipelineEnvironment, code: string]>([
  ['outside a pipeline', () => ({}), 'workload-identity-missing'],
  ['in a job without permission', (origin) => ({ ACTIONS_ID_TOKEN_REQUEST_URL: origin }), 'workload-identity-missing'],
  [
    'with an address that is not https',
    () => ({ ACTIONS_ID_TOKEN_REQUEST_URL: 'http://example.com', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' }),
    'address-insecure',
  ],
  ['with no address at all', () => ({ SYSTEM_OIDCREQUESTURI: 'x', SYSTEM_ACCESSTOKEN: 'y' }), 'address-insecure'],
])('%s there is no identity', async (_, environment, code) => {
  const { origin, common } = await pipeline()
  const making = Promise.resolve().then(() =>
    createWorkloadIdentityCredential({ ...common, environment: environment(origin) }),
  )
  expect((await failureOf(making)).code).toBe(code)
})

test.each<[string, object, 200 | 403]>([
  ['refuses', { message: 'no' }, 403],
  ['answers without a token', { other: 1 }, 200],
])('a pipeline that %s is told of', async (_, answer, status) => {
  const { origin, common, seen } = await pipeline(answer, status)
  const environment = { ACTIONS_ID_TOKEN_REQUEST_URL: origin, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'fake-github-token' }
  const failure = await failureOf(createWorkloadIdentityCredential({ ...common, environment }).getToken(scope))
  expect(failure.code).toBe('workload-identity-refused')
  expect(failure.message).not.toContain('fake-github-token')
  expect(seen).toEqual([])
})
