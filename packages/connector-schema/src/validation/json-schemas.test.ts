import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { visibilities } from '../types/allowed-values.ts'

const packageRoot = join(import.meta.dirname, '../..')
const schemas = {
  'apiDefinition.swagger.json': readSchema('apiDefinition'),
  'apiProperties.json': readSchema('apiProperties'),
  'settings.json': readSchema('settings'),
} as const

function readSchema(name: string): object {
  return JSON.parse(readFileSync(join(packageRoot, 'schemas', `${name}.schema.json`), 'utf8'))
}

function validator(file: keyof typeof schemas) {
  return new Ajv({ strict: true, strictRequired: false, strictTypes: false }).compile(schemas[file])
}

const smallest = { swagger: '2.0', info: { title: 'Shop', version: '1' }, paths: {} }
const operation = { responses: { default: { description: 'x' } } }

describe('the schema of apiDefinition.swagger.json', () => {
  const validate = validator('apiDefinition.swagger.json')

  test.each<[string, unknown, boolean]>([
    ['the smallest definition', smallest, true],
    ['extensions of anybody', { ...smallest, 'x-mine': 1, 'x-ms-unheard-of': 2 }, true],
    ['an extension among paths', { ...smallest, paths: { 'x-ms-thing': 1, '/a': { get: operation } } }, true],
    [
      'a reference in place of a parameter',
      { ...smallest, paths: { '/a': { parameters: [{ $ref: '#/parameters/x' }] } } },
      true,
    ],
    ['OpenAPI 3', { openapi: '3.0.0', info: smallest.info, paths: {} }, false],
    ['no title', { ...smallest, info: { version: '1' } }, false],
    ['an operation without answers', { ...smallest, paths: { '/a': { get: {} } } }, false],
    ['an answer without description', { ...smallest, paths: { '/a': { get: { responses: { 200: {} } } } } }, false],
    ['a parameter without name', { ...smallest, paths: { '/a': { parameters: [{ in: 'query' }] } } }, false],
    ['an unknown visibility', { ...smallest, definitions: { A: { 'x-ms-visibility': 'Important' } } }, false],
    [
      'a trigger of no kind',
      { ...smallest, paths: { '/a': { get: { ...operation, 'x-ms-trigger': 'many' } } } },
      false,
    ],
  ])('%s', (_name, value, isValid) => {
    expect(validate(value)).toBe(isValid)
  })

  test('knows every extension that the types know, and the other way round', () => {
    const written = JSON.stringify(schemas['apiDefinition.swagger.json'])
    const types = readdirSync(join(packageRoot, 'src/types'))
      .map((name) => readFileSync(join(packageRoot, 'src/types', name), 'utf8'))
      .join('\n')
    const typed = new Set([...types.matchAll(/^ {2}'(x-ms-[\w-]+)'\??:/gm)].map((match) => match[1] ?? ''))
    const published = new Set([...written.matchAll(/"(x-ms-[\w-]+)":/g)].map((match) => match[1] ?? ''))
    // Left by other tools, or of no fixed shape: nothing an author should be offered.
    const unoffered = ['x-ms-openai-data', 'x-ms-openai-manifest', 'x-ms-docs', 'x-ms-enum', 'x-ms-parameter-location', 'x-ms-skip-url-encoding'] // biome-ignore format: one list
    expect([...published].filter((name) => !typed.has(name))).toEqual([])
    const missing = [...typed].filter((name) => !published.has(name) && !name.startsWith('x-ms-apim'))
    expect(missing.sort()).toEqual(unoffered.sort())
    for (const visibility of visibilities) expect(written).toContain(`"${visibility}"`)
  })
})

/** Accepted files that the schemas refuse all the same, with what is wrong with them. */
const refused: Readonly<Record<string, string>> = {
  'certified-connectors/CognitiveServicesQuestionAnswering/apiDefinition.swagger.json': 'An unknown x-ms-visibility.',
  'certified-connectors/HotProfile/apiDefinition.swagger.json': 'An unknown x-ms-visibility.',
  'certified-connectors/Oneflow/apiDefinition.swagger.json': 'An x-ms-summary that is no text.',
  'certified-connectors/RamQuest Actions - UAT/apiProperties.json': 'The type oauthSetting in another case.',
}

const corpus = process.env.CONNECTOR_CORPUS
test.skipIf(corpus === undefined)('certified connectors are valid, but for real faults (CONNECTOR_CORPUS)', () => {
  const found: string[] = []
  let count = 0
  for (const file of ['apiDefinition.swagger.json', 'apiProperties.json', 'settings.json'] as const) {
    const validate = validator(file)
    for (const name of readdirSync(join(corpus ?? '', 'certified-connectors')).sort()) {
      const value = readValue(join(corpus ?? '', 'certified-connectors', name, file))
      if (value === undefined) continue
      count++
      if (!validate(value)) found.push(`certified-connectors/${name}/${file}`)
    }
  }
  expect(count).toBeGreaterThan(500)
  expect(found).toEqual(Object.keys(refused))
})

/** Only files that are strictly valid JSON are judged: the others have an error of their own. */
function readValue(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
