import { describe, expect, test } from 'vitest'
import { checkOffer, type Profile, profiles, readOffer, ruleFamilies } from '../src/index.ts'
import { type Given, offerFiles } from '../src/testing/given-offer.ts'
import { otherFaults } from './other-faults.ts'
import type { PlantedFault } from './planted-fault.ts'
import { rejectionFaults } from './rejection-faults.ts'

const encoder = new TextEncoder()
const plantedFaults: readonly PlantedFault[] = [...rejectionFaults, ...otherFaults]

function check(given: Given) {
  const files = offerFiles(given).map(({ path, content }) => ({
    path,
    bytes: typeof content === 'string' ? encoder.encode(content) : content,
  }))
  const { facts, edition } = given
  return checkOffer(readOffer(files), {
    today: '2026-11-20',
    ...(facts !== undefined && { facts }),
    ...(edition !== undefined && { edition }),
  }).subject.findings
}

const cases = plantedFaults.flatMap((fault) =>
  fault.kinds.map((kind) => ({ name: `${fault.name} (${kind})`, fault, kind })),
)

test('at least eighteen kinds, half of them from what offers were sent back for, in every family', () => {
  expect(plantedFaults.length).toBeGreaterThanOrEqual(18)
  expect(rejectionFaults.length).toBeGreaterThanOrEqual(9)
  const planted = new Set(plantedFaults.map(({ rule }) => rule))
  const untouched = ruleFamilies.filter(({ rules }) => !Object.keys(rules).some((rule) => planted.has(rule)))
  expect(untouched.map(({ id }) => id)).toEqual([])
})

describe('a planted fault is found at its place, and nothing else is new', () => {
  test.each(cases)('$name', ({ fault, kind }) => {
    const findings = check({ ...fault.given, kind })
    const own = findings.filter(({ ruleId }) => ruleId === fault.rule)
    const { at } = fault
    if ('pointer' in at) expect(own.map(({ pointer }) => pointer)).toContain(at.pointer)
    else expect(own.map(({ file }) => file)).toContain(at.file)
    const others = findings.filter(({ ruleId }) => ruleId !== fault.rule).map(({ ruleId }) => ruleId)
    expect([...new Set(others)].sort()).toEqual([...(fault.also ?? [])].sort())
  })
})

describe('nothing is found in clean offers', () => {
  const facts = {
    links: ['', 'support', 'privacy', 'terms', 'help', 'welcome'].map((page) => ({
      url: `https://fleetdesk.example/${page}`,
      status: 200,
      title: 'Fleet Desk: trips made easy',
    })),
    landingPageSignIn: { failedRules: [], isForLandingPage: true },
    solutionChecker: { critical: 0, high: 0 },
    testLead: { arrived: true },
  }

  test.each<Profile>(profiles)('%s', (kind) => {
    expect(check({ offer: {}, kind })).toEqual([])
    expect(check({ offer: {}, kind, facts })).toEqual([])
    expect(check({ offer: {}, kind, edition: '2018-02' })).toEqual([])
  })
})
