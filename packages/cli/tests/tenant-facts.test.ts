import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { folderWith, put, ruleIdsIn, runHere } from './run-command.ts'

const manifest = 'examples/app-registration/mended/app-manifest.json'
const own = '0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11'
const fake = 'not-a-real-token'
let server: Server
let folder: string

beforeEach(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    const isAsked = request.headers.authorization === `Bearer ${fake}`
    const configuration = { issuer: 'https://login.example/t/v2.0', authorization_endpoint: 'https://login.example/a' }
    response.setHeader('content-type', 'application/json')
    if (url.pathname.endsWith('/openid-configuration')) response.end(JSON.stringify(configuration))
    else if (!isAsked) response.writeHead(401).end('{}')
    else if (url.pathname.endsWith('/servicePrincipals') && url.search.includes(own))
      response.end(JSON.stringify({ value: [{ id: 'sp', appId: own }] }))
    else response.end(JSON.stringify({ value: [] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // of a server that listens on a port
  folder = folderWith()
  put(folder, 'cloud.json', JSON.stringify({ id: 'here', through: `http://127.0.0.1:${port}/https` }))
})
afterEach(() => {
  server.close()
  server.closeAllConnections()
})

const gather = (token: string) =>
  runHere(
    ['tenant-facts', '--manifest', manifest, '--tenant', 'contoso.example', '--cloud-file', `${folder}/cloud.json`],
    { input: async () => `${token}\n` },
  )

test('what a tenant holds is printed, judged by check, and the token shown nowhere', async () => {
  const { code, out, error } = await gather(fake)
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    servicePrincipals: [own],
    grants: [],
    authority: { issuer: 'https://login.example/t/v2.0' },
  })
  expect(out + error).not.toContain(fake)
  put(folder, 'facts.json', out)
  const checked = await runHere(['check', manifest, '--facts', `${folder}/facts.json`, '--format', 'json'])
  expect(ruleIdsIn(checked.out)).toEqual(['consent-covers-scopes', 'service-principals-present'])
  expect(checked.code).toBe(1)
})

test('a refusal of the cloud is remote trouble, in its own words and without the token', async () => {
  const { code, out, error } = await gather('another-fake-token')
  expect(code).toBe(4)
  expect(error).toContain('why:')
  expect(out + error).not.toContain('another-fake-token')
})

test('no token is a slip', async () => {
  expect(await gather('')).toMatchObject({ code: 2, error: expect.stringContaining('There is no token.') })
})

test.each([
  ['{ "servicePrincipals": "all" }', 'At /servicePrincipals'],
  ['{', 'cannot be used as facts.'],
])('facts such as %s are refused', async (text, said) => {
  put(folder, 'facts.json', text)
  const { code, error } = await runHere(['check', manifest, '--facts', `${folder}/facts.json`])
  expect(error).toContain(said)
  expect(code).toBe(2)
})

test('facts without an app registration are a slip', async () => {
  const { code, error } = await runHere(['check', 'examples/mended', '--facts', 'facts.json'])
  expect(error).toContain('--facts fits nothing that was found.')
  expect(code).toBe(2)
})
