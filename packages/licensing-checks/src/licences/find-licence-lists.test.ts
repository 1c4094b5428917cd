import { describe, expect, test } from 'vitest'
import { checkLicences } from '../engine/check-licences.ts'
import { faultlessList } from '../testing/given-list.ts'
import { findLicenceLists, looksLikeLicenceList } from './find-licence-lists.ts'
import { readLicenceFile } from './read-licence-file.ts'

const whole = JSON.stringify(faultlessList, undefined, 2)

describe('what was meant to be a list', () => {
  test.each([
    ['JSON that breaks off', '{"value":[{"userPrincipalName":"ada@contoso.example","assi'],
    ['flows that break off', '{"flows":[{"name":"Invoi'],
    ['people without their licences', '{"value":[{"userPrincipalName":"ada@contoso.example"}]}'],
    ['a product of which nothing is said', '[{"skuId":"eda1941c-3c4f-4995-b5eb-e85a42175ab9"}]'],
    ['a flow where a list of them should stand', '{"flows":{"name":"F","connectors":[]}}'],
    ['a table of people without licences', 'User principal name,City\nada@contoso.example,Utrecht\n'],
    ['a table of licences without user names', 'Display name,Licenses\nAda,Power Automate Premium\n'],
  ])('%s is taken for one, and refused', (_, text) => {
    expect(looksLikeLicenceList(text)).toBe(true)
    const { findings, notChecked } = checkLicences([readLicenceFile('given', text)]).subject
    const refused = findings.filter(({ ruleId }) => /^licence-list-(?:readable|recognised)$/.test(ruleId))
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ severity: 'error', file: 'given', message: { fix: /./ } })
    const open = notChecked?.flatMap(({ rules }) => rules)
    for (const rule of ['licence-covers-flow', 'licence-flow-plan-active', 'licence-usage-location'])
      expect(open).toContain(rule)
  })

  test.each([
    ['an order', '{"customer":"x","lines":[{"skuId":"eda1941c-3c4f-4995-b5eb-e85a42175ab9","quantity":2}]}'],
    ['facts', '{"about":{},"signIns":["ada@contoso.example"],"order":{"lines":[{"skuId":"x","quantity":1}]}}'],
    ['texts of a page', '{"flows":{"title":"Flows"},"users":{"title":"People"}}'],
    ['a broken file of something else', '{"name":"car-rental","version":'],
    ['another table', 'Date,Amount,Licences\n2026-11-01,3,5\n'],
    ['prose', 'Dear customer'],
  ])('%s is none', (_, text) => expect(looksLikeLicenceList(text)).toBe(false))
})

test('what breaks off before it says anything counts beside a list, and only there', () => {
  const file = (path: string, text: string) => ({ path, text: () => text })
  const users = file('customer/users.json', whole)
  const broken = file('customer/subscriptions.json', '{\n  "value": [\n    {')
  const empty = file('customer/flows.json', '')
  const elsewhere = file('other/subscriptions.json', '{\n  "value": [\n    {')
  const sound = file('customer/prices.json', '{"perUser":{"amount":14,"currency":"EUR"}}')
  expect(findLicenceLists([broken, users, sound, elsewhere, empty])).toEqual([broken, users, empty])
  expect(findLicenceLists([broken, elsewhere, sound])).toEqual([])
})

test('a list that was not read whole leaves everything open but what it shows', () => {
  const check = (text: string) => checkLicences([readLicenceFile('users.json', text)]).subject
  const cut = check(whole.slice(0, whole.lastIndexOf('"flows"')))
  expect(cut.findings.filter(({ ruleId }) => ruleId === 'licence-list-readable')).toMatchObject([
    { range: { start: { line: expect.any(Number) } } },
  ])
  const open = (subject: typeof cut) => new Set(subject.notChecked?.flatMap(({ rules }) => rules))
  expect(open(cut)).toContain('licence-usage-location')
  expect(open(cut)).not.toContain('licence-list-readable')
  expect(cut.notChecked?.at(-1)?.reason).toBe(
    'Not all of users.json could be read, so that what stands there is not known.',
  )
  expect(open(check(whole))).not.toContain('licence-usage-location')
})
