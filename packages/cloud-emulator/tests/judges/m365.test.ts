import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emulatorOfTests, send, tokenFor } from '../../src/fixtures/emulator-of-tests.ts'
import { defaultEntrance } from '../../src/seed/default-seed.ts'
import type { RunningEmulator } from '../../src/start-emulator.ts'
import { expectRecorded } from './exercised.ts'
import { run } from './run-client.ts'

const { tenant, clientId, clientSecret, user, password } = defaultEntrance
const environmentName = `Default-${tenant}`
const home = mkdtempSync(join(tmpdir(), 'm365-home-'))
const zip = join(home, 'flow.zip')

let emulator: RunningEmulator
let name: string

beforeAll(async () => {
  emulator = await emulatorOfTests()
  // Its telemetry would only be turned away by the proxy.
  mkdirSync(join(home, '.config/configstore'), { recursive: true })
  writeFileSync(join(home, '.config/configstore/cli-m365-config.json'), JSON.stringify({ disableTelemetry: true }))
  name = await createFlow()
  await createConnector()
  // What the test itself sent is not the client's doing.
  emulator.journal.clear()
})

afterAll(() => rmSync(home, { recursive: true, force: true }))

/** The surroundings of a client that knows a proxy and an authority, and nothing else. */
const surroundings = () => ({ HTTPS_PROXY: emulator.url, NODE_EXTRA_CA_CERTS: emulator.authorityFile })

async function createFlow(): Promise<string> {
  const token = await tokenFor(emulator, { scope: 'https://service.flow.microsoft.com//.default', user })
  const definition = {
    $schema:
      'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',
    contentVersion: '1.0.0.0',
    parameters: {},
    triggers: { manual: { type: 'Request', kind: 'Button', inputs: { schema: {} } } },
    actions: { Compose: { type: 'Compose', runAfter: {}, inputs: 'hello' } },
  }
  const address = `https://api.flow.microsoft.com/providers/Microsoft.ProcessSimple/environments/${environmentName}/flows?api-version=2016-11-01`
  const body = { properties: { displayName: 'Greets', state: 'Stopped', definition, connectionReferences: {} } }
  const response = await send(emulator, address, { token, method: 'POST', body })
  return Object(await response.json()).name
}

async function createConnector(): Promise<void> {
  const token = await tokenFor(emulator, { scope: 'https://service.powerapps.com//.default', user })
  const address = `https://api.powerapps.com/providers/Microsoft.PowerApps/apis?api-version=2016-11-01&$filter=environment eq '${environmentName}'`
  const openApiDefinition = {
    swagger: '2.0',
    info: { title: 'Cars', version: '1.0', description: 'Cars of a fleet.' },
    host: 'cars.example',
    basePath: '/',
    schemes: ['https'],
    paths: {
      '/cars': { get: { operationId: 'ListCars', summary: 'List cars', responses: { 200: { description: 'Cars' } } } },
    },
  }
  const response = await send(emulator, address, {
    token,
    method: 'POST',
    body: {
      properties: {
        openApiDefinition,
        backendService: { serviceUrl: 'https://cars.example/' },
        environment: { name: environmentName },
        displayName: 'Cars',
        description: 'Cars of a fleet.',
        connectionParameters: {},
        iconBrandColor: '#007ee5',
      },
    },
  })
  if (!response.ok) throw new Error(await response.text())
}

async function m365(...commands: readonly (readonly [string, Record<string, unknown>?])[]): Promise<unknown[]> {
  const script = join(import.meta.dirname, 'clients/m365.ts')
  const { stdout, stderr, code } = await run(
    [script],
    { ...surroundings(), COMMANDS: JSON.stringify(commands.map(([command, options]) => [command, options ?? {}])) },
    home,
  )
  if (code !== 0) throw new Error(`${stdout}\n${stderr}`)
  return JSON.parse(stdout)
}

/** The program itself, as somebody types it. */
async function typed(...words: readonly string[]): Promise<string> {
  const program = createRequire(import.meta.url).resolve('@pnp/cli-microsoft365/dist/index.js')
  const { stdout, stderr, code } = await run([program, ...words], surroundings(), home)
  if (code !== 0) throw new Error(`${stdout}\n${stderr}`)
  return stdout
}

test('m365 signs in, lists, switches, exports and removes, through the proxy, unchanged', {
  timeout: 120_000,
}, async () => {
  const signedIn = await typed(
    'login',
    '--authType',
    'password',
    '--appId',
    clientId,
    '--tenant',
    tenant,
    '--userName',
    user,
    '--password',
    password,
    '--output',
    'json',
  )
  expect(JSON.parse(signedIn)).toMatchObject({ connectedAs: user, authType: 'password', appTenant: tenant })
  emulator.faults.add({ effect: { kind: 'throttle', retryAfter: 1 }, target: { operation: 'packages.*' }, times: 1 })
  const one = { environmentName, name }
  const [
    environments,
    flows,
    flow,
    ,
    enabled,
    ,
    disabled,
    ,
    connectors,
    registered,
    ,
    missing,
    ,
    application,
    refused,
    people,
  ] = await m365(
    ['flow environment list'],
    ['flow list', { environmentName }],
    ['flow get', one],
    ['flow enable', one],
    ['flow get', one],
    ['flow disable', one],
    ['flow get', one],
    ['flow export', { environmentName, name, packageDisplayName: 'Greets', format: 'zip', path: zip }],
    ['pa connector list', { environmentName }],
    ['pp managementapp add', { appId: clientId }],
    ['flow remove', { ...one, force: true }],
    ['flow get', one],
    ['logout'],
    ['login', { cloud: 'Public', authType: 'secret', appId: clientId, tenant, secret: clientSecret }],
    ['flow environment list'],
    ['entra user list'],
  )
  expect(environments).toMatchObject([{ name: environmentName, properties: { displayName: 'Fabrikam (default)' } }, {}])
  expect(flows).toMatchObject([{ name, properties: { displayName: 'Greets' } }])
  expect(flow).toMatchObject({ name, properties: { displayName: 'Greets', state: 'Stopped' } })
  expect(enabled).toMatchObject({ properties: { state: 'Started' } })
  expect(disabled).toMatchObject({ properties: { state: 'Stopped' } })
  expect(connectors).toMatchObject([{ displayName: 'Cars' }])
  expect(registered).toMatchObject({ applicationId: clientId })
  expect(Object(missing).failed).toContain(name)
  expect(readFileSync(zip).subarray(0, 2).toString()).toBe('PK')
  // With a secret it signs in as the application, and its own token tells it that it is no person.
  expect(application).toMatchObject({ connectedAs: 'Proseware deployment', authType: 'secret' })
  expect(Object(refused).failed).toContain('delegated permissions')
  expect(people).toMatchObject([{ userPrincipalName: user }, {}, {}])
  const throttled = emulator.journal.entries().filter(({ status }) => status === 429)
  expect(throttled.map(({ operation }) => operation)).toEqual(['packages.list-resources'])
})

test('m365 looks after runs, owners, administrators’ lists, the recycle bin and the directory', {
  timeout: 120_000,
}, async () => {
  const { flowName, connector, maker } = prepareForCare()
  const one = { environmentName, flowName }
  const asAdmin = { environmentName, name: flowName, asAdmin: true }
  const run = { ...one, name: 'run1' }
  const answers = await m365(
    ['login', { cloud: 'Public', authType: 'password', appId: clientId, tenant, userName: user, password }],
    ['flow environment get', { name: environmentName }],
    ['flow list', { environmentName, asAdmin: true }],
    ['flow get', asAdmin],
    ['flow enable', asAdmin],
    ['flow disable', asAdmin],
    ['flow run list', one],
    ['flow run list', { ...one, asAdmin: true }],
    ['flow run get', run],
    ['flow run resubmit', { ...run, force: true }],
    ['flow run cancel', { ...run, force: true }],
    ['flow owner ensure', { ...one, userId: maker, roleName: 'CanEdit' }],
    ['flow owner list', one],
    ['flow owner ensure', { ...one, userId: maker, roleName: 'CanView', asAdmin: true }],
    ['flow owner list', { ...one, asAdmin: true }],
    ['flow owner remove', { ...one, userId: maker, force: true }],
    ['flow export', { environmentName, name: flowName, format: 'json', path: join(home, 'flow.json') }],
    ['flow remove', { ...asAdmin, force: true }],
    ['flow recyclebinitem list', { environmentName }],
    ['flow recyclebinitem restore', one],
    ['pa connector export', { environmentName, name: connector, outputFolder: home }],
    ['pp environment list'],
    ['pp environment list', { asAdmin: true }],
    ['pp environment get', { name: environmentName }],
    ['pp environment get', { name: environmentName, asAdmin: true }],
    ['pp managementapp list'],
    ['entra enterpriseapp get', { id: clientId }],
    ['entra license list'],
    ['entra user license list', { userName: 'member@fabrikam.example' }],
    ['entra user license add', { userName: 'member@fabrikam.example', ids: 'eda1941c-3c4f-4995-b5eb-e85a42175ab9' }],
    ['entra app list'],
  )
  expect(answers.filter((answer) => Object(answer).failed !== undefined)).toEqual([])
  const said = (place: number) => answers[place]
  expect(said(2)).toMatchObject([{ name: flowName }])
  expect(said(6)).toMatchObject([{ name: 'run1', properties: { status: 'Succeeded', trigger: { name: 'manual' } } }])
  const owner = { properties: { roleName: 'Owner' } }
  expect(said(12)).toMatchObject([owner, { name: maker, properties: { roleName: 'CanEdit' } }])
  expect(said(14)).toMatchObject([owner, { name: maker, properties: { roleName: 'CanView' } }])
  expect(said(18)).toMatchObject([{ name }, { name: flowName, properties: { state: 'Deleted' } }])
  expect(said(21)).toMatchObject([{ name: environmentName }, {}])
  expect(said(25)).toMatchObject([{ applicationId: clientId }])
  expect(said(29)).toMatchObject({ userPrincipalName: 'member@fabrikam.example' })
  expect(JSON.parse(readFileSync(join(home, 'flow.json'), 'utf8'))).toMatchObject({ contentVersion: '1.0.0.0' })
  expect(readFileSync(join(home, connector, 'icon.png')).length).toBeGreaterThan(50)
})

/** A flow with a run, put there without a request, so that the journal tells of the client alone. */
function prepareForCare() {
  const state = emulator.store.state.tenants[tenant]
  const environment = state?.environments[environmentName]
  const pattern = environment?.flows[name]
  if (state === undefined || environment === undefined || pattern === undefined)
    throw new Error('The seed has changed.')
  const flowName = '5f5f5f5f-1111-4a4a-8a8a-000000000001'
  const time = '2026-02-01T00:00:00.0000000Z'
  const run = { name: 'run1', status: 'Succeeded' as const, startTime: time, endTime: time, triggerName: 'manual' }
  const { deletedTime, ...flow } = structuredClone(pattern)
  environment.flows[flowName] = { ...flow, name: flowName, runs: [run] }
  const maker = Object.values(state.accounts).find((one) => one.userPrincipalName === 'maker@fabrikam.example')
  return { flowName, connector: Object.keys(environment.connectors)[0] ?? '', maker: maker?.objectId ?? '' }
}

test('what it exercised is what the pages say', () => {
  expectRecorded('@pnp/cli-microsoft365', emulator)
})
