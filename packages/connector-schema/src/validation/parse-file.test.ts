import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, resolvePointer } from '@sevenstep/located-json'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseProperties, parseSettings } from './parse-file.ts'

const sound = {
  $schema: 'https://example.com/apiProperties.schema.json',
  properties: {
    iconBrandColor: '#da3b01',
    capabilities: [],
    connectionParameters: {
      api_key: {
        type: 'securestring',
        uiDefinition: { displayName: 'Key', constraints: { required: 'true', clearText: false, tabIndex: 2 } },
      },
    },
    policyTemplateInstances: [
      { templateId: 'setheader', title: 'Key', parameters: { 'x-ms-apimTemplateParameter.name': 'Authorization' } },
    ],
    scriptOperations: [],
    newKeyOfMicrosoft: { any: 'thing' },
  },
}

describe('parseProperties', () => {
  test('gives a typed value and keeps what it does not know', () => {
    const reading = parseProperties(sound)
    expect(reading).toEqual({ ok: true, value: sound })
    if (reading.ok) expect(reading.value.properties.connectionParameters?.api_key?.type).toBe('securestring')
  })

  test.each([
    [null, '', undefined, 'expected object'],
    [{}, '', 'properties', '"properties" is missing: expected object'],
    [{ properties: {} }, '/properties', 'iconBrandColor', '"iconBrandColor" is missing: expected string'],
    [{ properties: { iconBrandColor: 1 } }, '/properties/iconBrandColor', undefined, 'expected string'],
    [
      { properties: { iconBrandColor: '', connectionParameters: { 'a/b': { type: 'OAuthSetting' } } } },
      '/properties/connectionParameters/a~1b/type',
      undefined,
      'expected "string" or "securestring" or "int" or "bool" or "oauthSetting" or "gatewaySetting"',
    ],
    [
      {
        properties: {
          iconBrandColor: '',
          connectionParameters: { a: { type: 'int', uiDefinition: { constraints: { required: 'yes' } } } },
        },
      },
      '/properties/connectionParameters/a/uiDefinition/constraints/required',
      undefined,
      'expected "true" or "false", or expected boolean',
    ],
  ])('says where %j is wrong', (value, pointer, missing, message) => {
    const expected = missing === undefined ? { pointer, message } : { pointer, missing, message }
    expect(parseProperties(value)).toEqual({ ok: false, problems: [expected] })
  })

  test('never throws, and every pointer leads somewhere', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, two) => {
        for (const value of [
          one,
          { properties: { iconBrandColor: one, connectionParameters: two, policyTemplateInstances: [one] } },
        ]) {
          const reading = parseProperties(value)
          const { root } = readJson(JSON.stringify(value))
          if (reading.ok || root === undefined) continue
          expect(reading.problems).not.toEqual([])
          for (const { pointer } of reading.problems) expect(resolvePointer(root, pointer)).toBeDefined()
        }
      }),
    )
  })
})

test('parseSettings', () => {
  expect(parseSettings({ connectorId: null, icon: 'icon.png', more: 1 })).toMatchObject({ ok: true })
  expect(parseSettings({ icon: 1 })).toMatchObject({ ok: false, problems: [{ pointer: '/icon' }] })
})

/** Accepted files that are refused all the same, with what is wrong with them. */
const refused: Readonly<Record<string, string>> = {
  'certified-connectors/RamQuest Actions - UAT': 'The type oauthSetting is written in another case.',
  'custom-connectors/AzureAdIp': 'The redirect mode Direct is written in another case.',
}

const corpus = process.env.CONNECTOR_CORPUS
test.skipIf(corpus === undefined)('accepted connectors pass, but for real faults (CONNECTOR_CORPUS)', () => {
  const found: string[] = []
  let count = 0
  for (const group of ['certified-connectors', 'independent-publisher-connectors', 'custom-connectors']) {
    for (const name of readdirSync(join(corpus ?? '', group)).sort()) {
      const value = readValue(join(corpus ?? '', group, name, 'apiProperties.json'))
      if (value === undefined) continue
      count++
      if (!parseProperties(value).ok) found.push(`${group}/${name}`)
    }
  }
  expect(count).toBeGreaterThan(500)
  expect(found).toEqual(Object.keys(refused))
})

function readValue(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
