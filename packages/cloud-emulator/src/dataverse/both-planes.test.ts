import { beforeAll, expect, it } from 'vitest'
import { send, tokenFor } from '../fixtures/emulator-of-tests.ts'
import { environment, startedEmulator, type Visitor, visitorOf } from '../power-platform/fixtures/visitor.ts'
import { defaultEntrance } from '../seed/default-seed.ts'
import type { RunningEmulator } from '../start-emulator.ts'
import { sampleConnectorId, sampleFlowId, sampleReference, sampleSolution } from './fixtures/sample-solution.ts'

const host = 'https://orgfabrikam.crm4.dynamics.com'
const flows = `https://api.flow.microsoft.com/providers/Microsoft.ProcessSimple/environments/${environment}/flows`
const apis = 'https://api.powerapps.com/providers/Microsoft.PowerApps/apis'
const version = 'api-version=2016-11-01'

let emulator: RunningEmulator
let admin: Visitor
let token: string

beforeAll(async () => {
  emulator = await startedEmulator()
  admin = visitorOf(emulator, { user: defaultEntrance.user })
  token = await tokenFor(emulator, { scope: `${host}/.default`, user: defaultEntrance.user })
})

const dataverse = async (method: string, path: string, body?: unknown) => {
  const response = await send(emulator, `${host}/api/data/v9.2/${path}`, {
    method,
    token,
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

it('what a solution brings shows on the other planes, and what they do to it shows here', async () => {
  const connections = emulator.store.state.tenants[defaultEntrance.tenant]?.environments[environment]?.connections ?? {}
  const connection = Object.values(connections).find(({ connector }) => connector === 'shared_office365')
  const begun = await dataverse('POST', 'ImportSolutionAsync', {
    OverwriteUnmanagedCustomizations: false,
    PublishWorkflows: false,
    CustomizationFile: sampleSolution({ managed: false }),
    ComponentParameters: [
      {
        '@odata.type': 'Microsoft.Dynamics.CRM.connectionreference',
        connectionreferencelogicalname: sampleReference,
        connectionid: connection?.name,
      },
    ],
  })
  expect(begun.status).toBe(200)
  const found = () => admin.ask('GET', `${flows}/${sampleFlowId}?${version}`)
  expect((await found()).status).toBe(404)
  emulator.clock.advance(60_000)
  expect((await found()).body).toMatchObject({ properties: { displayName: 'Greet', state: 'Stopped' } })
  expect((await admin.ask('POST', `${flows}/${sampleFlowId}/start?${version}`)).status).toBe(200)
  expect((await dataverse('GET', `workflows(${sampleFlowId})`)).body).toMatchObject({ statecode: 1 })
  expect((await dataverse('PATCH', `workflows(${sampleFlowId})`, { statecode: 0 })).status).toBe(204)
  expect((await found()).body).toMatchObject({ properties: { state: 'Stopped' } })

  const imported = await dataverse('POST', 'ImportSolution', {
    OverwriteUnmanagedCustomizations: false,
    PublishWorkflows: false,
    ImportJobId: '77777777-0000-4000-8000-000000000007',
    CustomizationFile: sampleSolution({ uniqueName: 'WithCars', managed: false, connector: true }),
  })
  expect(imported.status).toBe(204)
  const { connectorinternalid } = (await dataverse('GET', `connectors(${sampleConnectorId})`)).body
  const inEnvironment = `${version}&$filter=${encodeURIComponent(`environment eq '${environment}'`)}`
  const shown = await admin.ask('GET', `${apis}/${connectorinternalid}?${inEnvironment}`)
  expect(shown.body).toMatchObject({
    name: connectorinternalid,
    properties: { displayName: 'Cars', metadata: { xrmConnectorId: sampleConnectorId, almMode: 'Solution' } },
  })
  const list = await admin.ask('GET', `${apis}?${inEnvironment}%20and%20IsCustomApi%20eq%20'True'`)
  expect(list.body).toMatchObject({ value: [{ name: connectorinternalid }] })
})
