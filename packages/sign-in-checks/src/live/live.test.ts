import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCloudClient, createGivenTokenCredential, knownClouds, overrideCloud } from '@sevenstep/cloud-access'
import { afterEach, describe, expect, test } from 'vitest'
import { checkAppRegistration } from '../engine/check-app-registration.ts'
import { readAppRegistration } from '../registration/read-app-registration.ts'
import { manifestPath, manifestText } from '../testing/given-registration.ts'
import { gatherTenantFacts } from './gather-tenant-facts.ts'
import { readAuthority } from './read-authority.ts'

const own = '0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11'
const graph = '00000003-0000-0000-c000-000000000000'
const flow = '7df0a125-d3be-4c96-aa54-591f83ff541c'
const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

/** Answers with the JSON (or text) that is given for the path and query of a request; 404 for others. */
async function serve(answerFor: (path: string, filter: string) => unknown): Promise<string> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    const answer = answerFor(url.pathname, url.searchParams.get('$filter') ?? '')
    response.setHeader('content-type', 'application/json')
    response.statusCode = answer === undefined ? 404 : 200
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer ?? {}))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // of a server that listens on a port
  return `http://127.0.0.1:${port}`
}

const manifest = readAppRegistration(
  manifestPath,
  manifestText({
    manifest: {
      requiredResourceAccess: [graph, flow].map((resourceAppId) => ({
        resourceAppId,
        resourceAccess: [
          {
            id:
              resourceAppId === graph ? 'e1fe6dd8-ba31-4d61-89e7-88639da4683d' : 'e45c5562-459d-4d1b-8148-83eb1b6dcf83',
            type: 'Scope',
          },
        ],
      })),
    },
  }),
)

async function gather(answerFor: (path: string, filter: string) => unknown) {
  const origin = await serve(answerFor)
  const client = createCloudClient({
    cloud: overrideCloud(knownClouds.public, { through: `${origin}/https` }),
    tenant: 'contoso.onmicrosoft.com',
    credential: createGivenTokenCredential('not-a-real-token'),
  })
  if (manifest.registration === undefined) throw new Error('The faultless manifest is a registration.')
  return gatherTenantFacts(client, manifest.registration)
}

describe('gatherTenantFacts', () => {
  const principals: Readonly<Record<string, string>> = { [own]: 'sp-own', [graph]: 'sp-graph' }
  const answer = (path: string, filter: string): unknown => {
    if (path.endsWith('/servicePrincipals')) {
      const appId = /'(.+)'/.exec(filter)?.[1] ?? ''
      const id = principals[appId]
      return { value: id === undefined ? [] : [{ id, appId }] }
    }
    if (path.endsWith('/oauth2PermissionGrants')) {
      const grant = { clientId: 'sp-own', consentType: 'AllPrincipals' }
      return {
        value: [
          { ...grant, id: 'g1', resourceId: 'sp-graph', scope: ' User.Read openid' },
          { ...grant, id: 'g2', resourceId: 'sp-unknown', scope: 'Other' },
        ],
      }
    }
    return { value: [] }
  }

  test('what a tenant holds becomes facts, which the rules judge', async () => {
    const facts = await gather(answer)
    expect(facts).toEqual({
      servicePrincipals: [own, graph],
      grants: [{ resourceAppId: graph, scopes: ['User.Read', 'openid'], isForAll: true }],
    })
    const { findings } = checkAppRegistration(manifest, { facts }).subject
    const found = findings.map(({ ruleId, pointer }) => `${ruleId} ${pointer}`)
    expect(found).toEqual([
      'consent-covers-scopes /requiredResourceAccess/1/resourceAccess/0',
      'service-principals-present /requiredResourceAccess/1',
    ])
  })

  test.each([
    [{ displayName: 'Fleet Desk Ltd' }, { displayName: 'Fleet Desk Ltd' }],
    [{ displayName: null }, null],
    [null, null],
  ])('in the vendor’s own tenant the publisher %j is seen', async (verifiedPublisher, expected) => {
    const facts = await gather((path) =>
      path.endsWith('/applications') ? { value: [{ id: 'o', appId: own, verifiedPublisher }] } : { value: [] },
    )
    expect(facts).toEqual({ servicePrincipals: [], grants: [], verifiedPublisher: expected })
  })

  test('a refusal of Graph is a failure, not a fact', async () => {
    await expect(gather(() => undefined)).rejects.toMatchObject({ status: 404 })
  })
})

describe('readAuthority', () => {
  const issuer = 'https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0'
  const configuration = { issuer, authorization_endpoint: 'https://login.microsoftonline.com/authorize' }

  test('an authority tells its issuer', async () => {
    const login = await serve((path) =>
      path === '/contoso.example/v2.0/.well-known/openid-configuration' ? configuration : undefined,
    )
    expect(await readAuthority({ tenant: 'contoso.example', login })).toEqual({
      address: `${login}/contoso.example/v2.0`,
      issuer,
    })
  })

  test.each([
    ['nothing there', () => undefined, 'it answers with status 404.'],
    ['no configuration', () => ({ hello: 'world' }), 'its answer is no OpenID configuration.'],
    ['no JSON', () => '<html>', 'its answer is no OpenID configuration.'],
    ['a flood', () => 'x'.repeat(1_000_000), 'its answer is no OpenID configuration.'],
  ])('%s is a problem', async (_, answerFor, problem) => {
    const login = await serve(answerFor)
    expect((await readAuthority({ tenant: 'contoso.example', login })).problem).toBe(problem)
  })

  test('nobody listening is a problem', async () => {
    const login = await serve(() => undefined)
    servers[0]?.close()
    servers[0]?.closeAllConnections()
    expect((await readAuthority({ tenant: 'organizations', login })).problem).toContain('it cannot be reached')
  })

  test.each(['../evil', 'a b', 'common', ''])('the tenant "%s" is not asked for', async (tenant) => {
    const fetch = () => Promise.reject(new Error('nobody may ask'))
    expect((await readAuthority({ tenant, fetch })).problem).toContain('neither a tenant’s id nor its domain')
  })

  test('Entra’s own words are kept, one line of them', async () => {
    const body = { error: 'invalid_tenant', error_description: 'AADSTS90002: Tenant not found.\r\nTrace ID: 1' }
    const fetch = async () => new Response(JSON.stringify(body), { status: 400 })
    expect((await readAuthority({ tenant: 'contso.example', fetch })).problem).toBe('AADSTS90002: Tenant not found.')
  })
})
