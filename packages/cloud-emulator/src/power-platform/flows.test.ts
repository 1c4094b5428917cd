import { beforeAll, describe, expect, it } from 'vitest'
import { defaultEntrance } from '../seed/default-seed.ts'
import type { RunningEmulator } from '../start-emulator.ts'
import type { EnvironmentState } from '../state/environment-state.ts'
import { carsConnector, carsFlow, flowPlane, inDefault, powerApps } from './fixtures/cars.ts'
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

let emulator: RunningEmulator
let admin: Visitor
let maker: Visitor
let member: Visitor
let application: Visitor

const flows = `${flowPlane}/environments/${environment}/flows`
const adminFlows = `${flowPlane}/scopes/admin/environments/${environment}`
const version = 'api-version=2016-11-01'

beforeAll(async () => {
  emulator = await startedEmulator()
  admin = visitorOf(emulator, { user: defaultEntrance.user })
  maker = visitorOf(emulator, { user: 'maker@fabrikam.example' })
  member = visitorOf(emulator, { user: 'member@fabrikam.example' })
  application = visitorOf(emulator)
})

function environmentState(): EnvironmentState {
  const state = emulator.store.state.tenants[defaultEntrance.tenant]?.environments[environment]
  if (state === undefined) throw new Error('The built-in cloud has no such environment.')
  return state
}

/** A connector with a connection of the same visitor. */
async function connected(visitor: Visitor, connection: string): Promise<string> {
  const made = await visitor.ask('POST', `${powerApps}/apis?${inDefault}`, carsConnector())
  const name = textAt(made.body, 'name')
  await visitor.ask('PUT', `${powerApps}/apis/${name}/connections/${connection}?${inDefault}`, {
    properties: { environment: { name: environment }, connectionParameters: { api_key: 'k' } },
  })
  return name
}

async function made(visitor: Visitor, body: object): Promise<string> {
  const answer = await visitor.ask('POST', `${flows}?${version}`, body)
  expect(answer).toMatchObject({ status: 201 })
  return textAt(answer.body, 'name')
}

describe('a flow', () => {
  it('is made with 201, turned on and off, changed, and times have seven digits', async () => {
    const connector = await connected(admin, 'f001')
    const name = await made(admin, carsFlow(connector, 'f001'))
    expect((await admin.ask('POST', `${flows}/${name}/start?${version}`)).status).toBe(200)
    const read = await admin.ask('GET', `${flows}/${name}?${version}`)
    expect(read.body).toMatchObject({
      type: 'Microsoft.ProcessSimple/environments/flows',
      properties: {
        state: 'Started',
        createdTime: '2026-03-01T10:00:00.0000000Z',
        definitionSummary: { actions: [{ swaggerOperationId: 'GetCar' }] },
      },
    })
    await admin.ask('PATCH', `${flows}/${name}?${version}`, {
      properties: { displayName: 'Renamed', state: 'Stopped' },
    })
    expect((await admin.ask('GET', `${flows}/${name}?${version}`)).body).toMatchObject({
      properties: { displayName: 'Renamed', state: 'Stopped' },
    })
  })

  it('takes the empty form that the command line sends to turn it on', async () => {
    const name = await made(admin, carsFlow(await connected(admin, 'f002'), 'f002'))
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await admin.ask('POST', `${flows}/${name}/start?${version}`, undefined, headers)).status).toBe(200)
  })

  it('answers 204 to the removal of what is not there, and an administrator restores what was removed', async () => {
    const name = await made(admin, carsFlow(await connected(admin, 'f003'), 'f003'))
    expect((await admin.ask('DELETE', `${flows}/${name}?${version}`)).status).toBe(200)
    expect((await admin.ask('DELETE', `${flows}/${name}?${version}`)).status).toBe(204)
    expect((await admin.ask('GET', `${flows}/${name}?${version}`)).body).toMatchObject({
      error: { code: 'FlowNotFound' },
    })
    const bin = await admin.ask('GET', `${adminFlows}/v2/flows?${version}&include=softDeletedFlows`)
    expect(JSON.stringify(bin.body)).toContain('"state":"Deleted"')
    expect((await admin.ask('POST', `${adminFlows}/flows/${name}/restore?${version}`)).status).toBe(200)
    expect((await admin.ask('GET', `${flows}/${name}?${version}`)).body).toMatchObject({
      properties: { state: 'Stopped' },
    })
  })

  it.each([
    ['no trigger', { triggers: {}, actions: {} }, 'MissingTrigger'],
    [
      'an action that runs after one that is not there',
      {
        triggers: { manual: { type: 'Request' } },
        actions: { A: { type: 'Compose', runAfter: { B: ['Succeeded'] } } },
      },
      'InvalidRunAfter',
    ],
    [
      'a connection reference that it does not have',
      {
        triggers: { manual: { type: 'Request' } },
        actions: {
          A: {
            type: 'OpenApiConnection',
            inputs: { host: { apiId: 'x/shared_x', connectionName: 'none', operationId: 'O' } },
          },
        },
      },
      'MissingConnectionReference',
    ],
    ['a list where actions should be', { triggers: { manual: { type: 'Request' } }, actions: [] }, 'InvalidDefinition'],
  ])('is refused with %s, and the check says the same without keeping it', async (_name, definition, rule) => {
    const connector = await connected(admin, 'f004')
    const refused = await admin.ask('POST', `${flows}?${version}`, carsFlow(connector, 'f004', { definition }))
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'InvalidFlowDefinition' } } })
    const name = await made(admin, carsFlow(connector, 'f004'))
    const checked = await admin.ask('POST', `${flows}/${name}/checkFlowErrors?${version}`, {
      properties: { definition },
    })
    expect(checked.body).toMatchObject([{ ruleId: rule }])
  })
})

describe('turning a flow on', () => {
  it.each([
    ['no connection was chosen', undefined, 400, 'XrmConnectionReferenceMissingConnection'],
    ['the connection is not there', 'f0ff', 404, 'ConnectionNotFound'],
  ])('fails where %s', async (_name, connection, status, code) => {
    const name = await made(admin, carsFlow(await connected(admin, 'f005'), connection))
    const refused = await admin.ask('POST', `${flows}/${name}/start?${version}`)
    expect(refused).toMatchObject({ status, body: { error: { code } } })
    expect((await admin.ask('GET', `${flows}/${name}?${version}`)).body).toMatchObject({
      properties: { state: 'Stopped' },
    })
  })

  it('fails where the connection is somebody else’s, until it is shared with the owner', async () => {
    const connector = await connected(admin, 'f006')
    const name = await made(maker, carsFlow(connector, 'f006'))
    expect((await maker.ask('POST', `${flows}/${name}/start?${version}`)).body).toMatchObject({
      error: { code: 'ConnectionAuthorizationFailed' },
    })
    const makerId = textAt(
      (await maker.ask('GET', `${flows}/${name}?${version}`)).body,
      'properties',
      'creator',
      'objectId',
    )
    const share = { put: [{ properties: { roleName: 'CanView', principal: { id: makerId, type: 'User' } } }] }
    await admin.ask('POST', `${powerApps}/apis/${connector}/connections/f006/modifyPermissions?${inDefault}`, share)
    expect((await maker.ask('POST', `${flows}/${name}/start?${version}`)).status).toBe(200)
  })

  it('fails where nobody signed in to the connection', async () => {
    const connector = 'shared_office365'
    await admin.ask('PUT', `${powerApps}/apis/${connector}/connections/f0aa?${inDefault}`, {
      properties: { environment: { name: environment } },
    })
    const name = await made(admin, carsFlow(connector, 'f0aa'))
    expect((await admin.ask('POST', `${flows}/${name}/start?${version}`)).body).toMatchObject({
      error: { code: 'ConnectionUnauthenticated' },
    })
  })

  it('fails where a data policy keeps the connectors apart', async () => {
    const connector = await connected(admin, 'f007')
    const name = await made(admin, carsFlow(connector, 'f007'))
    environmentState().dataPolicies = [{ displayName: 'No cars', business: [], blocked: [connector] }]
    const refused = await admin.ask('POST', `${flows}/${name}/start?${version}`)
    environmentState().dataPolicies = []
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'DlpViolation' } } })
  })

  it('fails where the owner has no licence for custom connectors, and nothing is made that was to be on', async () => {
    const connector = await connected(member, 'f008')
    const before = Object.keys(environmentState().flows).length
    const refused = await member.ask('POST', `${flows}?${version}`, carsFlow(connector, 'f008', { state: 'Started' }))
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'MissingAdequateQuotaPolicy' } } })
    expect(Object.keys(environmentState().flows).length).toBe(before)
  })
})

describe('who reaches a flow', () => {
  it('no application, whatever it is registered for', async () => {
    const refused = await application.ask('GET', `${flows}?${version}`)
    expect(refused).toMatchObject({
      status: 401,
      body: {
        error: {
          code: 'ClientScopeAuthorizationFailed',
          message: 'The x-ms-client-scope header must not be null or empty.',
        },
      },
    })
  })

  it('its owners, once they are added, and administrators on their path', async () => {
    const name = await made(maker, carsFlow(await connected(maker, 'f009'), 'f009'))
    expect((await member.ask('GET', `${flows}/${name}?${version}`)).status).toBe(404)
    const id = textAt((await member.ask('GET', 'https://graph.microsoft.com/v1.0/me')).body, 'id')
    const put = [{ properties: { roleName: 'CanEdit', principal: { id, type: 'User' } } }]
    expect((await maker.ask('POST', `${flows}/${name}/modifyPermissions?${version}`, { put })).status).toBe(200)
    expect((await member.ask('GET', `${flows}/${name}?${version}`)).status).toBe(200)
    const listed = await maker.ask('GET', `${flows}/${name}/permissions?${version}`)
    expect(listed.body).toMatchObject({ value: [{ properties: { roleName: 'Owner' } }, { name: id }] })
    expect((await admin.ask('GET', `${adminFlows}/flows/${name}?${version}`)).status).toBe(200)
    expect((await member.ask('GET', `${adminFlows}/flows/${name}?${version}`)).body).toMatchObject({
      error: { code: 'EnvironmentAccessDenied' },
    })
  })

  it('lists own and shared ones apart', async () => {
    const list = async (visitor: Visitor, filter: string) =>
      JSON.stringify((await visitor.ask('GET', `${flows}?${version}&$filter=search('${filter}')`)).body)
    const name = await made(maker, carsFlow(await connected(maker, 'f00a'), 'f00a'))
    expect(await list(maker, 'personal')).toContain(name)
    expect(await list(maker, 'team')).not.toContain(name)
  })
})

describe('lists in pages', () => {
  it('lead to the resource manager for makers and to a regional host for administrators, and end', async () => {
    const connector = await connected(maker, 'f00d')
    for (const displayName of ['One', 'Two', 'Three']) await made(maker, carsFlow(connector, 'f00d', { displayName }))
    const follow = async (address: string, host: string) => {
      const names: string[] = []
      let next: string | undefined = address
      while (next !== undefined) {
        const { status, body }: Visit = await admin.ask('GET', next)
        expect(status).toBe(200)
        names.push(...Object(body).value.map(({ name }: { name: string }) => name))
        const link: unknown = Object(body).nextLink
        next = typeof link === 'string' ? original(emulator, link) : undefined
        if (next !== undefined) expect(new URL(next).hostname).toBe(host)
      }
      return names
    }
    const own = await follow(`${flows}?${version}&$top=2`, 'management.azure.com')
    expect(own.length).toBeGreaterThan(4)
    const all = await follow(`${adminFlows}/v2/flows?${version}&$top=2`, 'emea.api.flow.microsoft.com')
    expect(new Set(all).size).toBe(all.length)
    expect(all).toEqual(expect.arrayContaining(own))
  })
})

describe('flows of a solution', () => {
  it('are rows of Dataverse, which this plane lists on request, turns on and refuses in its own words', async () => {
    const connector = await connected(admin, 'f00b')
    const { properties } = carsFlow(connector, undefined)
    const clientdata = JSON.stringify({
      properties: { connectionReferences: properties.connectionReferences, definition: properties.definition },
      schemaVersion: '1.0.0.0',
    })
    const row = { category: 5, type: 1, name: 'In a solution', primaryentity: 'none', clientdata }
    const token = await dataverseToken()
    const created = await fetch(`${emulator.url}/https/orgfabrikam.crm4.dynamics.com/api/data/v9.2/workflows`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(row),
    })
    const name = /\(([\da-f-]{36})\)/.exec(created.headers.get('odata-entityid') ?? '')?.[1] ?? ''
    expect(name).not.toBe('')
    const listed = async (query: string) => JSON.stringify((await admin.ask('GET', `${flows}?${version}${query}`)).body)
    expect(await listed('')).not.toContain(name)
    expect(await listed('&include=includeSolutionCloudFlows')).toContain(name)
    const refused = await admin.ask('POST', `${flows}/${name}/start?${version}`)
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'XrmConnectionReferenceMissingConnection' } } })
    const bound = carsFlow(connector, 'f00b').properties.connectionReferences
    await admin.ask('PATCH', `${flows}/${name}?${version}`, { properties: { connectionReferences: bound } })
    expect((await admin.ask('POST', `${flows}/${name}/start?${version}`)).status).toBe(200)
    const host = environmentHost(environment)
    const read = await admin.ask('GET', `${host}/powerautomate/flows/${name}?api-version=1`)
    expect(read.body).toMatchObject({ properties: { state: 'Started', workflowEntityId: name } })
    expect((await admin.ask('DELETE', `${flows}/${name}?${version}`)).status).toBe(200)
    expect(environmentState().dataverse?.tables.workflow?.[name]).toBeUndefined()
  })
})

describe('runs', () => {
  it('are sent again, run for a while, are filtered, and can be stopped', async () => {
    const name = await made(admin, carsFlow(await connected(admin, 'f00c'), 'f00c'))
    const first = {
      name: 'run1',
      status: 'Failed' as const,
      startTime: '2026-02-01T00:00:00.0000000Z',
      triggerName: 'manual',
    }
    environmentState().flows[name]?.runs.push({ ...first, endTime: first.startTime })
    const triggers = await admin.ask('GET', `${flows}/${name}/triggers?${version}`)
    const trigger = textAt(triggers.body, 'value', 0, 'name')
    await admin.ask('POST', `${flows}/${name}/triggers/${trigger}/histories/run1/resubmit?${version}`)
    const running = await admin.ask('GET', `${flows}/${name}/runs?${version}&$filter=status eq 'Running'`)
    const run = textAt(running.body, 'value', 0, 'name')
    expect(JSON.stringify(running.body)).not.toContain('endTime":"2026-03-01T10:00:05')
    emulator.clock.advance(6000)
    expect((await admin.ask('GET', `${flows}/${name}/runs/${run}?${version}`)).body).toMatchObject({
      properties: { status: 'Succeeded', endTime: '2026-03-01T10:00:05.0000000Z', trigger: { name: 'manual' } },
    })
    const late = await admin.ask(
      'GET',
      `${flows}/${name}/runs?${version}&$filter=status ne 'Running' and startTime ge 2026-02-15T00:00:00Z`,
    )
    expect(late.body).toMatchObject({ value: [{ name: run }] })
    const missing = await admin.ask('GET', `${flows}/${name}/runs/none?${version}`)
    expect(missing).toMatchObject({ status: 404, body: { error: { code: 'AzureResourceManagerRequestFailed' } } })
    expect(textAt(missing.body, 'error', 'message')).toContain('"code":"WorkflowRunNotFound"')
  })
})

async function dataverseToken(): Promise<string> {
  const { clientId, clientSecret, tenant, user, password } = defaultEntrance
  const scope = 'https://orgfabrikam.crm4.dynamics.com/.default'
  const body = new URLSearchParams({
    client_id: clientId,
    client_secret: clientSecret,
    scope,
    grant_type: 'password',
    username: user,
    password,
  })
  const address = `${emulator.url}/https/login.microsoftonline.com/${tenant}/oauth2/v2.0/token`
  return textAt(await (await fetch(address, { method: 'POST', body })).json(), 'access_token')
}
