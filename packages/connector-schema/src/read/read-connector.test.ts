import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceProblems } from '../model/reference-problems.ts'
import { resolve } from '../model/references.ts'
import { type Connector, jsonFilesOf, textFilesOf } from './connector.ts'
import { decodeText } from './decode-text.ts'
import { readConnector } from './read-connector.ts'
import { readingProblems } from './reading-problems.ts'
import type { GivenFile } from './text-file.ts'

const path = 'apiDefinition.swagger.json'

function readDefinition(value: unknown): Connector {
  return readConnector([{ path, content: JSON.stringify(value) }])
}

describe('decodeText', () => {
  test.each([
    ['a valid U+FFFD before the fault', [0xef, 0xbf, 0xbd, 0x61, 0xff, 0x62], 2],
    ['a fault at the start', [0xff, 0x61], 0],
    ['a character cut off at the end', [0x61, 0xf0, 0x9f, 0x98], 1],
    ['a fault behind a pair', [0xf0, 0x9f, 0x98, 0x80, 0xc3, 0x28], 2],
    ['a mark in front', [0xef, 0xbb, 0xbf, 0x7b, 0x80], 2],
  ])('places the first replaced character: %s', (_, bytes, firstInvalid) => {
    const file = decodeText('a', Uint8Array.from(bytes))
    expect(file).toMatchObject({ isUtf8: false, firstInvalid })
    expect(file.text[firstInvalid]).toBe('\ufffd')
  })
})

describe('readConnector', () => {
  test('an exact name wins over one in another case, and folders hold no files of the connector', () => {
    const connector = readConnector([
      { path: 'APIPROPERTIES.json', content: '{"a":1}' },
      { path: 'apiProperties.json', content: '{"b":1}' },
      { path: 'copy/apiDefinition.swagger.json', content: '{}' },
    ])
    expect(connector.propertiesFile?.path).toBe('apiProperties.json')
    expect(connector.presence).toMatchObject({ properties: 'read', definition: 'unknown' })
    expect(connector.paths).toHaveLength(3)
  })

  test.each([
    [false, undefined, 'unknown'],
    [true, undefined, 'absent'],
    [true, { path: 'icon.png', content: undefined }, 'unreadable'],
    [false, { path: 'icon.png', content: new Uint8Array([1]) }, 'read'],
  ] as const)('what is known of the icon: whole folder %s, given %j', (isWholeFolder, file, presence) => {
    const connector = readConnector(file === undefined ? [] : [file], { isWholeFolder })
    expect(connector.presence.icon).toBe(presence)
  })

  test.each(['[]', 'null', '"x"', '', '{'])('%j is a file, and a definition only if it is an object', (content) => {
    const connector = readConnector([{ path, content }])
    expect(connector.definitionFile?.text).toBe(content)
    expect(connector.definition === undefined).toBe(content !== '{')
  })

  test('text and JSON files in a fixed order', () => {
    const names = ['readme.md', 'apiProperties.json', 'settings.json', 'script.csx', path, 'intro.md']
    const connector = readConnector(names.map((name) => ({ path: name, content: '{}' })))
    const fixed = [path, 'apiProperties.json', 'settings.json', 'script.csx', 'readme.md', 'intro.md']
    expect(textFilesOf(connector).map((file) => file.path)).toEqual(fixed)
    expect(jsonFilesOf(connector).map((file) => file.path)).toEqual(fixed.slice(0, 3))
  })
})

describe('decodeText', () => {
  test.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x61], '\ufeffa', true, undefined],
    ['UTF-16, low byte first', [0xff, 0xfe, 0x61, 0], '\ufeffa', false, 0],
    ['UTF-16, high byte first', [0xfe, 0xff, 0, 0x61], '\ufeffa', false, 0],
    ['an old code page', [0x61, 0xe9, 0x62], 'a\ufffdb', false, 1],
  ])('%s', (_name, bytes, text, isUtf8, firstInvalid) => {
    const file = decodeText('a', new Uint8Array(bytes))
    expect({ text: file.text, isUtf8: file.isUtf8, first: file.firstInvalid }).toEqual({
      text,
      isUtf8,
      first: firstInvalid,
    })
    expect(file.sizeBytes).toBe(bytes.length)
  })

  test('text counts its bytes', () => {
    expect(decodeText('a', 'é😀')).toMatchObject({ sizeBytes: 6, isUtf8: true })
  })
})

describe('the model', () => {
  const { definition } = readDefinition({
    paths: {
      '/hooks': {
        'x-ms-notification-content': { schema: {} },
        parameters: [{ name: 'a', in: 'query', type: 'string' }, { $ref: '#/parameters/B' }],
        post: {
          operationId: 'Hook',
          'x-ms-trigger': 'single',
          parameters: [
            { name: 'a', in: 'query', type: 'integer' },
            { name: 'body', in: 'body', schema: {} },
            { $ref: '#/no' },
          ],
          responses: { 201: { $ref: '#/responses/Made' }, default: { description: 'x' }, 'x-note': {} },
        },
        parametersOfNobody: 1,
      },
      'x-ms-paths': { get: {} },
    },
    parameters: { B: { name: 'b', in: 'header', type: 'string', 'x-ms-visibility': 'internal' } },
    responses: { Made: { description: 'Made', schema: { type: 'object' } } },
  })
  const hook = definition?.operation('Hook')

  test('operations, and parameters that a path shares unless they are redefined', () => {
    expect(definition?.operations.map((operation) => operation.label)).toEqual(['Hook'])
    expect(hook?.parameters.map(({ name, type, isReference }) => [name, type, isReference])).toEqual([
      ['a', 'integer', false],
      ['body', undefined, false],
      [undefined, undefined, true],
      ['b', 'string', true],
    ])
    expect(hook?.parameters.at(-1)?.isInternal).toBe(true)
    expect(hook).toMatchObject({ isTrigger: true, isWebhook: true, isInternal: false, isDeprecated: false })
    expect(hook?.body?.name).toBe('body')
  })

  test('answers, behind references too', () => {
    const responses = hook?.responses.map(({ code, isSuccess, schema }) => [code, isSuccess, schema?.pointer()])
    expect(responses).toEqual([
      ['201', true, '/responses/Made/schema'],
      ['default', false, undefined],
    ])
  })

  test('resolve tells how far it went', () => {
    const root = readDefinition({ a: { $ref: '#/b' }, b: { $ref: '#/c' }, c: {}, d: { $ref: '#/d' } }).definition?.node
    const steps = ['a', 'c', 'd'].map((key) => {
      const node = root?.member(key)
      const result = node && resolve(node)
      return result?.is === 'found' ? result.steps : result?.is
    })
    expect(steps).toEqual([2, 0, 'circular'])
  })
})

/** Touches everything a connector offers. */
function walk(connector: Connector): number {
  let count = readingProblems(connector).length
  const { definition, properties } = connector
  if (definition !== undefined) {
    count += referenceProblems(definition).length + Object.keys(definition.document).length
    for (const operation of definition.operations) {
      count += operation.parameters.length + operation.responses.length + operation.label.length
      count += Number(operation.isWebhook) + (operation.body === undefined ? 0 : 1)
    }
  }
  return count + (properties === undefined ? 0 : properties.policies.length + properties.connectionParameters.length)
}

describe('nothing throws', () => {
  const oddJson = fc.jsonValue({ maxDepth: 3 })

  test('for any JSON in the places that carry meaning', () => {
    fc.assert(
      fc.property(oddJson, oddJson, oddJson, (one, two, three) => {
        const definitions = [
          { paths: one, parameters: two },
          { paths: { '/a': one, '/b': { parameters: two, get: three } } },
          { paths: { '/a': { get: { parameters: [one, two], responses: three, operationId: one } } } },
        ]
        const propertyValues = [
          { properties: one },
          { properties: { connectionParameters: one, connectionParameterSets: two, policyTemplateInstances: three } },
          { properties: { connectionParameterSets: { values: [one] }, policyTemplateInstances: [two] } },
        ]
        for (const [at, value] of definitions.entries()) {
          const files: GivenFile[] = [
            { path, content: JSON.stringify(value) },
            { path: 'apiProperties.json', content: JSON.stringify(propertyValues[at]) },
          ]
          expect(walk(readConnector(files))).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (content) => {
        expect(
          walk(
            readConnector([
              { path, content },
              { path: 'apiProperties.json', content },
            ]),
          ),
        ).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  const corpus = process.env.CONNECTOR_CORPUS
  test.skipIf(corpus === undefined)('for real files with bytes changed (CONNECTOR_CORPUS)', () => {
    const group = join(corpus ?? '', 'custom-connectors')
    const files = readdirSync(group)
      .sort()
      .slice(0, 6)
      .map((name) => new Uint8Array(readFileSync(join(group, name, path))))
    const change = fc.tuple(fc.nat(), fc.nat(255), fc.nat(40))
    fc.assert(
      fc.property(fc.nat(files.length - 1), fc.array(change, { minLength: 1, maxLength: 4 }), (at, changes) => {
        let content = files[at] ?? new Uint8Array()
        for (const [place, byte, cut] of changes) {
          const start = place % content.length
          content = Uint8Array.from([...content.slice(0, start), byte, ...content.slice(start + cut)])
        }
        const connector = readConnector([{ path, content }])
        expect(walk(connector)).toBeGreaterThanOrEqual(0)
        for (const { start, end } of readingProblems(connector)) {
          expect(0 <= start && start <= end && end <= (connector.definitionFile?.text.length ?? 0)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})
