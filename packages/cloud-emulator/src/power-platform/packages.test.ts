import { readPackage } from '@sevenstep/flow-templates'
import { beforeAll, describe, expect, it } from 'vitest'
import { defaultEntrance } from '../seed/default-seed.ts'
import type { RunningEmulator } from '../start-emulator.ts'
import { carsConnector, carsFlow, flowPlane, inDefault, powerApps } from './fixtures/cars.ts'
import {
  environment,
  original,
  startedEmulator,
  textAt,
  type Visit,
  type Visitor,
  visitorOf,
} from './fixtures/visitor.ts'

let emulator: RunningEmulator
let admin: Visitor

const version = 'api-version=2016-11-01'
const flows = `${flowPlane}/environments/${environment}/flows`
const packages = `https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/environments/${environment}`

type Resources = Record<string, Record<string, unknown>>

beforeAll(async () => {
  emulator = await startedEmulator()
  admin = visitorOf(emulator, { user: defaultEntrance.user })
})

/** Exports a flow whose connector and connection are new; gives the zip and what it was made of. */
async function exported(connection: string) {
  const made = await admin.ask('POST', `${powerApps}/apis?${inDefault}`, carsConnector())
  const connector = textAt(made.body, 'name')
  await admin.ask('PUT', `${powerApps}/apis/${connector}/connections/${connection}?${inDefault}`, {
    properties: { environment: { name: environment }, connectionParameters: { api_key: 'k' } },
  })
  const flow = textAt((await admin.ask('POST', `${flows}?${version}`, carsFlow(connector, connection))).body, 'name')
  const id = `/providers/Microsoft.Flow/flows/${flow}`
  const listed = await admin.ask('POST', `${packages}/listPackageResources?${version}`, { baseResourceIds: [id] })
  const resources = resourcesOf(listed)
  const details = { displayName: 'Cars', description: '', creator: 'N/A', sourceEnvironment: '' }
  const chosen = mapped(resources, ({ type }) => ({
    suggestedCreationType: type === 'Microsoft.Flow/flows' ? 'Update' : 'Existing',
  }))
  const body = { includedResourceIds: [id], details, resources: chosen }
  const exported = await admin.ask('POST', `${packages}/exportPackage?${version}`, body)
  const zip = new Uint8Array(await (await fetch(textAt(exported.body, 'packageLink', 'value'))).arrayBuffer())
  return { connector, flow, listed, exported, zip, body }
}

async function uploaded(zip: Uint8Array<ArrayBuffer>): Promise<string> {
  const storage = await admin.ask('POST', `${packages}/generateResourceStorage?${version}`)
  const [container = '', signature = ''] = textAt(storage.body, 'sharedAccessSignature').split('?')
  const address = `${container}/package.zip?${signature}`
  const headers = { 'x-ms-blob-type': 'BlockBlob', 'content-type': 'application/octet-stream' }
  expect((await fetch(address, { method: 'PUT', headers, body: zip })).status).toBe(201)
  return address
}

async function read(link: string): Promise<Visit> {
  const begun = await admin.ask('POST', `${packages}/listImportParameters?${version}`, { packageLink: { value: link } })
  expect(begun.status).toBe(202)
  return ended(begun)
}

async function ended(begun: Visit): Promise<Visit> {
  const location = original(emulator, begun.headers.get('location'))
  const running = await admin.ask('GET', location)
  expect(running.body).toMatchObject({ properties: { status: 'Running' } })
  expect(Object.keys(Object(running.body).properties)).toEqual(['packageLink', 'status'])
  emulator.clock.advance(10_000)
  return admin.ask('GET', location)
}

function resourcesOf({ body }: Visit): Resources {
  return Object(body).properties?.resources ?? Object(body).resources
}

function mapped(resources: Resources, change: (resource: Record<string, unknown>) => object): Resources {
  return Object.fromEntries(
    Object.entries(resources).map(([key, resource]) => [key, { ...resource, ...change(resource) }]),
  )
}

/** What a person would choose: a new flow, and whatever is offered. */
function choices(resources: Resources, flow: object): Resources {
  return mapped(resources, ({ type, suggestedId }) => ({
    ...(suggestedId === undefined ? {} : { id: suggestedId }),
    ...(type === 'Microsoft.Flow/flows' ? flow : { selectedCreationType: 'Existing' }),
  }))
}

describe('exporting', () => {
  it('lists resources under their ids in base64 and writes a package that is read back', async () => {
    const { flow, listed, zip } = await exported('a001')
    const key = Buffer.from(`/PROVIDERS/MICROSOFT.FLOW/FLOWS/${flow.toUpperCase()}`).toString('base64')
    expect(listed.body).toMatchObject({ status: 'Succeeded', resources: { [key]: { hierarchy: 'Root' } } })
    const { package: read, problems } = readPackage(zip)
    expect(problems).toEqual([])
    expect(read).toMatchObject({ kind: 'export', flows: [{ displayName: 'Look at a car', isDeclared: true }] })
    expect(read?.flows[0]?.connectionReferences[0]?.resources).toMatchObject({ api: expect.any(String) })
  })

  it('says 200 and that it failed for a flow that is not there', async () => {
    const body = { baseResourceIds: ['/providers/Microsoft.Flow/flows/none'] }
    const listed = await admin.ask('POST', `${packages}/listPackageResources?${version}`, body)
    expect(listed).toMatchObject({ status: 200, body: { status: 'Failed', errors: [{ code: 'FlowNotFound' }] } })
  })

  it('asks for a suggested creation type of every resource', async () => {
    const { body } = await exported('a002')
    const resources = mapped(body.resources, () => ({ suggestedCreationType: undefined }))
    const refused = await admin.ask('POST', `${packages}/exportPackage?${version}`, { ...body, resources })
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'MissingSuggestedCreationType' } } })
  })
})

describe('importing', () => {
  it('offers what fits, makes a new flow that is off, and an update leaves the number of flows', async () => {
    const { zip, flow, connector } = await exported('a003')
    const link = await uploaded(zip)
    const looked = await read(link)
    expect(looked.body).toMatchObject({ properties: { status: 'Succeeded', details: { displayName: 'Cars' } } })
    const offered = Object.values(resourcesOf(looked)).map(({ suggestedId }) => suggestedId)
    expect(offered).toContainEqual(
      expect.stringMatching(/^\/providers\/Microsoft\.PowerApps\/apis\/shared_.*\/connections\//),
    )
    const importWith = async (choice: object) => {
      const body = {
        details: Object(looked.body).properties.details,
        packageLink: { value: link },
        resources: choices(resourcesOf(looked), choice),
      }
      const validated = await admin.ask('POST', `${packages}/validateImportPackage?${version}`, body)
      expect(validated.body).toMatchObject({ status: 'Succeeded' })
      return ended(await admin.ask('POST', `${packages}/importPackage?${version}`, validated.body))
    }
    const before = await countFlows()
    const imported = await importWith({ selectedCreationType: 'New', details: { displayName: 'Imported' } })
    expect(imported.body).toMatchObject({ properties: { status: 'Succeeded' } })
    const newFlow = Object.values(resourcesOf(imported)).find(({ type }) => type === 'Microsoft.Flow/flows')
    const id = String(newFlow?.id).split('/').at(-1)
    expect((await admin.ask('GET', `${flows}/${id}?${version}`)).body).toMatchObject({
      properties: { displayName: 'Imported', state: 'Stopped', connectionReferences: { cars: { source: 'Embedded' } } },
    })
    const target = `/providers/Microsoft.Flow/flows/${flow}`
    await importWith({ selectedCreationType: 'Update', id: target, details: { displayName: 'Updated' } })
    expect(await countFlows()).toBe(before + 1)
    expect((await admin.ask('GET', `${flows}/${flow}?${version}`)).body).toMatchObject({
      properties: { displayName: 'Updated', definition: { triggers: { manual: {} } } },
    })
    expect(connector).toMatch(/^shared_/)
  })

  it.each([
    ['nothing is chosen for the flow', { selectedCreationType: undefined }, 'ResourceNotSelected'],
    ['the flow to update is not there', { selectedCreationType: 'Update', id: '/x/none' }, 'FlowNotFound'],
    ['a new flow has no name', { selectedCreationType: 'New', details: {} }, 'ResourceNameMissing'],
  ])('says what is wrong with a choice and changes nothing: %s', async (_name, choice, code) => {
    const { zip } = await exported('a004')
    const link = await uploaded(zip)
    const resources = choices(resourcesOf(await read(link)), choice)
    const body = { details: {}, packageLink: { value: link }, resources }
    const validated = await admin.ask('POST', `${packages}/validateImportPackage?${version}`, body)
    expect(validated).toMatchObject({ status: 200, body: { status: 'Failed' } })
    expect(JSON.stringify(validated.body)).toContain(`"code":"${code}"`)
    const before = await countFlows()
    const imported = await ended(await admin.ask('POST', `${packages}/importPackage?${version}`, body))
    expect(imported.body).toMatchObject({ properties: { status: 'Failed' } })
    expect(await countFlows()).toBe(before)
  })

  it('tells what is no package, and refuses a link that is not one of its own', async () => {
    const looked = await read(await uploaded(new Uint8Array([80, 75, 3, 4, 0])))
    expect(looked.body).toMatchObject({ properties: { status: 'Failed', errors: [{ code: 'InvalidPackage' }] } })
    const foreign = { packageLink: { value: 'https://other.blob.core.windows.net/a/b.zip?sig=x' } }
    const refused = await admin.ask('POST', `${packages}/listImportParameters?${version}`, foreign)
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'PackageInvalid' } } })
  })

  it('refuses applications', async () => {
    const refused = await visitorOf(emulator).ask('POST', `${packages}/generateResourceStorage?${version}`)
    expect(refused).toMatchObject({ status: 401, body: { error: { code: 'ClientScopeAuthorizationFailed' } } })
  })
})

async function countFlows(): Promise<number> {
  const listed = await admin.ask('GET', `${flows}?${version}`)
  return Object(listed.body).value.length
}
