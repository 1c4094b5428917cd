import { describe, expect, test } from 'vitest'
import { gatherLicensing } from '../engine/gather-licensing.ts'
import type { FlowUse } from '../entitlement/flow-use.ts'
import { judgeEntitlements } from '../entitlement/judge-entitlements.ts'
import { skuIds } from '../testing/given-list.ts'
import type { LicenceListFormat } from './licence-list.ts'
import { readLicenceFile, recogniseLicenceList } from './read-licence-file.ts'

const plan = '375cd0ad-c407-49fd-866a-0bff4f8a9a4d'
const detail = {
  skuId: skuIds.premium,
  skuPartNumber: 'P',
  servicePlans: [{ servicePlanId: plan, servicePlanName: 'X', provisioningStatus: 'Success' }],
}
const ada = 'ada@contoso.example'
const context = `https://graph.microsoft.com/v1.0/$metadata#users('${ada}')/licenseDetails`

const files: readonly [name: string, format: LicenceListFormat, text: string, path?: string][] = [
  [
    'Graph’s licences of a user',
    'graph-licences-of-user',
    JSON.stringify({ '@odata.context': context, value: [detail] }),
  ],
  ['the same, named by its file', 'graph-licences-of-user', JSON.stringify([detail]), `out/${ada}.json`],
  [
    'Graph’s users with details',
    'graph-users',
    JSON.stringify({ value: [{ userPrincipalName: ada, licenseDetails: { value: [detail] } }] }),
  ],
  [
    'Graph’s users with assignments',
    'graph-users',
    JSON.stringify([
      { id: '1', userPrincipalName: ada, assignedLicenses: [{ skuId: skuIds.premium, disabledPlans: [] }] },
    ]),
  ],
  [
    'PowerShell’s capitals',
    'graph-users',
    JSON.stringify([
      {
        UserPrincipalName: ada,
        LicenseDetails: [
          {
            SkuId: skuIds.premium,
            SkuPartNumber: 'P',
            ServicePlans: [{ ServicePlanId: plan.toUpperCase(), ServicePlanName: 'X', ProvisioningStatus: 'Success' }],
          },
        ],
      },
    ]),
  ],
  [
    'Partner Center’s licences of a user',
    'partner-center-licences-of-user',
    JSON.stringify({
      totalCount: 1,
      items: [
        {
          productSku: { id: skuIds.premium, name: 'P' },
          servicePlans: [{ id: plan, serviceName: 'X', capabilityStatus: 'Enabled' }],
        },
      ],
    }),
    `${ada}.json`,
  ],
  [
    'a combined list',
    'combined',
    JSON.stringify({
      users: [
        {
          userPrincipalName: ada,
          licences: [{ skuId: `{${skuIds.premium.toUpperCase()}}`, plans: [{ id: plan, status: 'Success' }] }],
        },
      ],
    }),
  ],
  [
    'a table with ids and plans',
    'csv',
    `UPN,SkuId,ServicePlanId,Status\r\n${ada},${skuIds.premium},${plan},Success\r\n`,
  ],
  [
    'a table with disabled plans',
    'csv',
    `\ufeff"User principal name";"License";"Disabled plans"\n"${ada}";"${skuIds.premium}";"00000000-0000-4000-8000-000000000000"\n`,
  ],
  [
    'a table with comments in JSON',
    'graph-users',
    `{"value":[{"userPrincipalName":"${ada}",/* one */"licenseDetails":[${JSON.stringify(detail)},]}]}`,
  ],
]

const custom: FlowUse = {
  name: 'F',
  connectors: [{ id: 'shared_x', tier: 'custom', isTierAssumed: false, at: { path: '' } }],
  trigger: 'automated',
  owner: undefined,
  isOwnedByApplication: false,
  runners: undefined,
  requestsPerDay: undefined,
  actionsPerFiveMinutes: undefined,
  context: undefined,
  hasProcessLicence: undefined,
  isPayAsYouGo: false,
  usesGateway: false,
  desktop: 'none',
  isShared: false,
  at: { path: '' },
}

describe('a list is recognised by its content, and Ada is covered by what it says', () => {
  test.each<(typeof files)[number]>(files)('%s', (_, format, text, path = 'list') => {
    expect(recogniseLicenceList(text)).toBe(format)
    const read = readLicenceFile(path, text)
    expect(read.problems).toEqual([])
    expect(read.users.map(({ name }) => name)).toEqual([ada])
    const answers = [...judgeEntitlements({ users: read.users, flows: [custom] })]
    expect(answers.map(({ state, outcome }) => [state, outcome.rule])).toEqual([['covered', 'premium-covers']])
  })
})

describe('other lists', () => {
  test.each<[string, LicenceListFormat | undefined, string]>([
    [
      'Graph’s subscriptions',
      'graph-subscriptions',
      JSON.stringify({
        value: [{ skuId: skuIds.premium, prepaidUnits: { enabled: 3, warning: 2 }, consumedUnits: 4 }],
      }),
    ],
    [
      'Partner Center’s subscriptions',
      'partner-center-subscriptions',
      JSON.stringify({
        items: [{ productSku: { id: skuIds.premium }, activeUnits: 5, consumedUnits: 4, totalUnits: 9 }],
      }),
    ],
    [
      'purchases',
      'partner-center-orders',
      JSON.stringify({ items: [{ id: 's', offerId: 'o', autoRenewEnabled: true, commitmentEndDate: '2027-01-01' }] }),
    ],
    ['flows', 'flows', JSON.stringify({ flows: [{ name: 'F', connectors: [], trigger: 'instant' }] })],
    ['an answer without licences', 'graph-licences-of-user', JSON.stringify({ '@odata.context': context, value: [] })],
    ['an app manifest', undefined, JSON.stringify({ appId: 'x', requiredResourceAccess: [] })],
    ['a flow package', undefined, JSON.stringify({ properties: { definition: { triggers: {} } } })],
    ['a table of something else', undefined, 'name,price\nx,1'],
    ['nothing', undefined, ''],
    ['broken beyond reading', undefined, '{'],
  ])('%s', (_, format, text) => {
    expect(recogniseLicenceList(text)).toBe(format)
    const { subscriptions } = readLicenceFile('x', text)
    if (subscriptions.length > 0) expect(subscriptions).toMatchObject([{ seats: 5, used: 4 }])
  })

  test('a table of the admin centre gives names, and answers that have to be asked', () => {
    const text = `User principal name,Licenses\n${ada},Power Automate Premium+Visio Plan 2\nbo@contoso.example,Unlicensed\n`
    const { users } = readLicenceFile('users.csv', text)
    const answers = [...judgeEntitlements({ users, flows: [custom] })]
    expect(answers.map(({ who, state, outcome }) => [who, state, outcome.rule])).toEqual([
      [ada, 'ask', 'licence-by-name'],
      ['bo@contoso.example', 'gap', 'no-licence'],
    ])
  })

  test('one person in two lists holds the licences of both', () => {
    const one = readLicenceFile(
      'a.json',
      JSON.stringify([{ userPrincipalName: ada, usageLocation: 'NL', assignedLicenses: [] }]),
    )
    const two = readLicenceFile('b.json', JSON.stringify({ '@odata.context': context, value: [detail] }))
    const { users } = gatherLicensing([one, two])
    expect(users).toMatchObject([{ name: ada, usageLocation: 'NL', licences: [{ skuId: skuIds.premium }] }])
  })

  test('places are found in the text when they are asked for', () => {
    const text = `{\n "users": [\n  { "userPrincipalName": "${ada}", "licenseDetails": [] }\n ]\n}`
    const [user] = readLicenceFile('a.json', text).users
    expect(Object(user?.at).pointer()).toBe('/users/0')
  })
})
