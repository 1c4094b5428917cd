import { readFileSync } from 'node:fs'
import { type JsonValue, resolvePointer } from '@sevenstep/located-json'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { connectorOf, shopDefinition, shopProperties } from '../../tests/comparison-fixture.ts'
import type { Connector } from '../read/connector.ts'
import { readConnector } from '../read/read-connector.ts'
import type { ConnectorChange } from './change.ts'
import { compareConnectors } from './compare-connectors.ts'
import { type ChangeKind, describeChangeKinds } from './kinds.ts'

/** Mostly sensible definitions with few names, so that two of them have much in common and much that differs. */
const { definition, properties } = fc.letrec<{ schema: JsonValue; definition: JsonValue; properties: JsonValue }>(
  (tie) => {
    const name = fc.constantFrom('a', 'b', 'c')
    const reference = name.map((to) => ({ $ref: `#/definitions/${to}` }))
    const type = fc.constantFrom('string', 'integer', 'object', 'array')
    const fields = fc.dictionary(name, tie('schema'), { maxKeys: 3 })
    const object = fc.record(
      {
        type,
        properties: fields,
        items: tie('schema'),
        required: fc.subarray(['a', 'b']),
        enum: fc.subarray(['x', 'y', 1]),
        default: fc.constantFrom('x', 1),
        format: fc.constantFrom('date', 'uri'),
        allOf: fc.array(tie('schema'), { maxLength: 2 }),
        additionalProperties: tie('schema'),
        'x-ms-visibility': fc.constantFrom('internal', 'advanced'),
        'x-ms-dynamic-schema': fc.constantFrom({ operationId: 'A' }, { operationId: 'B' }),
      },
      { requiredKeys: [] },
    )
    const parameter = fc.record(
      {
        name,
        in: fc.constantFrom('query', 'header', 'path', 'body'),
        type,
        required: fc.boolean(),
        schema: tie('schema'),
        default: fc.constantFrom('x', 1),
        'x-ms-visibility': fc.constantFrom('internal', 'advanced'),
      },
      { requiredKeys: ['name', 'in'] },
    )
    const parameters = fc.uniqueArray(parameter, { maxLength: 3, selector: (item) => `${item.name} ${item.in}` })
    const operation = fc.record(
      {
        operationId: fc.constantFrom('A', 'a', 'B', 'C', 'D'),
        summary: name,
        'x-ms-trigger': fc.constantFrom('single', 'batch'),
        parameters,
        responses: fc.dictionary(
          fc.constantFrom('200', '201', '400'),
          fc.record({ schema: tie('schema') }, { requiredKeys: [] }),
        ),
      },
      { requiredKeys: [] },
    )
    const path = fc.constantFrom('/x', '/x/{a}', '/x/{b}', '/y')
    const item = fc.record(
      {
        get: operation,
        post: operation,
        parameters,
        'x-ms-notification-content': fc.record({ schema: tie('schema') }),
      },
      { requiredKeys: [] },
    )
    return {
      schema: fc.oneof({ maxDepth: 4 }, reference, fc.constant(true), object),
      definition: fc.record(
        {
          info: fc.record({ title: name, version: name }, { requiredKeys: [] }),
          host: name,
          basePath: fc.constantFrom('/', '/v1', '/v1/'),
          paths: fc.dictionary(path, item, { maxKeys: 4 }),
          definitions: fc.dictionary(name, tie('schema'), { maxKeys: 3 }),
        },
        { requiredKeys: [] },
      ),
      properties: fc.record({
        properties: fc.record(
          {
            publisher: name,
            connectionParameters: fc.dictionary(name, fc.record({ type: fc.constantFrom('string', 'oauthSetting') })),
            policyTemplateInstances: fc.array(
              fc.record({
                templateId: fc.constantFrom('dynamichosturl', 'setheader'),
                title: name,
                parameters: fc.dictionary(name, name),
              }),
              { maxLength: 3 },
            ),
          },
          { requiredKeys: [] },
        ),
      }),
    }
  },
)

const anyValue = fc.jsonValue({ maxDepth: 5 }).map((value) => value as JsonValue) // the same set of values
const connector = fc
  .tuple(fc.oneof({ arbitrary: definition, weight: 5 }, anyValue), fc.oneof(properties, anyValue))
  .map(([first, second]) => connectorOf(first, second))

/** What is deleted one way is added the other way. */
const mirrored: readonly (readonly [ChangeKind, readonly ChangeKind[]])[] = [
  ['br-operation-deleted', ['ok-operation-added']],
  ['br-parameter-deleted', ['br-required-parameter-added', 'ok-optional-parameter-added']],
  ['br-input-field-deleted', ['br-required-input-field-added', 'ok-optional-input-added']],
  ['br-output-field-deleted', ['ok-output-added']],
  ['br-trigger-output-deleted', ['ok-trigger-output-added']],
  ['br-response-deleted', ['ok-response-added']],
  ['br-response-schema-deleted', ['ok-response-schema-added']],
]

describe('compareConnectors', { timeout: 60_000 }, () => {
  test('finds nothing between a connector and itself, whatever it holds', () => {
    fc.assert(
      fc.property(connector, (one) => {
        expect(compareConnectors(one, one)).toEqual([])
      }),
    )
  })

  test('finds nothing when only layout and the order of keys differ', () => {
    fc.assert(
      fc.property(definition, properties, (first, second) => {
        const other = readConnector([
          { path: 'apiDefinition.swagger.json', content: JSON.stringify(reversed(first)) },
          { path: 'apiProperties.json', content: JSON.stringify(reversed(second), undefined, 4) },
        ])
        expect(compareConnectors(connectorOf(first, second), other)).toEqual([])
      }),
    )
  })

  test('says the same whatever the order of keys', () => {
    fc.assert(
      fc.property(definition, definition, (before, after) => {
        const plain = compareConnectors(connectorOf(before), connectorOf(after))
        const turned = compareConnectors(connectorOf(reversed(before)), connectorOf(reversed(after)))
        expect(turned.map(withoutNodes)).toEqual(plain.map(withoutNodes))
      }),
      { numRuns: 300 },
    )
  })

  test('what is gone one way is new the other way', () => {
    fc.assert(
      fc.property(definition, definition, (before, after) => {
        const there = compareConnectors(connectorOf(before), connectorOf(after))
        const back = compareConnectors(connectorOf(after), connectorOf(before))
        for (const [deleted, added] of mirrored) {
          const gone = there.filter(({ kind }) => kind === deleted).map(({ before: place }) => place?.pointer)
          const fresh = back.filter(({ kind }) => added.includes(kind)).map(({ after: place }) => place?.pointer)
          expect(fresh.sort(), deleted).toEqual(gone.sort())
        }
      }),
      { numRuns: 300 },
    )
  })

  test('never throws; every place exists, every fingerprint is its own, the order is settled', () => {
    fc.assert(
      fc.property(connector, connector, (before, after) => {
        const changes = compareConnectors(before, after)
        for (const change of changes) {
          expectPlace(before, change.before)
          expectPlace(after, change.after)
          expectPlace(after, change.near)
          expect(change.occurrences).toBeGreaterThanOrEqual(1)
          expect(change.message.what).not.toMatch(/undefined|\[object|=>/)
        }
        expect(new Set(changes.map(({ fingerprint }) => fingerprint)).size).toBe(changes.length)
      }),
      { numRuns: 300 },
    )
  })

  test('survives text that is no JSON', () => {
    fc.assert(
      fc.property(fc.string(), fc.uint8Array(), (text, bytes) => {
        const broken = readConnector([
          { path: 'apiDefinition.swagger.json', content: text },
          { path: 'apiProperties.json', content: bytes },
        ])
        expect(compareConnectors(connectorOf(shopDefinition, shopProperties), broken).length).toBeGreaterThan(0)
      }),
    )
  })
})

test('no kind is without a case', () => {
  const tables = ['operations', 'schemas', 'heads', 'properties'].map((name) =>
    readFileSync(new URL(`compare-${name}.test.ts`, import.meta.url), 'utf8'),
  )
  const missing = describeChangeKinds().filter(({ id }) => !tables.some((table) => table.includes(`'${id}`)))
  expect(missing.map(({ id }) => id)).toEqual([])
})

function expectPlace(side: Connector, place: ConnectorChange['after']): void {
  if (place === undefined) return
  const file = [side.definitionFile, side.propertiesFile].find((candidate) => candidate?.path === place.file)
  const root = file?.json.root
  expect(root === undefined ? undefined : resolvePointer(root, place.pointer)).toBe(place.node)
}

function withoutNodes({ before, after, near, operations, ...rest }: ConnectorChange): unknown {
  const pointers = [before, after, near].map((place) => place?.pointer)
  return { ...rest, pointers, operations: operations.map(({ id, place }) => [id, place.pointer]) }
}

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}
