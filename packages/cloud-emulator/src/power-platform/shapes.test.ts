import { readFileSync } from 'node:fs'
import { allOperations, operationById } from '@sevenstep/cloud-access/operations'
import { beforeAll, describe, expect, it } from 'vitest'
import { defaultEntrance } from '../seed/default-seed.ts'
import type { RunningEmulator } from '../start-emulator.ts'
import { carsConnector, carsDefinition, carsFlow, flowPlane, inDefault, powerApps } from './fixtures/cars.ts'
import { connectorExamples } from './fixtures/shapes/connector-examples.ts'
import { directoryExamples } from './fixtures/shapes/directory-examples.ts'
import { environmentExamples } from './fixtures/shapes/environment-examples.ts'
import { flowExamples, packageResourceExample } from './fixtures/shapes/flow-examples.ts'
import { answerDifferences, type ShapeExample, shapeDifferences } from './fixtures/shapes/shape-example.ts'
import {
  environment,
  environmentHost,
  original,
  startedEmulator,
  textAt,
  type Visit,
  type Visitor,
  visitorOf,
} from './fixtures/visitor.ts'

const examples: Readonly<Record<string, ShapeExample>> = {
  ...environmentExamples,
  ...connectorExamples,
  ...flowExamples,
  ...directoryExamples,
}

const bap = 'https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform'
const graph = 'https://graph.microsoft.com/v1.0'
const version = 'api-version=2016-11-01'
const flows = `${flowPlane}/environments/${environment}/flows`
const adminFlows = `${flowPlane}/scopes/admin/environments/${environment}`
const packages = `${bap}/environments/${environment}`

const visits = new Map<string, Visit>()

beforeAll(async () => {
  const emulator = await startedEmulator()
  const admin = visitorOf(emulator, { user: defaultEntrance.user })
  await visitEnvironments(emulator, admin)
  const made = await visitConnectors(admin)
  const flow = await visitFlows(emulator, admin, made)
  await visitPackages(emulator, admin, flow)
  await visitDirectory(emulator, admin)
  await visitRemovals(admin, made, flow)
  const registration = `${bap}/adminApplications/${defaultEntrance.clientId}?api-version=2020-10-01`
  await visit('management-applications.remove', admin.ask('DELETE', registration))
})

describe('answers beside examples restated from the sources', () => {
  it.each(Object.entries(examples))('%s has what the example from its source has', (id, example) => {
    const visit = visits.get(id)
    expect(visit, `${id} was not visited`).toBeDefined()
    if (visit !== undefined) expect(answerDifferences(example, visit)).toEqual([])
  })

  it.each(Object.entries(examples))('the operation %s describes that example', (id, { status, body }) => {
    const schema = operationById(id)?.responses[status]
    expect(schema, `${id} states no answer ${status}`).toBeDefined()
    if (body !== undefined) expect(schema?.safeParse(body).error?.issues ?? []).toEqual([])
  })

  it('packages.read-import-parameters lists resources as the source does', () => {
    const { body } = visits.get('packages.read-import-parameters') ?? {}
    const resources: unknown[] = Object.values(Object(body).properties.resources)
    expect(resources.length).toBe(3)
    expect(resources.flatMap((resource) => shapeDifferences(packageResourceExample, resource))).toEqual([])
  })

  it('are those that the pages say were compared', () => {
    const file = new URL('../../../cloud-access/data/compared-shapes.json', import.meta.url)
    const listed: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))
    const here = new Set(allOperations.filter(({ service }) => service !== 'dataverse').map(({ id }) => id))
    const ours = Object.fromEntries(Object.entries(listed).filter(([id]) => here.has(id)))
    expect(ours).toEqual(Object.fromEntries(Object.entries(examples).map(([id, { from }]) => [id, from])))
  })
})

async function visit(id: string, answer: Promise<Visit>): Promise<Visit> {
  const visited = await answer
  visits.set(id, visited)
  return visited
}

async function visitEnvironments(emulator: RunningEmulator, admin: Visitor): Promise<void> {
  const one = `${bap}/scopes/admin/environments/${environment}`
  await visit('environments.admin-list', admin.ask('GET', `${bap}/scopes/admin/environments?api-version=2023-06-01`))
  await visit('environments.admin-get', admin.ask('GET', `${one}?api-version=2023-06-01`))
  await visit('environments.maker-list', admin.ask('GET', `${bap}/environments?api-version=2020-10-01`))
  const select = '$select=properties.linkedEnvironmentMetadata.instanceApiUrl'
  await visit(
    'environments.maker-get',
    admin.ask('GET', `${bap}/environments/${environment}?api-version=2020-10-01&${select}`),
  )
  await visit('environments.get', admin.ask('GET', `${flowPlane}/environments/~default?${version}`))
  const body = {
    location: 'europe',
    properties: { displayName: 'New', environmentSku: 'Sandbox', databaseType: 'CommonDataService' },
  }
  await visit(
    'environments.validate',
    admin.ask('POST', `${bap}/validateEnvironmentDetails?api-version=2023-06-01`, body),
  )
  const begun = await visit(
    'environments.create',
    admin.ask('POST', `${bap}/environments?api-version=2023-06-01`, body),
  )
  await visit(
    'environments.read-lifecycle-operation',
    admin.ask('GET', original(emulator, begun.headers.get('location'))),
  )
  const registration = `${bap}/adminApplications/${defaultEntrance.clientId}?api-version=2020-10-01`
  await visit('management-applications.get', admin.ask('GET', registration))
  await visit('management-applications.list', admin.ask('GET', `${bap}/adminApplications?api-version=2020-06-01`))
  const application = { servicePrincipalAppId: defaultEntrance.clientId }
  await visit('application-users.add', admin.ask('POST', `${one}/addAppUser?api-version=2020-10-01`, application))
}

interface Made {
  readonly connector: string
  readonly connection: string
}

async function visitConnectors(admin: Visitor): Promise<Made> {
  const validate = `${powerApps}/objectIds/me/validateApiSwagger?${version}`
  await visit('connectors.validate-definition', admin.ask('POST', validate, carsDefinition))
  const storage = `${powerApps}/objectIds/me/generateResourceStorage?${version}`
  await visit('connectors.generate-storage', admin.ask('POST', storage, { environment: { name: environment } }))
  const made = await visit('connectors.create', admin.ask('POST', `${powerApps}/apis?${inDefault}`, carsConnector()))
  const connector = textAt(made.body, 'name')
  const api = `${powerApps}/apis/${connector}`
  await visit('connectors.update', admin.ask('PATCH', `${api}?${inDefault}`, carsConnector()))
  const read = await visit('connectors.get', admin.ask('GET', `${api}?${inDefault}`))
  const definition = textAt(read.body, 'properties', 'apiDefinitions', 'originalSwaggerUrl')
  await visit('connectors.download-definition', admin.ask('GET', definition))
  const admins = `${powerApps}/scopes/admin/environments/${environment}`
  await visit('connectors.admin-list', admin.ask('GET', `${admins}/apis?${version}`))
  await visit('connectors.list-permissions', admin.ask('GET', `${api}/permissions?${inDefault}`))
  await visit('connectors.modify-permissions', admin.ask('POST', `${api}/modifyPermissions?${inDefault}`, { put: [] }))
  const connection = await visitConnections(admin, connector)
  await visit('connections.admin-list', admin.ask('GET', `${admins}/connections?${version}`))
  return { connector, connection }
}

async function visitConnections(admin: Visitor, connector: string): Promise<string> {
  const body = { properties: { environment: { name: environment }, connectionParameters: { api_key: 'fake' } } }
  const maker = `${powerApps}/apis/${connector}/connections/5a01`
  await visit('connections.create', admin.ask('PUT', `${maker}?${inDefault}`, body))
  await visit('connections.get', admin.ask('GET', `${maker}?${inDefault}`))
  await visit('connections.list', admin.ask('GET', `${powerApps}/connections?${inDefault}`))
  await visit('connections.list-permissions', admin.ask('GET', `${maker}/permissions?${inDefault}`))
  await visit(
    'connections.modify-permissions',
    admin.ask('POST', `${maker}/modifyPermissions?${inDefault}`, { put: [] }),
  )
  const redirect = { redirectUrl: 'https://portal.example/back' }
  await visit('connections.get-consent-link', admin.ask('POST', `${maker}/getConsentLink?${inDefault}`, redirect))
  const filter = `api-version=1&$filter=environment eq '${environment}'`
  const host = environmentHost(environment)
  const platform = `${host}/connectivity/connectors/${connector}/connections/5a02`
  await visit('connections.platform-create', admin.ask('PUT', `${platform}?${filter}`, body))
  await visit('connections.platform-get', admin.ask('GET', `${platform}?${filter}`))
  await visit('connections.platform-list', admin.ask('GET', `${host}/connectivity/connections?api-version=1`))
  await visit('connections.platform-list-permissions', admin.ask('GET', `${platform}/permissions?${filter}`))
  await visit(
    'connections.platform-modify-permissions',
    admin.ask('POST', `${platform}/modifyPermissions?${filter}`, { put: [] }),
  )
  await visit('connections.platform-delete', admin.ask('DELETE', `${platform}?${filter}`))
  return '5a01'
}

async function visitFlows(emulator: RunningEmulator, admin: Visitor, { connector, connection }: Made): Promise<string> {
  const body = carsFlow(connector, connection)
  const flow = textAt((await visit('flows.create', admin.ask('POST', `${flows}?${version}`, body))).body, 'name')
  const [one, administered] = [`${flows}/${flow}`, `${adminFlows}/flows/${flow}`]
  await visit('flows.update', admin.ask('PATCH', `${one}?${version}`, { properties: { displayName: 'Renamed' } }))
  await visit('flows.admin-list', admin.ask('GET', `${adminFlows}/v2/flows?${version}`))
  await visit('flows.admin-get', admin.ask('GET', `${administered}?${version}`))
  await visit('flows.admin-start', admin.ask('POST', `${administered}/start?${version}`))
  await visit('flows.admin-stop', admin.ask('POST', `${administered}/stop?${version}`))
  const check = { properties: { definition: body.properties.definition } }
  await visit('flows.check-errors', admin.ask('POST', `${one}/checkFlowErrors?${version}`, check))
  await visit('flows.check-warnings', admin.ask('POST', `${one}/checkFlowWarnings?${version}`, check))
  await visit('flows.list-triggers', admin.ask('GET', `${one}/triggers?${version}`))
  addRun(emulator, flow)
  await visit('flows.list-runs', admin.ask('GET', `${one}/runs?${version}`))
  await visit('flows.admin-list-runs', admin.ask('GET', `${administered}/runs?${version}`))
  await visit('flows.get-run', admin.ask('GET', `${one}/runs/run1?${version}`))
  await visit('flows.resubmit-run', admin.ask('POST', `${one}/triggers/manual/histories/run1/resubmit?${version}`))
  await visit('flows.cancel-run', admin.ask('POST', `${one}/runs/run1/cancel?${version}`))
  await visit('flows.list-permissions', admin.ask('GET', `${one}/permissions?${version}`))
  await visit('flows.admin-list-permissions', admin.ask('GET', `${administered}/permissions?${version}`))
  await visit('flows.modify-permissions', admin.ask('POST', `${one}/modifyPermissions?${version}`, { put: [] }))
  await visit(
    'flows.admin-modify-permissions',
    admin.ask('POST', `${administered}/modifyPermissions?${version}`, { put: [] }),
  )
  await visit('flows.export-arm-template', admin.ask('POST', `${one}/exportToARMTemplate?${version}`))
  const platform = `${environmentHost(environment)}/powerautomate/flows`
  await visit('flows.platform-list', admin.ask('GET', `${platform}?api-version=1&$filter=search('personal')&$top=50`))
  await visit('flows.platform-get', admin.ask('GET', `${platform}/${flow}?api-version=1`))
  await visit(
    'flows.platform-update',
    admin.ask('PATCH', `${platform}/${flow}?api-version=1`, { properties: { displayName: 'Again' } }),
  )
  return flow
}

function addRun({ store }: RunningEmulator, flow: string): void {
  const time = '2026-02-01T00:00:00.0000000Z'
  const state = store.state.tenants[defaultEntrance.tenant]?.environments[environment]
  state?.flows[flow]?.runs.push({
    name: 'run1',
    status: 'Succeeded',
    startTime: time,
    endTime: time,
    triggerName: 'manual',
  })
}

async function visitPackages(emulator: RunningEmulator, admin: Visitor, flow: string): Promise<void> {
  const id = `/providers/Microsoft.Flow/flows/${flow}`
  const listed = await admin.ask('POST', `${packages}/listPackageResources?${version}`, { baseResourceIds: [id] })
  const resources = Object.fromEntries(
    Object.entries(Object(listed.body).resources).map(([key, resource]) => [
      key,
      { ...Object(resource), suggestedCreationType: 'New' },
    ]),
  )
  const body = { includedResourceIds: [id], details: { displayName: 'Cars' }, resources }
  const exported = await admin.ask('POST', `${packages}/exportPackage?${version}`, body)
  const zip = new Uint8Array(await (await fetch(textAt(exported.body, 'packageLink', 'value'))).arrayBuffer())
  const storage = await visit(
    'packages.generate-storage',
    admin.ask('POST', `${packages}/generateResourceStorage?${version}`),
  )
  const link = await visitStorage(textAt(storage.body, 'sharedAccessSignature'), zip)
  const begun = await visit(
    'packages.list-import-parameters',
    admin.ask('POST', `${packages}/listImportParameters?${version}`, { packageLink: { value: link } }),
  )
  emulator.clock.advance(10_000)
  const looked = await visit(
    'packages.read-import-parameters',
    admin.ask('GET', original(emulator, begun.headers.get('location'))),
  )
  const found = Object(looked.body).properties
  const chosen = Object.fromEntries(
    Object.entries(Object(found).resources).map(([key, resource]) => {
      const { suggestedId, type } = Object(resource)
      const choice = { ...(suggestedId === undefined ? {} : { id: suggestedId }) }
      return [
        key,
        { ...Object(resource), ...choice, selectedCreationType: type === 'Microsoft.Flow/flows' ? 'New' : 'Existing' },
      ]
    }),
  )
  const choices = { details: Object(found).details, packageLink: { value: link }, resources: chosen }
  const validated = await visit(
    'packages.validate-import',
    admin.ask('POST', `${packages}/validateImportPackage?${version}`, choices),
  )
  const imported = await visit(
    'packages.import',
    admin.ask('POST', `${packages}/importPackage?${version}`, validated.body),
  )
  emulator.clock.advance(10_000)
  await visit('packages.read-import', admin.ask('GET', original(emulator, imported.headers.get('location'))))
}

async function visitStorage(signed: string, zip: Uint8Array<ArrayBuffer>): Promise<string> {
  const [container = '', signature = ''] = signed.split('?')
  const address = `${container}/package.zip?${signature}`
  const put = async (id: string, query: string, body: BodyInit, headers: Record<string, string> = {}) => {
    const response = await fetch(`${address}${query}`, { method: 'PUT', body, headers })
    visits.set(id, { status: response.status, headers: response.headers, body: await response.text() })
  }
  const block = Buffer.from('0001').toString('base64')
  await put('storage.put-block', `&comp=block&blockid=${encodeURIComponent(block)}`, zip)
  await put('storage.put-block-list', '&comp=blocklist', `<BlockList><Latest>${block}</Latest></BlockList>`)
  await put('storage.put-blob', '', zip, { 'x-ms-blob-type': 'BlockBlob' })
  return address
}

async function visitDirectory(emulator: RunningEmulator, admin: Visitor): Promise<void> {
  const vendor = visitorOf(emulator, {
    tenant: '0a0a0a0a-1111-4a4a-8a8a-000000000001',
    user: 'priya@proseware.example',
  })
  const listed = await visit('applications.list', vendor.ask('GET', `${graph}/applications`))
  const id = textAt(listed.body, 'value', 0, 'id')
  await visit('applications.get', vendor.ask('GET', `${graph}/applications/${id}`))
  const named = `$filter=appId eq '${defaultEntrance.clientId}'`
  await visit('service-principals.list', admin.ask('GET', `${graph}/servicePrincipals?${named}`))
  await visit('licences.list-of-user', admin.ask('GET', `${graph}/users/member@fabrikam.example/licenseDetails`))
  await visit('permission-grants.list', admin.ask('GET', `${graph}/oauth2PermissionGrants`))
  const changes = { addLicenses: [], removeLicenses: [] }
  await visit('licences.assign', admin.ask('POST', `${graph}/users/member@fabrikam.example/assignLicense`, changes))
  await visit('licences.list-mine', admin.ask('GET', `${graph}/me/licenseDetails`))
}

async function visitRemovals(admin: Visitor, { connector, connection }: Made, flow: string): Promise<void> {
  await visit('flows.admin-delete', admin.ask('DELETE', `${adminFlows}/flows/${flow}?${version}`))
  await visit('flows.restore', admin.ask('POST', `${adminFlows}/flows/${flow}/restore?${version}`))
  await visit(
    'connections.delete',
    admin.ask('DELETE', `${powerApps}/apis/${connector}/connections/${connection}?${inDefault}`),
  )
  await visit('connectors.delete', admin.ask('DELETE', `${powerApps}/apis/${connector}?${inDefault}`))
}
