import { describe, expect, test } from 'vitest'
import { changesAfter, type Edit, kindsOf } from '../../tests/comparison-fixture.ts'

const newOrder = '/definitions/NewOrder'
const order = '/definitions/Order'
const payload = '/paths/~1hooks/x-ms-notification-content'

interface Case {
  readonly name: string
  readonly from?: readonly Edit[]
  readonly edits: readonly Edit[]
  readonly expected: readonly string[]
}

const inputCases: readonly Case[] = [
  { name: 'deleted', edits: [[`${newOrder}/properties/note`]], expected: ['br-input-field-deleted error'] },
  {
    name: 'internal one deleted',
    edits: [[`${newOrder}/properties/channel`]],
    expected: ['br-input-field-deleted warning'],
  },
  {
    name: 'type changed',
    edits: [[`${newOrder}/properties/note/type`, 'integer']],
    expected: ['br-input-field-type-changed error'],
  },
  {
    name: 'became required',
    edits: [[`${newOrder}/required/-`, 'note']],
    expected: ['br-input-field-became-required error'],
  },
  {
    name: 'became required with a default',
    edits: [[`${newOrder}/required/-`, 'priority']],
    expected: ['ok-required-with-default none'],
  },
  { name: 'became optional', edits: [[`${newOrder}/required`]], expected: ['ok-input-field-optional none'] },
  {
    name: 'required one added',
    edits: [
      [`${newOrder}/required/-`, 'due'],
      [`${newOrder}/properties/due`, { type: 'string' }],
    ],
    expected: ['br-required-input-field-added error'],
  },
  {
    name: 'required one with a default added',
    edits: [
      [`${newOrder}/required/-`, 'due'],
      [`${newOrder}/properties/due`, { type: 'string', default: 'now' }],
    ],
    expected: ['ok-optional-input-added none'],
  },
  {
    name: 'optional one added',
    edits: [[`${newOrder}/properties/due`, { type: 'string' }]],
    expected: ['ok-optional-input-added none'],
  },
  { name: 'name in required without a property', edits: [[`${newOrder}/required/-`, 'ghost']], expected: [] },
  {
    name: 'choice lost',
    edits: [[`${newOrder}/properties/priority/enum`, [1, 2]]],
    expected: ['br-enum-narrowed error'],
  },
  {
    name: 'default changed',
    edits: [[`${newOrder}/properties/priority/default`, 3]],
    expected: ['br-default-changed warning'],
  },
  {
    name: 'hidden',
    edits: [[`${newOrder}/properties/note/x-ms-visibility`, 'internal']],
    expected: ['br-parameter-hidden warning'],
  },
  {
    name: 'text changed',
    edits: [[`${newOrder}/properties/note/description`, 'Any']],
    expected: ['ok-parameter-summary-changed none'],
  },
  {
    name: 'body replaced by an inline copy',
    edits: [['/paths/~1hooks/post/parameters/0/schema/title', 'Hook']],
    expected: [],
  },
]

const outputCases: readonly Case[] = [
  {
    name: 'deleted, used in answers and in the payload',
    edits: [[`${order}/properties/number`]],
    expected: ['br-output-field-deleted error', 'br-trigger-output-deleted error'],
  },
  {
    name: 'internal one deleted',
    edits: [[`${order}/properties/checksum`]],
    expected: ['br-output-field-deleted warning', 'br-trigger-output-deleted warning'],
  },
  {
    name: 'type changed',
    edits: [[`${order}/properties/number/type`, 'string']],
    expected: ['br-output-field-type-changed error', 'br-trigger-output-type-changed error'],
  },
  {
    name: 'missing type written down',
    edits: [[`${order}/properties/comment/type`, 'string']],
    expected: ['br-output-field-type-changed warning', 'br-trigger-output-type-changed warning'],
  },
  {
    name: 'added',
    edits: [[`${order}/properties/total`, { type: 'number' }]],
    expected: ['ok-output-added none', 'ok-trigger-output-added none'],
  },
  {
    name: 'field of a part of allOf deleted',
    edits: [['/definitions/Priced/properties/price']],
    expected: ['br-output-field-deleted error', 'br-trigger-output-deleted error'],
  },
  {
    name: 'allOf merged by hand',
    edits: [
      ['/definitions/Line', { type: 'object', properties: { article: { type: 'string' }, price: { type: 'number' } } }],
    ],
    expected: [],
  },
  {
    name: 'list no longer described',
    edits: [[`${order}/properties/lines/items`]],
    expected: ['br-output-field-deleted error', 'br-trigger-output-deleted error'],
  },
  {
    name: 'texts and required do not matter',
    edits: [
      [`${order}/required`, ['number']],
      [`${order}/properties/number/description`, 'No.'],
    ],
    expected: [],
  },
]

const payloadCases: readonly Case[] = [
  { name: 'deleted', edits: [[`${payload}/schema/properties/event`]], expected: ['br-trigger-output-deleted error'] },
  {
    name: 'type changed',
    edits: [[`${payload}/schema/properties/event/type`, 'integer']],
    expected: ['br-trigger-output-type-changed error'],
  },
  {
    name: 'added',
    edits: [[`${payload}/schema/properties/at`, { type: 'string' }]],
    expected: ['ok-trigger-output-added none'],
  },
  { name: 'gone as a whole', edits: [[payload]], expected: ['br-trigger-output-deleted error'] },
]

describe.each([
  ['input field', inputCases],
  ['output field', outputCases],
  ['payload field', payloadCases],
])('%s', (_, cases) => {
  test.each(cases)('$name', ({ edits, from, expected }) => {
    expect(kindsOf(changesAfter(edits, from))).toEqual(expected)
  })
})

test('one edit to a shared definition is one change, with its operations and places counted', () => {
  const [change, ...rest] = changesAfter([['/definitions/Priced/properties/price']], [['/paths/~1hooks']])
  expect(rest).toEqual([])
  expect(change?.message.what).toBe('Output field `price` of the shared schema `Priced` is gone.')
  expect(change?.operations.map(({ id }) => id)).toEqual(['CreateOrder', 'GetOrder', 'ListOrders'])
  expect(change?.occurrences).toBe(3)
  expect(change?.before?.pointer).toBe('/definitions/Priced/properties/price')
  expect(change?.near?.pointer).toBe('/definitions/Priced/properties')
})

test('fields that go all at once are one change, for as many places as they were', () => {
  const [change, ...rest] = changesAfter([[`${newOrder}/properties`]])
  expect(rest).toEqual([])
  expect(change).toMatchObject({ kind: 'br-input-field-deleted', severity: 'error', occurrences: 4 })
  expect(change?.message.what).toBe(
    'All 4 fields of the shared schema `NewOrder` are gone: `channel`, `customer`, `note`, `priority`.',
  )
  expect([change?.before?.pointer, change?.near?.pointer]).toEqual([`${newOrder}/properties`, newOrder])
})

test('fields that come all at once are one change that tells which are required', () => {
  const properties = { a: { type: 'string' }, b: { type: 'string' } }
  const optional: Edit[] = [[`${newOrder}/properties`, properties]]
  const empty: Edit[] = [[newOrder, { type: 'object' }]]
  expect(kindsOf(changesAfter(optional, empty))).toEqual(['ok-optional-input-added none'])
  const [change] = changesAfter([...optional, [`${newOrder}/required`, ['b']]], empty)
  expect(change).toMatchObject({ kind: 'br-required-input-field-added', severity: 'error' })
  expect(change?.message.what).toContain('Required are `b`.')
})

test('versions that are made to be slow are compared up to a bound, and that is said', () => {
  const ring = (length: number): Edit => [
    '/definitions',
    Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `D${index}`,
        { type: 'object', properties: { next: { $ref: `#/definitions/D${(index + 1) % length}` } } },
      ]),
    ),
  ]
  const item = { get: { operationId: 'A', responses: { 200: { schema: { $ref: '#/definitions/D0' } } } } }
  const changes = changesAfter([ring(601)], [['/paths', { '/a': item }], ring(600)])
  expect(kindsOf(changes)).toEqual(['br-not-compared warning'])
})

test('schemas that are each built on the next are merged up to a bound, and that is said', () => {
  const length = 900
  const chain = (noun: string): Edit => [
    '/definitions',
    Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `D${index}`,
        {
          allOf: [{ $ref: `#/definitions/D${index + 1}` }],
          properties: { [`p${index}`]: { $ref: `#/definitions/D${(index * 7) % length}`, title: noun } },
        },
      ]),
    ),
  ]
  const item = { get: { operationId: 'A', responses: { 200: { schema: { $ref: '#/definitions/D0' } } } } }
  expect(kindsOf(changesAfter([chain('new')], [['/paths', { '/a': item }], chain('old')]))).toEqual([
    'br-not-compared warning',
  ])
})

test('operations without end at changes without end are listed up to a bound, and that is said', () => {
  const paths = Object.fromEntries(
    Array.from({ length: 900 }, (_, index) => [
      `/p${index}`,
      { get: { operationId: `O${index}`, responses: { 200: { schema: { $ref: '#/definitions/D' } } } } },
    ]),
  )
  const fields = (prefix: string): Edit => [
    '/definitions',
    { D: { properties: Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${prefix}${at}`, {}])) } },
  ]
  const changes = changesAfter([fields('b')], [['/paths', paths], ['/definitions', {}], fields('a')])
  const named = changes.reduce((sum, { operations }) => sum + operations.length, 0)
  expect(named).toBeLessThanOrEqual(500_000)
  expect(changes.filter(({ kind }) => kind === 'br-not-compared')).toHaveLength(1)
  expect(changes.find(({ kind }) => kind === 'br-output-field-deleted')?.occurrences).toBe(900)
})

test.each([
  ['the only answer', {}, ['br-output-field-deleted error']],
  ['beside a success', { 200: { description: 'OK' } }, []],
])('a field of the default answer counts when that is %s', (_, others, expected) => {
  const fallback = { schema: { properties: { code: { type: 'string' }, text: { type: 'string' } } } }
  const from: Edit[] = [
    ['/paths', { '/a': { get: { operationId: 'A', responses: { default: fallback, ...others } } } }],
  ]
  const field = '/paths/~1a/get/responses/default/schema/properties/code'
  expect(kindsOf(changesAfter([[field]], from))).toEqual(expected)
})

test('two fields of one operation that share a definition are two places', () => {
  const twice = {
    schema: { properties: { bill: { $ref: '#/definitions/Priced' }, tip: { $ref: '#/definitions/Priced' } } },
  }
  const changes = changesAfter(
    [['/definitions/Priced/properties/price']],
    [['/paths', { '/a': { get: { operationId: 'A', responses: { 200: twice } } } }]],
  )
  expect(changes).toMatchObject([{ kind: 'br-output-field-deleted', occurrences: 2, operationId: 'A' }])
})

test('a dynamic schema that is gone is a warning; its second spelling beside it is nothing', () => {
  const schema = '/paths/~1orders~1{id}/get/responses/200/schema'
  const dynamic: Edit = [`${schema}/x-ms-dynamic-schema`, { operationId: 'GetShape', parameters: {} }]
  const from: Edit[] = [[schema, { type: 'object' }], dynamic]
  expect(kindsOf(changesAfter([[`${schema}/x-ms-dynamic-schema`]], from))).toEqual([
    'br-dynamic-schema-changed warning',
  ])
  const second: Edit = [`${schema}/x-ms-dynamic-properties`, { operationId: 'GetShape', parameters: {} }]
  expect(changesAfter([second], from)).toEqual([])
})

test('a chain of references as long as the file allows is followed without recursion', () => {
  const length = 20_000
  const chain = Object.fromEntries(
    Array.from({ length }, (_, index) => [
      `D${index}`,
      { type: 'object', properties: { next: { $ref: `#/definitions/D${index + 1}` } } },
    ]),
  )
  const end: Edit = [`/definitions/D${length}`, { type: 'object', properties: { last: { type: 'string' } } }]
  const from: Edit[] = [
    ['/definitions', chain],
    end,
    ['/paths/~1orders~1{id}/get/responses/200/schema/$ref', '#/definitions/D0'],
  ]
  expect(kindsOf(changesAfter([[`/definitions/D${length}/properties/last/type`, 'integer']], from))).toEqual([
    'br-output-field-type-changed error',
  ])
})
