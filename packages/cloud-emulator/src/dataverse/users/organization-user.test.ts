import { beforeAll, describe, expect, it } from 'vitest'
import { emulatorOfTests, send, tokenFor } from '../../fixtures/emulator-of-tests.ts'
import { defaultEntrance } from '../../seed/default-seed.ts'
import type { RunningEmulator } from '../../start-emulator.ts'

const host = 'https://orgfabrikam.crm4.dynamics.com'
const api = `${host}/api/data/v9.2`
const maker = 'maker@fabrikam.example'

let emulator: RunningEmulator
const tokens: Record<string, string> = {}

beforeAll(async () => {
  emulator = await emulatorOfTests()
  const scope = `${host}/.default`
  tokens.application = await tokenFor(emulator, { scope })
  tokens.admin = await tokenFor(emulator, { scope, user: defaultEntrance.user })
  tokens.maker = await tokenFor(emulator, { scope, user: maker })
})

const ask = async (who: string, path: string, init: Parameters<typeof send>[2] = {}) => {
  const response = await send(emulator, `${api}/${path}`, { ...init, token: tokens[who] ?? '' })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers }
}

const first = async (query: string) => (await ask('admin', query)).body.value[0]

describe('users of an organisation', () => {
  it('are let in with their first call when they belong to the environment', async () => {
    expect((await ask('maker', 'WhoAmI')).status).toBe(200)
    expect(
      await first(
        "systemusers?$filter=domainname eq 'maker@fabrikam.example'&$expand=systemuserroles_association($select=name)",
      ),
    ).toMatchObject({
      fullname: 'Milan Visser',
      systemuserroles_association: [{ name: 'Environment Maker' }],
    })
  })

  it('are refused elsewhere, and everybody while an organisation is being made', async () => {
    const token = await tokenFor(emulator, {
      scope: 'https://orgfabrikamtest.crm4.dynamics.com/.default',
      user: 'member@fabrikam.example',
    })
    const answer = await send(emulator, 'https://orgfabrikamtest.crm4.dynamics.com/api/data/v9.2/WhoAmI', { token })
    expect([answer.status, await answer.json()]).toEqual([
      403,
      { error: { code: '0x80072560', message: 'The user is not a member of the organization.' } },
    ])
    const environments = Object.values(emulator.store.state.tenants[defaultEntrance.tenant]?.environments ?? {})
    const organization = environments.find(({ isDefault }) => isDefault)?.dataverse
    if (organization === undefined) throw new Error('The seed has no organisation.')
    organization.readyAt = new Date(emulator.clock.now().getTime() + 60_000).toISOString()
    expect((await ask('application', 'WhoAmI')).status).toBe(403)
    emulator.clock.advance(61_000)
    expect((await ask('application', 'WhoAmI')).status).toBe(200)
  })

  it('may do what their roles allow', async () => {
    const body = {
      uniquename: 'makers',
      friendlyname: 'Makers',
      customizationprefix: 'mk',
      customizationoptionvalueprefix: 1,
    }
    expect((await ask('maker', 'publishers', { method: 'POST', body })).status).toBe(204)
    const unit = await first('businessunits')
    const user = {
      applicationid: defaultEntrance.clientId,
      'businessunitid@odata.bind': `/businessunits(${unit.businessunitid})`,
    }
    expect(await ask('maker', 'systemusers', { method: 'POST', body: user })).toMatchObject({
      status: 403,
      body: { error: { code: '0x80040220', message: expect.stringContaining('prvCreatesystemuser') } },
    })
  })

  it('act for others where they may', async () => {
    const other = await first(`systemusers?$filter=domainname eq '${maker}'`)
    const headers = { CallerObjectId: other.azureactivedirectoryobjectid }
    expect((await ask('application', 'WhoAmI', { headers })).body.UserId).toBe(other.systemuserid)
    expect((await ask('application', 'WhoAmI', { headers: { MSCRMCallerID: other.systemuserid } })).body.UserId).toBe(
      other.systemuserid,
    )
    expect(await ask('maker', 'WhoAmI', { headers })).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringContaining('prvActOnBehalfOfAnotherUser') } },
    })
    expect(
      (await ask('application', 'WhoAmI', { headers: { CallerObjectId: '00000000-0000-4000-8000-000000000000' } }))
        .status,
    ).toBe(403)
  })

  it('which are applications are added, given roles, and removed in two steps', async () => {
    const unit = await first('businessunits')
    const body = {
      applicationid: defaultEntrance.clientId,
      accessmode: 4,
      isdisabled: false,
      'businessunitid@odata.bind': `/businessunits(${unit.businessunitid})`,
    }
    const create = () => ask('admin', 'systemusers', { method: 'POST', body })
    const present = await first(`systemusers?$filter=applicationid eq ${defaultEntrance.clientId}`)
    expect((await create()).status).toBe(412)
    const remove = () => ask('admin', `systemusers(${present.systemuserid})`, { method: 'DELETE' })
    expect((await remove()).status).toBe(204)
    expect((await ask('application', 'WhoAmI')).status).toBe(403)
    expect(await create()).toMatchObject({
      status: 412,
      body: { error: { message: expect.stringContaining('removed for good') } },
    })
    expect((await remove()).status).toBe(204)
    const made = await create()
    expect(made.status).toBe(204)
    const [, id] = /systemusers\(([0-9a-f-]{36})\)$/.exec(made.headers.get('odata-entityid') ?? '') ?? []
    expect(await ask('application', 'solutions')).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringContaining('roleCount=0') } },
    })
    const role = await first("roles?$filter=name eq 'System Administrator'")
    const link = `systemusers(${id})/systemuserroles_association/$ref`
    expect(
      (await ask('admin', link, { method: 'POST', body: { '@odata.id': `${api}/roles(${role.roleid})` } })).status,
    ).toBe(204)
    expect((await ask('application', 'solutions')).status).toBe(200)
    expect(
      (await ask('admin', `${link}?$id=${encodeURIComponent(`${api}/roles(${role.roleid})`)}`, { method: 'DELETE' }))
        .status,
    ).toBe(204)
    expect((await ask('application', 'solutions')).status).toBe(403)
    expect((await ask('admin', link, { method: 'POST', body: { '@odata.id': `roles(${role.roleid})` } })).status).toBe(
      204,
    )
    const unknown = { ...body, applicationid: '00000000-0000-4000-8000-000000000000' }
    expect(await ask('admin', 'systemusers', { method: 'POST', body: unknown })).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('does not exist in this tenant') } },
    })
  })

  it('are shared rows, more rights or fewer, and told of it', async () => {
    const clientdata = '{"properties":{"connectionReferences":{},"definition":{}},"schemaVersion":"1.0.0.0"}'
    const flow = { category: 5, name: 'Shared', type: 1, primaryentity: 'none', clientdata }
    const made = await ask('application', 'workflows', { method: 'POST', body: flow })
    const [, id] = /\(([0-9a-f-]{36})\)$/.exec(made.headers.get('odata-entityid') ?? '') ?? []
    const other = await first(`systemusers?$filter=domainname eq '${maker}'`)
    const Target = { '@odata.type': 'Microsoft.Dynamics.CRM.workflow', workflowid: id }
    const principal = { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', ownerid: other.systemuserid }
    const give = (action: string, AccessMask: string) =>
      ask('application', action, {
        method: 'POST',
        body: { Target, PrincipalAccess: { Principal: principal, AccessMask } },
      })
    const rights = async () => {
      const target = encodeURIComponent(`{'@odata.id':'workflows(${id})'}`)
      const { body } = await ask('application', `RetrieveSharedPrincipalsAndAccess(Target=@tid)?@tid=${target}`)
      return body.PrincipalAccesses.map(({ AccessMask }: { AccessMask: string }) => AccessMask)
    }
    await give('GrantAccess', 'ReadAccess')
    await give('GrantAccess', 'WriteAccess, ShareAccess')
    expect(await rights()).toEqual(['ReadAccess, WriteAccess, ShareAccess'])
    await give('ModifyAccess', 'ReadAccess')
    expect(await rights()).toEqual(['ReadAccess'])
    expect(
      (await ask('application', 'RevokeAccess', { method: 'POST', body: { Target, Revokee: principal } })).status,
    ).toBe(204)
    expect(await rights()).toEqual([])
    expect((await give('GrantAccess', 'ReadAccess')).status).toBe(204)
    expect((await ask('application', 'GrantAccess', { method: 'POST', body: { Target: {} } })).status).toBe(400)
  })
})
