import { expect, test } from 'vitest'
import { checkLicences, readLicenceFile, ruleFamilies } from '../src/index.ts'
import { faultlessList } from '../src/testing/given-list.ts'
import { type List, type PlantedFault, plantedFaults } from './planted-faults.ts'

/** Rules whose own tables plant their faults: a file that is no list, and a secret, whose place is a text. */
const ofTables = ['licence-list-recognised', 'licence-list-without-secret']

function check(list: List, { facts }: Pick<PlantedFault, 'facts'> = {}, indent = 2) {
  const read = readLicenceFile('licences.json', JSON.stringify(list, undefined, indent))
  return checkLicences([read], { today: '2026-11-20', ...(facts !== undefined && { facts }) }).subject.findings
}

test('there are at least fifteen kinds, over every rule, and enough of them are reasons for a refusal', () => {
  expect(plantedFaults.length).toBeGreaterThanOrEqual(40)
  expect(plantedFaults.filter(({ isRefusal }) => isRefusal).length).toBeGreaterThanOrEqual(15)
  const rules = ruleFamilies.flatMap((family) => Object.keys(family.rules))
  const planted = new Set([...plantedFaults.map(({ rule }) => rule), ...ofTables])
  expect(rules.filter((rule) => !planted.has(rule))).toEqual([])
})

test.each(plantedFaults)('found at its place, and nothing else is new: $name', (fault) => {
  for (const indent of [0, 2]) {
    const list: List = structuredClone(faultlessList)
    const at = fault.plant(list)
    const findings = check(list, fault, indent)
    expect(findings.filter(({ ruleId }) => ruleId === fault.rule).map(({ pointer }) => pointer)).toContain(at)
    const others = new Set(findings.map(({ ruleId }) => ruleId).filter((id) => id !== fault.rule))
    expect([...others].sort()).toEqual([...(fault.also ?? [])].sort())
  }
})

test('nothing is found in a clean list, and a fault among many people is found once', () => {
  expect(check(structuredClone(faultlessList))).toEqual([])
  const list: List = structuredClone(faultlessList)
  const [user] = Array.isArray(list.users) ? list.users : []
  list.users = Array.from({ length: 500 }, (_, at) => ({
    ...Object(user),
    userPrincipalName: `u${at}@contoso.example`,
  }))
  list.flows = []
  const clean = check(list).map(({ ruleId }) => ruleId)
  expect(clean).toEqual(['licence-flows-listed'])
  Object.assign(Object(Object(list.users)[321]), { usageLocation: null })
  const found = check(list).map(({ ruleId, pointer }) => `${ruleId} ${pointer}`)
  expect(found.sort()).toEqual(['licence-flows-listed ', 'licence-usage-location /users/321'])
})
