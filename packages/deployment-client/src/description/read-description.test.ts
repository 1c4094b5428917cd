import { describe, expect, test } from 'vitest'
import { sampleYaml } from '../fixtures/sample-deployment.ts'
import { readDescription } from './read-description.ts'

const found = (text: string) => {
  const reading = readDescription('d.yaml', text)
  if (reading.ok) return []
  return reading.findings.map(({ ruleId, range, message }) => [
    ruleId.replace('deploy-', ''),
    `${range?.start.line}:${range?.start.column}`,
    message.what,
  ])
}

test('YAML and JSON are read alike', () => {
  const yaml = readDescription('d.yaml', sampleYaml())
  expect(yaml.ok).toBe(true)
  if (!yaml.ok) return
  const json = readDescription('d.json', JSON.stringify(yaml.description))
  expect(json).toMatchObject({ ok: true, description: yaml.description })
})

test.each<[string, (yaml: string) => string, string[][]]>([
  ['nothing wrong', (yaml) => yaml, []],
  [
    'broken YAML',
    (yaml) => yaml.replace('name: books\n', 'name: [books\n'),
    [
      [
        'description-readable',
        '3:1',
        'The file cannot be read here: Flow sequence in block collection must be sufficiently indented and end with a ]',
      ],
    ],
  ],
  [
    'an unknown key',
    (yaml) => yaml.replace('version: 1', 'version: 1\nconnector: []'),
    [['description-shape', '1:1', 'In the description: Unrecognized key: "connector"']],
  ],
  [
    'a wrong version',
    (yaml) => yaml.replace('version: 1', 'version: 2'),
    [['description-shape', '1:10', 'In version: Invalid input: expected 1']],
  ],
  [
    'an unknown connector',
    (yaml) => yaml.replace('connector: books', 'connector: boks'),
    [['names-known', '8:16', 'There is no connector "boks" in this description.']],
  ],
  [
    'an unknown connection',
    (yaml) => yaml.replace('mail: mail }', 'mail: post }'),
    [['names-known', '15:40', 'There is no connection "post" in this description.']],
  ],
  [
    'a name twice',
    (yaml) => yaml.replace('- name: mail', '- name: Books'),
    [
      ['names-unique', '10:11', 'The name "Books" occurs twice.'],
      ['names-known', '15:40', 'There is no connection "mail" in this description.'],
      ['names-known', '23:26', 'There is no connection "mail" in this description.'],
    ],
  ],
])('%s is said with its place', (_, change, expected) => {
  const findings = found(change(sampleYaml()))
  expect(findings.slice(0, expected.length === 0 ? undefined : expected.length)).toEqual(expected)
})

describe('secrets', () => {
  test.each<[string, (yaml: string) => string, string, string]>([
    ['a parameter', (yaml) => yaml.replace('{ env: BOOKS_KEY }', '"fake-key"'), '9:28', 'api_key'],
    ['a token as a parameter', (yaml) => yaml.replace('api_key: { env: BOOKS_KEY }', 'token: fake'), '9:26', 'token'],
    [
      'a client secret',
      (yaml) =>
        yaml.replace(
          'kind: device-code',
          'kind: client-secret, clientId: aaaaaaaa-0000-4000-8000-000000000001, clientSecret: fake',
        ),
      '22:102',
      'clientSecret',
    ],
    [
      'a variable',
      (yaml) => yaml.replace('contoso_Greeting, value: Hello', 'contoso_ApiKey, value: fake'),
      '17:36',
      'contoso_ApiKey',
    ],
    [
      'a variable of one target',
      (yaml) => `${yaml}    environmentVariables: { contoso_Api_Password: fake }\n`,
      '24:51',
      'contoso_Api_Password',
    ],
  ])('%s that stands there is refused, and the report hides it', (_, change, place, name) => {
    const reading = readDescription('d.yaml', change(sampleYaml()))
    expect(reading.ok).toBe(false)
    if (reading.ok) return
    const secret = reading.findings.find(({ ruleId }) => ruleId === 'deploy-secret-by-reference')
    expect(secret).toMatchObject({
      severity: 'error',
      message: { what: `The value of "${name}" stands in the description itself.` },
    })
    expect(`${secret?.range?.start.line}:${secret?.range?.start.column}`).toBe(place)
    expect(secret?.hides).toEqual(secret?.range)
  })

  test('names that only sound like secrets are left alone', () => {
    const yaml = sampleYaml().replace('contoso_Greeting', 'contoso_KeyVaultName')
    expect(found(yaml)).toEqual([])
  })
})

test('what is nested too deeply is said once, in words', () => {
  const depth = 20_000
  const reading = readDescription('d.json', `{"version":1,"name":${'['.repeat(depth)}${']'.repeat(depth)}}`)
  expect(reading).toMatchObject({ ok: false, findings: [{ ruleId: 'deploy-description-readable' }] })
  expect(JSON.stringify(reading.ok || reading.findings)).toContain('It is nested too deeply.')
})

test.each([
  '',
  '[]',
  'null',
  '- a: &x [*x]',
  'a: !!js/function "x"',
  '%',
  '\u0000',
  '{"version":1,"version":1}',
  `${'['.repeat(5000)}`,
  `a: ${'&a [*a,'.repeat(3)}`,
])('what is no description is refused, never thrown: %j', (text) => {
  expect(readDescription('d.yaml', text).ok).toBe(false)
})
