import { describe, expect, test } from 'vitest'
import {
  type CheckOptions,
  checkAppRegistration,
  type ManifestFormat,
  readAppRegistration,
  ruleFamilies,
} from '../src/index.ts'
import { faultlessManifests } from '../src/testing/given-registration.ts'
import { type Manifest, type PlantedFault, set } from './plant.ts'
import { plantedFaults } from './planted-faults.ts'

const formats: readonly ManifestFormat[] = ['microsoft-graph', 'azure-ad-graph', 'azure-ad-graph-early']

/** Rules that need a fact from a tenant; no manifest alone can break them. */
const ofTenants = ['authority-resolves', 'consent-address', 'consent-covers-scopes', 'service-principals-present']
/** Rules about the file itself and the sample of 2018, whose own tables plant their faults. */
const ofTables = ['app-manifest-json', 'app-manifest-recognised', 'implicit-tokens-for-sample']

function check(manifest: Manifest, options: CheckOptions = {}) {
  const read = readAppRegistration('app-manifest.json', JSON.stringify(manifest, undefined, 2))
  return checkAppRegistration(read, { today: '2026-11-20', ...options }).subject.findings
}

function optionsOf({ capabilities, profile, edition }: PlantedFault): CheckOptions {
  return {
    ...(capabilities !== undefined && { capabilities }),
    ...(profile !== undefined && { profile }),
    ...(edition !== undefined && { edition }),
  }
}

const cases = plantedFaults.flatMap((fault) =>
  (fault.formats ?? formats).map((format) => ({ name: `${fault.name} (${format})`, fault, format })),
)

test('there are at least forty kinds, over every rule that a manifest alone can break', () => {
  expect(plantedFaults.length).toBeGreaterThanOrEqual(40)
  const rules = ruleFamilies.flatMap((family) => Object.keys(family.rules))
  const planted = new Set([...plantedFaults.map(({ rule }) => rule), ...ofTenants, ...ofTables])
  expect(rules.filter((rule) => !planted.has(rule))).toEqual([])
})

describe('a planted fault is found at its place, and nothing else is new', () => {
  test.each(cases)('$name', ({ fault, format }) => {
    const manifest: Manifest = structuredClone(faultlessManifests[format])
    const at = fault.plant(manifest, format)
    const findings = check(manifest, optionsOf(fault))
    const places = findings.filter(({ ruleId }) => ruleId === fault.rule).map(({ pointer }) => pointer)
    expect(places).toContain(at)
    const others = findings.map(({ ruleId }) => ruleId).filter((id) => id !== fault.rule)
    const allowed = new Set([...(fault.also ?? []), ...aside(fault)])
    expect(others.filter((id) => !allowed.has(id))).toEqual([])
    for (const id of fault.also ?? []) expect(others).toContain(id)
  })
})

/** What the faultless registration has as soon as a capability is named, and what a scope of no capability is. */
function aside({ capabilities }: PlantedFault): readonly string[] {
  return capabilities === undefined
    ? []
    : ['scopes-least-privilege', ...(capabilities.includes('landing-page') ? ['landing-page-no-admin-consent'] : [])]
}

describe('nothing is found in clean registrations', () => {
  const wide = [
    {
      resourceAppId: '7df0a125-d3be-4c96-aa54-591f83ff541c',
      resourceAccess: [
        'e45c5562-459d-4d1b-8148-83eb1b6dcf83',
        '30b2d850-00c3-4802-b7ae-ece9af9de5c6',
        '822a9cde-503a-472d-a530-d1dc9cd0d52b',
      ],
    },
    { resourceAppId: '00000007-0000-0000-c000-000000000000', resourceAccess: ['78ce3f0f-a1ce-49c2-8cde-64b5c0896db4'] },
    { resourceAppId: '475226c6-020e-4fb2-8a90-7a972cbfc1d4', resourceAccess: ['0eb56b90-a7b5-43b5-9402-8137a8083e90'] },
    { resourceAppId: '00000003-0000-0000-c000-000000000000', resourceAccess: ['e1fe6dd8-ba31-4d61-89e7-88639da4683d'] },
  ].map(({ resourceAppId, resourceAccess }) => ({
    resourceAppId,
    resourceAccess: resourceAccess.map((id) => ({ id, type: 'Scope' })),
  }))

  test.each(formats)('%s', (format) => {
    const manifest: Manifest = structuredClone(faultlessManifests[format])
    expect(check(manifest)).toEqual([])
    expect(check(manifest, { profile: 'development', edition: '2018-02' })).toEqual([])
    expect(check(manifest, { capabilities: ['embed-gallery'] })).toEqual([])
    set(manifest, ['requiredResourceAccess'], wide)
    expect(
      check(manifest, {
        capabilities: ['embed-flows', 'embed-runtime', 'deploy-dataverse', 'create-connections', 'read-profile'],
      }),
    ).toEqual([])
  })

  test('the same registration gives the same in all three formats', () => {
    const found = formats.map((format) => {
      const manifest: Manifest = structuredClone(faultlessManifests[format])
      set(manifest, ['publisherDomain'], 'fleetdesk.onmicrosoft.com')
      set(manifest, ['requiredResourceAccess'], [])
      return check(manifest, { capabilities: ['embed-flows', 'read-profile'] }).map(({ ruleId, message }) => [
        ruleId,
        message.what,
      ])
    })
    expect(found[1]).toEqual(found[0])
    expect(found[2]).toEqual(found[0])
  })
})
