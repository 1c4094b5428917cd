import { readConnector } from '@sevenstep/connector-schema'
import { createReport, printJson } from '@sevenstep/findings'
import { expectSoundFindings } from '@sevenstep/rule-engine/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleConnectors } from '../mutations/example-connector.ts'
import { connectorFiles } from '../mutations/mutable-connector.ts'
import { checkConnector } from '../src/engine/check-connector.ts'
import { judgedFilesOf } from '../src/testing/connector-room.ts'
import { corpusEntries } from './corpus.ts'

const encoder = new TextEncoder()
const grounds = exampleConnectors().map((connector) => [...connectorFiles(connector)])

/** Checks files as strangers may hand them in; what comes out has to be whole whatever went in. */
function checkSoundly(files: readonly (readonly [string, Uint8Array])[]): void {
  const connector = readConnector(
    files.map(([path, content]) => ({ path, content })),
    { isWholeFolder: true },
  )
  const { subject } = checkConnector(connector, { withEdits: true })
  expectSoundFindings(judgedFilesOf(connector), subject.findings.slice(0, 300))
  printJson(createReport({ name: 'fuzz', version: '0' }, [subject]))
}

describe('hostile connectors', () => {
  it('survives changed bytes anywhere in any file', () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.integer({ min: 0, max: 255 }),
      length: fc.integer({ min: 0, max: 40 }),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...grounds),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        (ground, changes, which) => {
          const files = ground.map(
            ([path, bytes], index) => [path, index === which % ground.length ? damage(bytes, changes) : bytes] as const,
          )
          checkSoundly(files)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('survives any JSON in place of any value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...grounds), fc.nat(), fc.jsonValue(), (ground, which, value) => {
        checkSoundly(
          ground.map(
            ([path, bytes]) => [path, path.endsWith('.json') ? replaceValue(bytes, which, value) : bytes] as const,
          ),
        )
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['a million brackets', '['.repeat(1_000_000)],
    ['objects in objects', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['schemas in schemas', JSON.stringify({ swagger: '2.0', definitions: { A: nested(400) } })],
    [
      'a huge text',
      JSON.stringify({ swagger: '2.0', info: { title: 'a'.repeat(5_000_000), description: ' '.repeat(2_000_000) } }),
    ],
    ['definitions that contain one another', JSON.stringify({ swagger: '2.0', definitions: ring(2000) })],
    [
      'a parameter that refers to itself',
      '{"swagger":"2.0","parameters":{"A":{"$ref":"#/parameters/A"}},"paths":{"/a":{"get":{"parameters":[{"$ref":"#/parameters/A"}],"responses":{"200":{"$ref":"#/responses/B"}}}}},"responses":{"B":{"$ref":"#/responses/B"}}}',
    ],
    [
      'keys of the prototype',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{}},"info":{"__proto__":{"title":"x"}},"paths":{"__proto__":{"get":{}},"/toString":{"hasOwnProperty":1,"get":{"operationId":"constructor","responses":{"valueOf":{}},"parameters":[{"name":"__proto__","in":"query"}]}}},"definitions":{"__proto__":{"type":"object","properties":{"__proto__":{"$ref":"#/definitions/__proto__"}}}}}',
    ],
    [
      'patterns that make engines sweat',
      JSON.stringify({
        swagger: '2.0',
        definitions: {
          A: { type: 'string', pattern: '(a+)+$', default: 'a'.repeat(50), enum: [`${'a'.repeat(50)}!`] },
        },
        info: { title: `${'a '.repeat(50_000)}!`, description: `${'('.repeat(50_000)}` },
      }),
    ],
    [
      'paths that overlap a lot',
      JSON.stringify({
        swagger: '2.0',
        paths: Object.fromEntries(
          Array.from({ length: 3000 }, (_, at) => [
            `/${at % 2 ? '{x}' : 'a'}/${at % 3 ? '{y}' : 'b'}/{z}/${at}/{w}/${at}`,
            { get: { responses: {} } },
          ]),
        ),
      }),
    ],
  ])('takes %s without harm', (_, text) => {
    checkSoundly([
      ['apiDefinition.swagger.json', encoder.encode(text)],
      ['apiProperties.json', encoder.encode(text)],
      ['readme.md', encoder.encode(text.slice(0, 200_000))],
      ['script.csx', encoder.encode(text.slice(0, 200_000))],
    ])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

const entries = corpusEntries().filter((_, index) => index % 25 === 0)

describe.skipIf(entries.length === 0)('damaged real connectors (needs CONNECTOR_CORPUS)', () => {
  it.each(entries.map((entry) => [entry.folder, entry] as const))('%s, cut off and changed', (_, entry) => {
    const text = entry.read().definitionFile?.text ?? ''
    for (const share of [0.1, 0.37, 0.5, 0.93]) {
      const cut = Math.floor(text.length * share)
      checkSoundly([['apiDefinition.swagger.json', encoder.encode(text.slice(0, cut))]])
      checkSoundly([['apiDefinition.swagger.json', encoder.encode(text.slice(0, cut) + text.slice(cut + 17))]])
    }
  })
})

function damage(bytes: Uint8Array, changes: readonly { at: number; byte: number; length: number }[]): Uint8Array {
  let list = [...bytes]
  for (const { at, byte, length } of changes) {
    const place = Math.floor(at * list.length)
    list = [...list.slice(0, place), byte, ...list.slice(place + length)]
  }
  return new Uint8Array(list)
}

/** Puts a value in place of the n-th one in a JSON text, counted in the order they are met. */
function replaceValue(bytes: Uint8Array, which: number, value: unknown): Uint8Array {
  let count = 0
  const total = new TextDecoder().decode(bytes).split(/[:[,]/).length
  const text = JSON.stringify(
    JSON.parse(new TextDecoder().decode(bytes)),
    (_, one: unknown) => (count++ === which % total ? value : one),
    2,
  )
  return encoder.encode(text ?? 'null')
}

function nested(depth: number): unknown {
  let schema: unknown = { type: 'string' }
  for (let at = 0; at < depth; at++) schema = { type: 'object', properties: { a: schema }, items: { type: 'string' } }
  return schema
}

function ring(length: number): Record<string, unknown> {
  return Object.fromEntries(
    Array.from({ length }, (_, at) => [
      `D${at}`,
      { type: 'object', required: ['next'], properties: { next: { $ref: `#/definitions/D${(at + 1) % length}` } } },
    ]),
  )
}
