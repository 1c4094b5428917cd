import { beforeAll, describe, expect, it } from 'vitest'
import { send, tokenFor } from '../../fixtures/emulator-of-tests.ts'
import { defaultEntrance } from '../../seed/default-seed.ts'
import type { RunningEmulator } from '../../start-emulator.ts'
import { carsConnector, carsDefinition, inDefault, powerApps } from '../fixtures/cars.ts'
import { environment, startedEmulator, textAt, type Visitor, visitorOf } from '../fixtures/visitor.ts'

const api = 'https://orgfabrikam.crm4.dynamics.com/api/data/v9.2'

let emulator: RunningEmulator
let admin: Visitor
let token: string

beforeAll(async () => {
  emulator = await startedEmulator()
  admin = visitorOf(emulator, { user: defaultEntrance.user })
  token = await tokenFor(emulator, {
    scope: 'https://orgfabrikam.crm4.dynamics.com/.default',
    user: defaultEntrance.user,
  })
})

async function makeRow(): Promise<{ row: string; name: string }> {
  const body = {
    name: `new_cars${Math.random()}`,
    displayname: 'Cars',
    openapidefinition: JSON.stringify(carsDefinition),
    connectionparameters: '{}',
  }
  const headers = { prefer: 'return=representation' }
  const made = await (await send(emulator, `${api}/connectors`, { method: 'POST', token, body, headers })).json()
  return { row: textAt(made, 'connectorid'), name: textAt(made, 'connectorinternalid') }
}

describe('a connector that is a row of Dataverse', () => {
  it('is read on the Power Apps plane with its definition', async () => {
    const { row, name } = await makeRow()
    const read = await admin.ask('GET', `${powerApps}/apis/${name}?${inDefault}`)
    expect(read.body).toMatchObject({ properties: { metadata: { almMode: 'Solution', xrmConnectorId: row } } })
    const definition = await fetch(textAt(read.body, 'properties', 'apiDefinitions', 'originalSwaggerUrl'))
    expect(await definition.json()).toEqual(carsDefinition)
  })

  it('is changed in both places, and removed from both', async () => {
    const { row, name } = await makeRow()
    const definition = { ...carsDefinition, info: { ...carsDefinition.info, title: 'Cars anew' } }
    const body = carsConnector({ openApiDefinition: definition, connectionParameters: {} })
    const changed = await admin.ask('PATCH', `${powerApps}/apis/${name}?${inDefault}`, body)
    expect(changed).toMatchObject({ status: 200, body: { properties: { displayName: 'Cars anew' } } })
    const read = await (await send(emulator, `${api}/connectors(${row})`, { token })).json()
    expect(read).toMatchObject({ displayname: 'Cars anew', openapidefinition: JSON.stringify(definition) })
    expect((await admin.ask('DELETE', `${powerApps}/apis/${name}?${inDefault}`)).status).toBe(200)
    expect((await send(emulator, `${api}/connectors(${row})`, { token })).status).toBe(404)
    const state = emulator.store.state.tenants[defaultEntrance.tenant]?.environments[environment]
    expect(state?.connectors[name]).toBeUndefined()
  })
})
