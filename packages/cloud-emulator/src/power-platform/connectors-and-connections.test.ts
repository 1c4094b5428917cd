import { beforeAll, describe, expect, it } from 'vitest'
import { defaultEntrance } from '../seed/default-seed.ts'
import type { RunningEmulator } from '../start-emulator.ts'
import { carsConnector, carsDefinition, inDefault, powerApps, signInParameters } from './fixtures/cars.ts'
import { environment, environmentHost, startedEmulator, textAt, type Visitor, visitorOf } from './fixtures/visitor.ts'

let emulator: RunningEmulator
let admin: Visitor
let maker: Visitor
let application: Visitor

beforeAll(async () => {
  emulator = await startedEmulator()
  admin = visitorOf(emulator, { user: defaultEntrance.user })
  maker = visitorOf(emulator, { user: 'maker@fabrikam.example' })
  application = visitorOf(emulator)
})

async function makeConnector(parts: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const made = await admin.ask('POST', `${powerApps}/apis?${inDefault}`, carsConnector(parts))
  expect(made.status).toBe(201)
  return textAt(made.body, 'name')
}

function objectIdOf(user: string): string {
  const accounts = Object.values(emulator.store.state.tenants[defaultEntrance.tenant]?.accounts ?? {})
  return accounts.find(({ userPrincipalName }) => userPrincipalName === user)?.objectId ?? ''
}

describe('a custom connector', () => {
  it('is named after its title and keeps its definition behind a signed address, not inline', async () => {
    const name = await makeConnector()
    expect(name).toMatch(/^shared_fleet-20of-20cars-5f[\da-f]{16}-5f[\da-f]{16}$/)
    const read = await admin.ask('GET', `${powerApps}/apis/${name}?${inDefault}`)
    expect(read.status).toBe(200)
    expect(JSON.stringify(read.body)).not.toContain('GetCar')
    const definition = await fetch(textAt(read.body, 'properties', 'apiDefinitions', 'originalSwaggerUrl'))
    expect(await definition.json()).toEqual(carsDefinition)
  })

  it.each([
    ['OpenAPI 3', { openapi: '3.0.0' }, 'UnsupportedVersion'],
    [
      'an operation without an id',
      { paths: { '/a': { get: { responses: { 200: { description: '' } } } } } },
      'MissingOperationId',
    ],
    [
      'two operations with one id',
      {
        paths: Object.fromEntries(
          ['/a', '/b'].map((path) => [path, { get: { operationId: 'A', responses: { 200: { description: '' } } } }]),
        ),
      },
      'DuplicateOperationId',
    ],
    [
      'a reference that leads nowhere',
      {
        paths: {
          '/a': {
            get: { operationId: 'A', responses: { 200: { description: '', schema: { $ref: '#/definitions/None' } } } },
          },
        },
      },
      'UnresolvedReference',
    ],
    [
      'a path parameter nobody defines',
      { paths: { '/a/{id}': { get: { operationId: 'A', responses: { 200: { description: '' } } } } } },
      'UndefinedPathParameter',
    ],
    ['no title', { info: { version: '1' } }, 'MissingTitle'],
  ])('is refused with %s', async (_name, wrong, code) => {
    const definition = { ...carsDefinition, ...wrong, ...('openapi' in wrong ? { swagger: undefined } : {}) }
    const body = carsConnector({ openApiDefinition: definition })
    const made = await admin.ask('POST', `${powerApps}/apis?${inDefault}`, body)
    expect(made.status).toBe(400)
    expect(made.body).toMatchObject({ error: { code: 'InvalidOpenApiDefinition', details: expect.anything() } })
    expect(JSON.stringify(made.body)).toContain(code)
    const address = `${powerApps}/objectIds/${objectIdOf(defaultEntrance.user)}/validateApiSwagger?api-version=2016-11-01`
    expect((await admin.ask('POST', address, definition)).status).toBe(400)
  })

  it('asks for more of the definition when certification is meant', async () => {
    const address = `${powerApps}/objectIds/me/validateApiSwagger?api-version=2016-11-01`
    expect((await admin.ask('POST', address, carsDefinition)).status).toBe(200)
    const strict = await admin.ask('POST', `${address}&enableConnectorCertificationRules=true`, carsDefinition)
    expect(strict.body).toMatchObject({ error: { code: 'InvalidOpenApiDefinition' } })
  })

  it('needs its client secret when it is made, never gives it back, and keeps it on a change', async () => {
    const without = carsConnector({ connectionParameters: signInParameters() })
    const refused = await admin.ask('POST', `${powerApps}/apis?${inDefault}`, without)
    expect(refused.body).toMatchObject({ error: { code: 'OAuthSettingsMissingClientSecret' } })
    const name = await makeConnector({ connectionParameters: signInParameters('obviously-fake-secret') })
    const changed = await admin.ask('PATCH', `${powerApps}/apis/${name}?${inDefault}`, without)
    expect(changed.status).toBe(200)
    expect(JSON.stringify([changed.body, emulator.store.state])).not.toContain('obviously-fake-secret')
  })

  it('is seen by those it is shared with, and is gone with its connections', async () => {
    const name = await makeConnector()
    const address = `${powerApps}/apis/${name}?${inDefault}`
    expect((await maker.ask('GET', address)).body).toMatchObject({ error: { code: 'ApiResourceNotFound' } })
    const share = {
      properties: { roleName: 'CanView', principal: { id: objectIdOf('maker@fabrikam.example'), type: 'User' } },
    }
    const shared = `${powerApps}/apis/${name}/modifyPermissions?${inDefault}`
    expect((await admin.ask('POST', shared, { put: [share] })).status).toBe(200)
    expect((await maker.ask('GET', address)).status).toBe(200)
    expect((await maker.ask('DELETE', address)).status).toBe(403)
    const connection = `${powerApps}/apis/${name}/connections/0a1b?${inDefault}`
    const values = { properties: { connectionParameters: { api_key: 'k' }, environment: { name: environment } } }
    expect((await maker.ask('PUT', connection, values)).status).toBe(201)
    expect((await admin.ask('DELETE', address)).status).toBe(200)
    expect((await maker.ask('GET', connection)).body).toMatchObject({ error: { code: 'ConnectionNotFound' } })
  })

  it('comes in pages whose links lead to a regional host with an opaque token', async () => {
    const all = await admin.ask('GET', `${powerApps}/apis?${inDefault}&$top=2`)
    const next = textAt(all.body, 'nextLink')
    expect(next).toContain('/https/europe.api.powerapps.com/')
    const token = new URL(next).searchParams.get('$skiptoken')
    const second = await admin.ask('GET', `${powerApps}/apis?${inDefault}&$top=2&$skiptoken=${token}`)
    expect(textAt(second.body, 'value', 0, 'name')).not.toBe(textAt(all.body, 'value', 0, 'name'))
    const wrong = await admin.ask('GET', `${powerApps}/apis?${inDefault}&$skiptoken=x`)
    expect(wrong.body).toMatchObject({ error: { code: 'InvalidSkipToken' } })
  })
})

describe('a connection', () => {
  const values = (api_key?: string) => ({
    properties: {
      displayName: 'Cars',
      environment: { name: environment },
      connectionParameters: { region: 'west', ...(api_key === undefined ? {} : { api_key }) },
    },
  })

  it('keeps no secret and gives none back; both planes read the same one', async () => {
    const name = await makeConnector()
    const made = await admin.ask(
      'PUT',
      `${powerApps}/apis/${name}/connections/00ff?${inDefault}`,
      values('fake-api-key'),
    )
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      name: '00ff',
      properties: { statuses: [{ status: 'Connected' }], connectionParameters: { region: 'west' } },
    })
    const host = environmentHost(environment)
    const other = `${host}/connectivity/connectors/${name}/connections/00ff?api-version=1&$filter=environment eq '${environment}'`
    expect((await admin.ask('GET', other)).body).toEqual(made.body)
    expect(JSON.stringify([made.body, emulator.store.state])).not.toContain('fake-api-key')
    // The stored secret stands in for one that is not sent again.
    expect((await admin.ask('PUT', other, values())).status).toBe(200)
  })

  it.each([
    ['a value that is required is missing', values(), 400, 'InvalidConnectionParameters'],
    [
      'a set that the connector does not have',
      { properties: { environment: { name: environment }, connectionParametersSet: { name: 'none' } } },
      400,
      'InvalidConnectionParameters',
    ],
  ])('is refused: %s', async (_name, body, status, code) => {
    const name = await makeConnector()
    const refused = await admin.ask('PUT', `${powerApps}/apis/${name}/connections/01?${inDefault}`, body)
    expect(refused).toMatchObject({ status, body: { error: { code } } })
  })

  it('cannot exist before its connector', async () => {
    const refused = await admin.ask('PUT', `${powerApps}/apis/shared_none/connections/01?${inDefault}`, values('k'))
    expect(refused).toMatchObject({ status: 404, body: { error: { code: 'ApiResourceNotFound' } } })
  })

  it('stays unauthenticated until somebody signed in through the consent link', async () => {
    const name = await makeConnector({ connectionParameters: signInParameters('fake') })
    const address = `${powerApps}/apis/${name}/connections/0c?${inDefault}`
    const made = await admin.ask('PUT', address, { properties: { environment: { name: environment } } })
    expect(made.body).toMatchObject({
      properties: { statuses: [{ status: 'Error', error: { code: 'Unauthenticated' } }] },
    })
    const asked = `${powerApps}/apis/${name}/connections/0c/getConsentLink?${inDefault}`
    const link = await admin.ask('POST', asked, { redirectUrl: 'https://portal.example/back?popup=1' })
    const page = textAt(link.body, 'consentLink')
    expect(await (await fetch(page)).text()).toContain('Fleet of cars')
    const answered = await fetch(page, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: new URL(page).origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ account: objectIdOf(defaultEntrance.user) }),
    })
    const back = new URL(answered.headers.get('location') ?? '')
    expect(back.origin + back.searchParams.get('popup')).toBe('https://portal.example1')
    const confirmed = `${powerApps}/apis/${name}/connections/0c/confirmConsentCode?${inDefault}`
    const code = back.searchParams.get('code')
    expect((await admin.ask('POST', confirmed, { code })).status).toBe(200)
    expect((await admin.ask('POST', confirmed, { code })).body).toMatchObject({ error: { code: 'InvalidConsentCode' } })
    expect((await admin.ask('GET', address)).body).toMatchObject({
      properties: { statuses: [{ status: 'Connected' }], accountName: defaultEntrance.user },
    })
    expect((await fetch(page)).status).toBe(400)
  })

  it('is for others once it is shared, and only with sharing for them to pass on', async () => {
    const name = await makeConnector()
    const connection = `${powerApps}/apis/${name}/connections/0d`
    await admin.ask('PUT', `${connection}?${inDefault}`, values('k'))
    const share = (id: string, roleName: string) => ({
      put: [{ properties: { roleName, principal: { id, type: 'User' } } }],
    })
    const makerId = objectIdOf('maker@fabrikam.example')
    expect((await maker.ask('GET', `${connection}?${inDefault}`)).body).toMatchObject({
      error: { code: 'ConnectionAuthorizationFailed' },
    })
    await admin.ask('POST', `${connection}/modifyPermissions?${inDefault}`, share(makerId, 'CanView'))
    expect((await maker.ask('GET', `${connection}?${inDefault}`)).status).toBe(200)
    const member = objectIdOf('member@fabrikam.example')
    const passedOn = () => maker.ask('POST', `${connection}/modifyPermissions?${inDefault}`, share(member, 'CanView'))
    expect((await passedOn()).status).toBe(403)
    await admin.ask('POST', `${connection}/modifyPermissions?${inDefault}`, share(makerId, 'CanViewWithShare'))
    expect((await passedOn()).status).toBe(200)
    const listed = await admin.ask('GET', `${connection}/permissions?${inDefault}`)
    expect(listed.body).toMatchObject({
      value: [
        { properties: { roleName: 'Owner' } },
        { properties: { roleName: 'CanViewWithShare' } },
        { name: member },
      ],
    })
    const gone = {
      delete: [{ id: `/providers/Microsoft.PowerApps/apis/${name}/connections/0d/permissions/${makerId}` }],
    }
    await admin.ask('POST', `${connection}/modifyPermissions?${inDefault}`, gone)
    expect((await maker.ask('GET', `${connection}?${inDefault}`)).status).toBe(403)
  })

  it('is taken from an application on the environment’s own host', async () => {
    const host = environmentHost('1b1b1b1b-2222-4b4b-8b8b-0000000000b1')
    const address = `${host}/connectivity/connectors/shared_office365/connections/0e?api-version=1&$filter=environment eq 'x'`
    const body = { properties: { environment: { name: '1b1b1b1b-2222-4b4b-8b8b-0000000000b1' } } }
    const made = await application.ask('PUT', address, body)
    expect(made).toMatchObject({ status: 201, body: { properties: { statuses: [{ status: 'Error' }] } } })
    const unknown = environmentHost('99999999-2222-4b4b-8b8b-0000000000b1')
    const refused = await application.ask('GET', `${unknown}/connectivity/connections?api-version=1`)
    expect(refused.body).toMatchObject({ error: { code: 'ServiceToServiceEnvironmentNotFound' } })
  })
})
