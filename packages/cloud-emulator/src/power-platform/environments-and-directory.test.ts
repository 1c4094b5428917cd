import { beforeAll, describe, expect, it } from 'vitest'
import { send, tokenFor } from '../fixtures/emulator-of-tests.ts'
import { defaultEntrance } from '../seed/default-seed.ts'
import type { RunningEmulator } from '../start-emulator.ts'
import { flowPlane } from './fixtures/cars.ts'
import {
  environment,
  environmentHost,
  original,
  startedEmulator,
  textAt,
  type Visitor,
  visitorOf,
} from './fixtures/visitor.ts'

const bap = 'https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform'
const graph = 'https://graph.microsoft.com/v1.0'
const adatum = '0c0c0c0c-3333-4c4c-8c8c-000000000003'

let emulator: RunningEmulator
let admin: Visitor
let member: Visitor
let application: Visitor

beforeAll(async () => {
  emulator = await startedEmulator()
  admin = visitorOf(emulator, { user: defaultEntrance.user })
  member = visitorOf(emulator, { user: 'member@fabrikam.example' })
  application = visitorOf(emulator)
})

describe('environments', () => {
  it('show to makers those they may use, to administrators all', async () => {
    const seen = async (visitor: Visitor, address: string) => {
      const { body } = await visitor.ask('GET', address)
      return Object(body).value.map(({ name }: { name: string }) => name)
    }
    const makers = `${flowPlane}/environments?api-version=2016-11-01`
    expect(await seen(member, makers)).toEqual([environment])
    expect(await seen(admin, makers)).toHaveLength(2)
    expect(await seen(application, `${bap}/scopes/admin/environments?api-version=2023-06-01`)).toHaveLength(2)
    expect((await member.ask('GET', `${bap}/scopes/admin/environments?api-version=2023-06-01`)).status).toBe(403)
  })

  it('have a default one that need not be named, and name their database on its own API host', async () => {
    const read = await admin.ask('GET', `${flowPlane}/environments/~default?api-version=2016-11-01`)
    expect(read.body).toMatchObject({ name: environment, properties: { isDefault: true } })
    const select = '$select=properties.linkedEnvironmentMetadata.instanceApiUrl'
    const selected = await admin.ask('GET', `${bap}/environments/${environment}?api-version=2020-10-01&${select}`)
    expect(selected.body).toEqual({
      properties: {
        linkedEnvironmentMetadata: {
          instanceApiUrl: expect.stringContaining('orgfabrikam.api.crm4.dynamics.com'),
        },
      },
    })
  })

  it('are refused where they are not there, or not for the caller', async () => {
    const missing = await admin.ask('GET', `${flowPlane}/environments/none/flows?api-version=2016-11-01`)
    expect(missing).toMatchObject({ status: 404, body: { error: { code: 'EnvironmentNotFound' } } })
    const test = '1b1b1b1b-2222-4b4b-8b8b-0000000000b1'
    const denied = await member.ask('GET', `${flowPlane}/environments/${test}/flows?api-version=2016-11-01`)
    expect(denied).toMatchObject({ status: 403, body: { error: { code: 'EnvironmentAccessDenied' } } })
    await admin.ask('POST', `${bap}/scopes/admin/environments/${test}/addUser?api-version=2020-10-01`, {
      objectId: textAt((await member.ask('GET', `${graph}/me`)).body, 'id'),
    })
    expect((await member.ask('GET', `${flowPlane}/environments/${test}/flows?api-version=2016-11-01`)).status).toBe(200)
  })

  it('are made in the background: 202 with a regional address to poll', async () => {
    const body = {
      location: 'europe',
      properties: {
        displayName: 'New',
        environmentSku: 'Sandbox',
        linkedEnvironmentMetadata: { domainName: 'orgnew' },
      },
    }
    expect((await admin.ask('POST', `${bap}/validateEnvironmentDetails?api-version=2023-06-01`, body)).status).toBe(200)
    const begun = await admin.ask('POST', `${bap}/environments?api-version=2023-06-01`, body)
    expect(begun.status).toBe(202)
    const location = original(emulator, begun.headers.get('location'))
    expect(location).toContain('https://europe.api.bap.microsoft.com/')
    expect((await admin.ask('GET', location)).body).toMatchObject({ state: { id: 'Running' } })
    emulator.clock.advance(31_000)
    const done = await admin.ask('GET', location)
    expect(done.body).toMatchObject({ state: { id: 'Succeeded' } })
    const made = await admin.ask(
      'GET',
      `https://api.bap.microsoft.com${textAt(done.body, 'links', 'environment', 'path')}?api-version=2023-06-01`,
    )
    expect(made.body).toMatchObject({ properties: { linkedEnvironmentMetadata: { domainName: 'orgnew' } } })
    const host = environmentHost(textAt(made.body, 'name'))
    const known = () => admin.ask('GET', `${host}/connectivity/connections?api-version=1`)
    expect((await known()).body).toMatchObject({ error: { code: 'ServiceToServiceEnvironmentNotFound' } })
    emulator.clock.advance(60_000)
    expect((await known()).body).toEqual({ value: [] })
    const taken = await admin.ask('POST', `${bap}/validateEnvironmentDetails?api-version=2023-06-01`, body)
    expect(taken).toMatchObject({ status: 400, body: { error: { code: 'InvalidEnvironmentDetails' } } })
  })
})

describe('management applications', () => {
  it('open the admin plane to an application; it cannot register itself', async () => {
    const there = visitorOf(emulator, { tenant: adatum })
    const administrator = visitorOf(emulator, { tenant: adatum, user: 'admin@adatum.example' })
    const list = `${bap}/scopes/admin/environments?api-version=2023-06-01`
    const refused = await there.ask('GET', list)
    expect(refused.status).toBe(403)
    expect(textAt(refused.body, 'error', 'message')).toContain('does not have permission to access the path')
    const registration = `${bap}/adminApplications/${defaultEntrance.clientId}?api-version=2020-10-01`
    expect((await there.ask('PUT', registration)).status).toBe(401)
    expect((await administrator.ask('PUT', registration)).body).toEqual({ applicationId: defaultEntrance.clientId })
    expect((await there.ask('GET', list)).status).toBe(200)
    const all = await administrator.ask('GET', `${bap}/adminApplications?api-version=2020-06-01`)
    expect(all.body).toMatchObject({ value: [{ applicationId: defaultEntrance.clientId }] })
    expect((await administrator.ask('DELETE', registration)).status).toBe(204)
    expect((await administrator.ask('GET', registration)).status).toBe(404)
    expect((await there.ask('GET', list)).status).toBe(403)
  })

  it('are added to a database, where there is one and the application is installed', async () => {
    const add = (name: string, id: string) =>
      admin.ask('POST', `${bap}/scopes/admin/environments/${name}/addAppUser?api-version=2020-10-01`, {
        servicePrincipalAppId: id,
      })
    expect((await add(environment, defaultEntrance.clientId)).status).toBe(200)
    expect((await add(environment, '11111111-1111-4111-8111-111111111111')).body).toMatchObject({
      error: { code: 'ServicePrincipalNotFound' },
    })
  })
})

describe('the directory', () => {
  it('tells who is signed in, and finds people by filter', async () => {
    expect((await admin.ask('GET', `${graph}/me?$select=displayName`)).body).toMatchObject({
      displayName: 'Femke Bakker',
    })
    const found = await admin.ask(
      'GET',
      `${graph}/users?$filter=startswith(displayName,'Milan')&$select=id,displayName&$count=true`,
    )
    expect(found.body).toMatchObject({ '@odata.count': 1, value: [{ displayName: 'Milan Visser' }] })
    const missing = await admin.ask('GET', `${graph}/users/nobody@fabrikam.example`)
    expect(missing).toMatchObject({ status: 404, body: { error: { code: 'Request_ResourceNotFound' } } })
    expect((await application.ask('GET', `${graph}/me`)).status).toBe(403)
  })

  it('gives pages, applications and the ids of permissions', async () => {
    const first = await admin.ask('GET', `${graph}/users?$top=2`)
    const next = original(emulator, textAt(first.body, '@odata.nextLink'))
    expect(Object((await admin.ask('GET', next)).body).value).toHaveLength(1)
    const flow = `${graph}/servicePrincipals?$filter=appId eq '7df0a125-d3be-4c96-aa54-591f83ff541c'`
    expect((await admin.ask('GET', flow)).body).toMatchObject({
      value: [
        {
          oauth2PermissionScopes: expect.arrayContaining([
            expect.objectContaining({ value: 'Flows.Read.All', id: 'e45c5562-459d-4d1b-8148-83eb1b6dcf83' }),
          ]),
        },
      ],
    })
    const vendor = visitorOf(emulator, {
      tenant: '0a0a0a0a-1111-4a4a-8a8a-000000000001',
      user: 'priya@proseware.example',
    })
    const listed = await vendor.ask('GET', `${graph}/applications?$filter=appId eq '${defaultEntrance.clientId}'`)
    const id = textAt(listed.body, 'value', 0, 'id')
    const read = await vendor.ask('GET', `${graph}/applications/${id}`)
    expect(read.body).toMatchObject({ appId: defaultEntrance.clientId, signInAudience: 'AzureADMultipleOrgs' })
    expect(JSON.stringify(read.body)).not.toContain(defaultEntrance.clientSecret)
  })

  it('counts licences, lists those of a person, and assigns only what is left', async () => {
    const skus = await admin.ask('GET', `${graph}/subscribedSkus`)
    expect(skus.body).toMatchObject({
      value: expect.arrayContaining([
        expect.objectContaining({ skuPartNumber: 'POWERAUTOMATE_ATTENDED_RPA', consumedUnits: 2 }),
      ]),
    })
    const held = await admin.ask('GET', `${graph}/users/member@fabrikam.example/licenseDetails`)
    expect(held.body).toMatchObject({ value: [{ skuPartNumber: 'O365_BUSINESS_PREMIUM' }] })
    const body = { addLicenses: [{ skuId: 'eda1941c-3c4f-4995-b5eb-e85a42175ab9' }], removeLicenses: [] }
    const assign = (user: string, changes: object) => admin.ask('POST', `${graph}/users/${user}/assignLicense`, changes)
    expect((await assign('member@fabrikam.example', body)).status).toBe(200)
    const more = await admin.ask('GET', `${graph}/users/member@fabrikam.example/licenseDetails`)
    expect(Object(more.body).value).toHaveLength(2)
    const unknown = { ...body, addLicenses: [{ skuId: '11111111-1111-4111-8111-111111111111' }] }
    expect(await assign('member@fabrikam.example', unknown)).toMatchObject({
      status: 400,
      body: { error: { code: 'Request_BadRequest' } },
    })
    const sku =
      emulator.store.state.tenants[defaultEntrance.tenant]?.subscriptions['eda1941c-3c4f-4995-b5eb-e85a42175ab9']
    if (sku !== undefined) sku.enabledUnits = 3
    await assign('member@fabrikam.example', {
      addLicenses: [],
      removeLicenses: body.addLicenses.map(({ skuId }) => skuId),
    })
    if (sku !== undefined) sku.enabledUnits = 2
    expect(textAt((await assign('member@fabrikam.example', body)).body, 'error', 'message')).toContain(
      'does not have any available licenses',
    )
  })

  it('asks for the permission in the token', async () => {
    const consents = emulator.store.state.tenants[defaultEntrance.tenant]?.consents ?? []
    for (const consent of consents) {
      if (consent.resource === '00000003-0000-0000-c000-000000000000') consent.scopes = ['User.Read']
    }
    const token = await tokenFor(emulator, {
      scope: 'https://graph.microsoft.com/User.Read',
      user: defaultEntrance.user,
    })
    const read = async (path: string) => (await send(emulator, `${graph}/${path}`, { token })).status
    expect([await read('me'), await read('users'), await read('subscribedSkus')]).toEqual([200, 403, 403])
  })
})
