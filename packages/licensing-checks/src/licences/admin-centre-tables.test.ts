import { expect, test } from 'vitest'
import { checkLicences } from '../engine/check-licences.ts'
import { gatherLicensing } from '../engine/gather-licensing.ts'
import { judgeEntitlements } from '../entitlement/judge-entitlements.ts'
import { skuIds, subscribedSku } from '../testing/given-list.ts'
import { readLicenceFile, recogniseLicenceList } from './read-licence-file.ts'

const products = (rows: string) =>
  `\uFEFFProduct title,Total licenses,Expired licenses,Assigned licenses,Status message\r\n${rows}`
const people = readLicenceFile(
  'users.csv',
  'Display name,Licenses,Usage location,User principal name\nAda,Microsoft 365 Business Standard+Power Automate Premium,NL,ada@contoso.example\n',
)

test('the list of products of the admin centre is read, with what it says of their state', () => {
  const text = products(
    [
      'Power Automate Premium,"1,025",0,3,Expires on 12/31/2026',
      'Microsoft Power Automate Free,10000,0,17,',
      'Microsoft 365 Business Standard,10,4,6,',
      'Power Automate Process,2,2,0,Expired',
      'Visio Plan 2,5,0,5,',
    ].join('\r\n'),
  )
  expect(recogniseLicenceList(text)).toBe('csv-products')
  const { subscriptions, problems } = readLicenceFile('products.csv', text)
  expect(problems).toEqual([])
  expect(subscriptions.map(({ skuId, seats, used, status }) => [skuId, seats, used, status])).toEqual([
    [skuIds.premium, 1025, 3, 'Enabled'],
    [skuIds.free, 10_000, 17, 'Enabled'],
    // What may have ended is not counted on.
    [skuIds.business, 6, 6, 'Warning'],
    [skuIds.process, 0, 0, 'Suspended'],
  ])
})

test('titles that cannot be told and numbers that are none are said with their line', () => {
  const text = products(
    'Power Automate Deluxe,1,0,1,\nMicrosoft 365 Business Basic,1,0,1,\nPower Automate Premium,some,0,1,\n',
  )
  const { subject } = checkLicences([readLicenceFile('products.csv', text)])
  const found = subject.findings.filter(({ ruleId }) => ruleId === 'licence-list-readable')
  expect(found.map(({ range, message }) => [range?.start.line, message.what])).toEqual([
    [2, '"Power Automate Deluxe" is the title of no product we know.'],
    [3, '"Microsoft 365 Business Basic" stands for several products, and the table has no ids.'],
    [4, '"some" is no number of licences.'],
  ])
})

test('names in a list of people are the tenant’s own products, where one alone has the name', () => {
  const skus = readLicenceFile(
    'skus.json',
    JSON.stringify({ value: [subscribedSku('premium', 5, 1), subscribedSku('business', 5, 1)] }),
  )
  const licencesOf = (...files: (typeof skus)[]) =>
    gatherLicensing(files).users[0]?.licences.map(({ skuId, matchedBy }) => [skuId, matchedBy])
  expect(licencesOf(people, skus)).toEqual([
    [skuIds.business, 'held'],
    [skuIds.premium, 'held'],
  ])
  expect(licencesOf(people)).toEqual([
    [skuIds.business, 'name'],
    [skuIds.premium, 'name'],
  ])
  // A table that has titles only says nothing of ids.
  const table = readLicenceFile('products.csv', products('Power Automate Premium,5,0,1,\n'))
  expect(licencesOf(people, table)).toEqual(licencesOf(people))
})

test('a shared name is the one of its products that the tenant holds, and stays open where it holds both', () => {
  const basics = [...'ab'].map((letter) =>
    readLicenceFile(
      `${letter}.csv`,
      `User principal name,Licenses\n${letter}@contoso.example,Microsoft 365 Business Basic\n`,
    ),
  )
  const [one = '', other = ''] = ['3b555118-da6a-4418-894f-7df1e2096870', 'dab7782a-93b1-4074-8bb1-0e61318bea0b']
  const skus = (...ids: string[]) =>
    readLicenceFile(
      'skus.json',
      JSON.stringify({ value: ids.map((skuId) => ({ ...subscribedSku('business', 5, 1), skuId })) }),
    )
  const matched = (...ids: string[]) =>
    gatherLicensing([...basics, skus(...ids)]).users.map(({ licences: [first] }) => first?.matchedBy)
  expect(matched(one)).toEqual(['held', 'held'])
  expect(matched(one, other)).toEqual(['several', 'several'])
})

test('who holds a licence by name is asked about its plans, and lacks what no such licence gives', () => {
  const flows = readLicenceFile(
    'flows.json',
    JSON.stringify({
      flows: [
        { name: 'F', trigger: 'scheduled', context: 'none', connectors: [{ id: 'shared_fleetdesk', tier: 'custom' }] },
      ],
    }),
  )
  const skus = readLicenceFile('skus.json', JSON.stringify({ value: [subscribedSku('premium', 5, 1)] }))
  const rule = (...files: (typeof flows)[]) =>
    [...judgeEntitlements(gatherLicensing(files))].map(({ state, outcome }) => `${state} ${outcome.rule}`)
  expect(rule(people, flows)).toEqual(['ask licence-by-name'])
  expect(rule(people, flows, skus)).toEqual(['ask plan-state-unknown'])
  const seeded = readLicenceFile(
    'users.csv',
    'User principal name,Licenses\nbo@contoso.example,Microsoft 365 Business Standard\n',
  )
  expect(rule(seeded, flows)).toEqual(['gap standard-only'])
})
