import { expect, test } from 'vitest'
import { compareConnectors } from '../compare/compare-connectors.ts'
import type { Connector } from '../read/connector.ts'
import { readConnector } from '../read/read-connector.ts'
import { usage, walkSchemas } from './schema.ts'

function connectorOf(definition: object): Connector {
  return readConnector([{ path: 'apiDefinition.swagger.json', content: JSON.stringify(definition) }])
}

const many = Array.from({ length: 40_000 }, (_, index) => `p${index}`)

/** Each of these took minutes, or all memory, when it was done by comparing everything with everything. */
test('forty thousand parameters of a path meet as many of its operation', () => {
  const listed = (prefix: string) => many.map((name) => ({ name: prefix + name, in: 'query', type: 'string' }))
  const of = (prefix: string) =>
    connectorOf({ paths: { '/a': { parameters: listed(''), get: { operationId: 'A', parameters: listed(prefix) } } } })
  expect(of('x').definition?.operation('A')?.parameters).toHaveLength(80_000)
  expect(of('').definition?.operation('A')?.parameters).toHaveLength(40_000)
  expect(compareConnectors(of('x'), of('y')).length).toBe(80_000)
})

test('a required list as long as its properties', () => {
  const properties = Object.fromEntries(many.map((name) => [name, {}]))
  let required = 0
  const { definition } = connectorOf({ definitions: { A: { required: many, properties } } })
  if (definition !== undefined) walkSchemas(definition, (schema) => (required += Number(schema.isRequired)))
  expect(required).toBe(40_000)
})

test('a base path of nothing but slashes, and one more letter', () => {
  const changes = compareConnectors(
    connectorOf({ basePath: `${'/'.repeat(1_000_000)}x`, paths: {} }),
    connectorOf({ basePath: '/', paths: {} }),
  )
  expect(changes.map(({ kind }) => kind)).toEqual(['br-base-path-changed'])
})

test('usage follows references to names that are written with escapes', () => {
  const to = (name: string) => ({ $ref: `#/definitions/${name}` })
  const { definition } = connectorOf({
    paths: { '/a': { get: { responses: { 200: { schema: to('a~1b') } } } } },
    definitions: { 'a/b': { items: to('c%20d') }, 'c d': { properties: { e: to('e~0') } }, 'e~': {}, unused: {} },
  })
  const used = new Map<string | undefined, number>()
  if (definition !== undefined) {
    walkSchemas(definition, ({ node, place, usage: flags }) => {
      if (place === 'root' && node.key !== 'schema') used.set(node.key, flags)
    })
  }
  expect([...used]).toEqual([
    ['a/b', usage.response],
    ['c d', usage.response],
    ['e~', usage.response],
    ['unused', usage.none],
  ])
})
