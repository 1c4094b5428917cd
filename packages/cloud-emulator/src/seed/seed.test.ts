import { expect, test } from 'vitest'
import { defaultEntrance, defaultSeed } from './default-seed.ts'
import { entranceOf } from './entrance.ts'
import { plantSeed } from './plant-seed.ts'
import { readSeed } from './read-seed.ts'

const now = new Date('2026-01-01T00:00:00Z')

const yaml = `
tenants:
  - id: 11111111-1111-4111-8111-111111111111
    name: Contoso
    domain: contoso.example
    region: unitedstates
    licences:
      - { partNumber: FLOW_FREE, units: 3 }
    accounts:
      - name: Ada
        userName: ada@contoso.example
        password: made-up
        licences: [FLOW_FREE]
    applications:
      - id: 22222222-2222-4222-8222-222222222222
        name: Own
        secret: made-up-too
        permissions: [{ api: Dynamics CRM, delegated: [user_impersonation] }]
        consented: true
    environments:
      - name: Main
        dataverse: { domain: orgcontoso, applicationUsers: [22222222-2222-4222-8222-222222222222] }
        connections:
          - { connector: shared_office365, name: Mail, owner: ada@contoso.example }
`

test('a seed in YAML becomes a tenant', async () => {
  const seed = await readSeed(yaml, 'seed.yaml')
  const state = plantSeed(seed, now)
  const tenant = state.tenants['11111111-1111-4111-8111-111111111111']
  expect(tenant).toMatchObject({ name: 'Contoso', region: 'unitedstates' })
  const [account] = Object.values(tenant?.accounts ?? {})
  expect(account).toMatchObject({
    userPrincipalName: 'ada@contoso.example',
    passwordDigest: expect.stringMatching(/^[\da-f]{64}$/),
  })
  const environment = tenant?.environments['Default-11111111-1111-4111-8111-111111111111']
  expect(environment).toMatchObject({ isDefault: true, organization: { host: 'orgcontoso.crm.dynamics.com' } })
  expect(Object.values(environment?.connections ?? {})).toMatchObject([
    { connector: 'shared_office365', createdBy: account?.objectId },
  ])
  expect(tenant?.consents).toMatchObject([{ principal: 'everybody', scopes: ['user_impersonation'] }])
  expect(JSON.stringify(state)).not.toContain('made-up')
  expect(entranceOf(seed)).toEqual({
    tenant: '11111111-1111-4111-8111-111111111111',
    clientId: '22222222-2222-4222-8222-222222222222',
    clientSecret: 'made-up-too',
    user: 'ada@contoso.example',
    password: 'made-up',
  })
})

test('the built-in seed fits its own schema, and whoever is in it has the same id each time', async () => {
  const read = await readSeed(JSON.stringify(defaultSeed), 'seed.json')
  expect(read).toEqual(defaultSeed)
  const people = () =>
    Object.values(plantSeed(defaultSeed, now).tenants).flatMap(({ accounts, servicePrincipals, environments }) => [
      ...Object.keys(accounts),
      ...Object.values(servicePrincipals).map(({ objectId }) => objectId),
      ...Object.values(environments).flatMap(({ name, connections }) => [name, ...Object.keys(connections)]),
    ])
  expect(people()).toEqual(people())
  expect(entranceOf(defaultSeed)).toEqual(defaultEntrance)
})

test.each([
  ['neither JSON nor YAML', 'tenants: [', /can be read neither as JSON nor as YAML/],
  ['empty', '', /expected object/],
  ['no tenants', 'tenants: []', /tenants/],
  [
    'an id that is none',
    yaml.replace('11111111-1111-4111-8111-111111111111', 'one'),
    /has to be a GUID[\s\S]*tenants\[0\]\.id/,
  ],
  ['a word it does not know', yaml.replace('region:', 'regoin:'), /Unrecognized key: "regoin"/],
  [
    'a user name that is none',
    yaml.replace('userName: ada@contoso.example', 'userName: ada'),
    /has to look like an e-mail address/,
  ],
  [
    'a file that grows',
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`,
    /Excessive alias count|Unrecognized/,
  ],
])('a file that does not fit is told where: %s', async (_, text, told) => {
  await expect(readSeed(text, 'seed.yaml')).rejects.toThrow(told)
  await expect(readSeed(text, 'seed.yaml')).rejects.toThrow(/seed\.yaml/)
})

test.each([
  [
    'a licence nobody bought',
    yaml.replace('licences: [FLOW_FREE]', 'licences: [OTHER]'),
    /has the licence OTHER, which its tenant did not buy/,
  ],
  [
    'an owner who is not there',
    yaml.replace('owner: ada', 'owner: bob'),
    /names bob@contoso\.example, who is no account of Contoso/,
  ],
  ['an API there is not', yaml.replace('Dynamics CRM', 'Telepathy'), /The API "Telepathy" is not known/],
  [
    'an application user nobody installed',
    yaml.replace('applicationUsers: [2222', 'applicationUsers: [3222'),
    /which Contoso did not install/,
  ],
])('a seed that contradicts itself is told how: %s', async (_, text, told) => {
  const seed = await readSeed(text, 'seed.yaml')
  expect(() => plantSeed(seed, now)).toThrow(told)
})

test('two tenants with one id are told apart by the user, not by us', () => {
  expect(() => plantSeed({ tenants: [...defaultSeed.tenants, ...defaultSeed.tenants.slice(0, 1)] }, now)).toThrow(
    /Two tenants have the id/,
  )
})
