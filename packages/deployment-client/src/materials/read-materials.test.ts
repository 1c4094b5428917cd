import { afterEach, expect, test } from 'vitest'
import { loadDeployment } from '../deploy/load-deployment.ts'
import { type SampleFolder, sampleFolder, sampleYaml } from '../fixtures/sample-deployment.ts'
import { sampleExport } from '../fixtures/sample-export.ts'
import { sampleSolution } from '../fixtures/sample-solution.ts'

const folders: SampleFolder[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})

const withSolution = (file = 'orders.zip', settings = '') => sampleYaml(`solutions: [{ file: ${file}${settings} }]\n`)
const withPackage = sampleYaml('packages: [{ name: told, file: told.zip }]\n')

function found(yaml: string, files: Readonly<Record<string, string | Uint8Array | object>>) {
  const folder = sampleFolder(yaml)
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) folder.write(name, content)
  const loaded = loadDeployment(folder.description, 'd.yaml')
  if (loaded.ok) return []
  return loaded.report.subjects.flatMap(({ findings }) =>
    findings.map(({ ruleId, message }) => `${ruleId}: ${message.what}`),
  )
}

/** Replaces text of the same length inside an archive whose entries are stored, so that offsets stay. */
function inBytes(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1').replaceAll(from, to)
  return Buffer.from(text, 'latin1')
}

test.each<[string, string, Readonly<Record<string, string | Uint8Array | object>>, RegExp]>([
  ['a solution that is not there', withSolution(), {}, /^deploy-material-readable: orders\.zip: /],
  ['one that is no zip', withSolution(), { 'orders.zip': 'no zip' }, /^deploy-material-readable: orders\.zip: /],
  [
    'an export where a solution is asked for',
    withSolution(),
    { 'orders.zip': sampleExport() },
    /it is an export package; describe it under packages/,
  ],
  [
    'a solution where an export is asked for',
    withPackage,
    { 'told.zip': sampleSolution() },
    /it is a solution; describe it under solutions/,
  ],
  [
    'a path that leads out of the archive',
    withSolution(),
    { 'orders.zip': inBytes(sampleSolution(), 'customizations.xml', '../../../../evil.xml'.slice(0, 18)) },
    /^deploy-material-safe: /,
  ],
  [
    'an archive that is cut off',
    withSolution(),
    { 'orders.zip': sampleSolution().slice(0, 400) },
    /^deploy-material-(?:safe|readable): /,
  ],
  [
    'a flow that is no JSON',
    sampleYaml(),
    { 'tell.json': '{"properties": ' },
    /^deploy-material-readable: tell\.json: it holds no whole JSON/,
  ],
  ['a flow without a definition', sampleYaml(), { 'tell.json': '{}' }, /the definition has not the form of a flow/],
  [
    'a connector without a title',
    sampleYaml(),
    { 'connector/apiDefinition.swagger.json': '{"swagger":"2.0","info":{}}' },
    /its definition has no title/,
  ],
  [
    'a connector with a client secret in its files',
    sampleYaml(),
    {
      'connector/apiProperties.json': {
        properties: {
          connectionParameters: {
            token: { type: 'oauthSetting', oAuthSettings: { clientSecret: 'fake-client-secret' } },
          },
        },
      },
    },
    /^deploy-connector-secret: connector\/apiProperties\.json holds a client secret for the connection parameter "token"\.$/,
  ],
  [
    'settings that are none',
    withSolution('orders.zip', ', settings: settings.json'),
    { 'orders.zip': sampleSolution(), 'settings.json': '{"EnvironmentVariables": 3}' },
    /it is no settings file of pac/,
  ],
])('%s is said', (_, yaml, files, expected) => {
  const findings = found(yaml, files)
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatch(expected)
  expect(findings.join()).not.toContain('fake-client-secret')
})

test('everything that can be read is read, a settings file of pac too', () => {
  const settings = {
    environmentVariables: [
      { SCHEMANAME: 'ctso_Address', value: 'https://a.example' },
      { SchemaName: 'ctso_Empty', Value: '' },
    ],
    ConnectionReferences: [
      {
        LogicalName: 'ctso_mail',
        ConnectionId: 'abc',
        ConnectorId: '/providers/Microsoft.PowerApps/apis/shared_office365',
      },
    ],
  }
  const folder = sampleFolder(withSolution('orders.zip', ', settings: settings.json'))
  folders.push(folder)
  folder.write('orders.zip', sampleSolution())
  folder.write('settings.json', settings)
  const loaded = loadDeployment(folder.description)
  expect(loaded).toMatchObject({ ok: true })
  if (!loaded.ok) return
  expect(loaded.materials.solutions.get(0)?.settings).toEqual({
    variables: [{ name: 'ctso_Address', value: 'https://a.example' }],
    references: [
      { name: 'ctso_mail', connectionId: 'abc', connectorId: '/providers/Microsoft.PowerApps/apis/shared_office365' },
    ],
  })
})
