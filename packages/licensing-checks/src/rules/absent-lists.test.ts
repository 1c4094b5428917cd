import { expect, test } from 'vitest'
import { checkLicences } from '../engine/check-licences.ts'
import { describeRules } from '../engine/describe-rules.ts'
import { readLicenceFile } from '../licences/read-licence-file.ts'
import { flowWith, licenceDetail, subscribedSku, userWith } from '../testing/given-list.ts'

/** The rules that had something to look at, found nothing and say nothing: what they judge is in order. */
function silentOver(path: string, list: string | object): readonly string[] {
  const read = readLicenceFile(path, typeof list === 'string' ? list : JSON.stringify(list))
  const { findings, notChecked = [] } = checkLicences([read], { today: '2026-11-20' }).subject
  for (const { handIn, reason } of notChecked) expect(`${reason} ${handIn ?? 'Y.'}`).toMatch(/^\p{Lu}.*\. \p{Lu}.*\.$/u)
  const loud = new Set([...findings.map(({ ruleId }) => ruleId), ...notChecked.flatMap(({ rules }) => rules)])
  return describeRules()
    .map(({ id }) => id)
    .filter((id) => !loud.has(id))
    .sort()
}

/** Rules about the files themselves. */
const ofFiles = ['licence-list-readable', 'licence-list-recognised', 'licence-list-without-secret']

test.each([
  [
    'a table of users and the names of their licences',
    'users.csv',
    'User principal name,Licenses\nada@contoso.example,Power Automate Premium\n',
    ['licence-product-known', 'licence-users-listed'],
  ],
  [
    'users without licences',
    'users.json',
    { users: [userWith([])] },
    ['licence-usage-location', 'licence-users-listed'],
  ],
  [
    'users with licences',
    'users.json',
    { users: [userWith([licenceDetail('premium')], { licenseAssignmentStates: [] })] },
    [
      'licence-assignment-sound',
      'licence-flow-plan-active',
      'licence-product-by-id',
      'licence-product-known',
      'licence-usage-location',
      'licence-users-listed',
    ],
  ],
  [
    'what the tenant bought',
    'skus.json',
    { subscribedSkus: [subscribedSku('premium', 5, 1)] },
    [
      'licence-lists-agree',
      'licence-no-legacy-plan',
      'licence-no-trial',
      'licence-subscription-active',
      'licence-subscriptions-listed',
      'licence-trial-end',
    ],
  ],
  [
    'products that do not bring Power Automate',
    'skus.json',
    { subscribedSkus: [subscribedSku('premium', 5, 1, { skuId: 'aaaaaaaa-0000-4000-8000-000000000000' })] },
    [
      'licence-lists-agree',
      'licence-no-legacy-plan',
      'licence-no-trial',
      'licence-subscriptions-listed',
      'licence-trial-end',
    ],
  ],
  [
    'flows',
    'flows.json',
    { flows: [flowWith({ actionsPerFiveMinutes: 90 })] },
    [
      'licence-connector-tier-known',
      'licence-context-recorded',
      'licence-five-minute-limit',
      'licence-flows-listed',
      'licence-request-estimate',
      'licence-trigger-known',
    ],
  ],
  [
    'flows that do not say what they do',
    'flows.json',
    { flows: [{ name: 'B', connectors: [] }] },
    ['licence-connector-tier-known', 'licence-context-recorded', 'licence-flows-listed'],
  ],
] as const)('%s say nothing of what they do not list', (_, path, list, rules) => {
  expect(silentOver(path, list)).toEqual([...ofFiles, ...rules].sort())
})

test('seats that are all used are no seats for everybody', () => {
  const list = { subscribedSkus: [subscribedSku('premium', 1, 1)], users: [userWith([licenceDetail('premium')])] }
  expect(silentOver('list.json', list)).not.toContain('licence-seats-left')
  expect(silentOver('list.json', { ...list, subscribedSkus: [subscribedSku('premium', 5, 1)] })).toContain(
    'licence-seats-left',
  )
})
