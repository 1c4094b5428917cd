import { describe, expect, test } from 'vitest'
import { changesAfter, type Edit, kindsOf } from '../../tests/comparison-fixture.ts'

const orders = '/paths/~1orders'
const order = '/paths/~1orders~1{id}'
const list = `${orders}/get`
const parameter = (index: number): string => `${list}/parameters/${index}`

interface Case {
  readonly name: string
  readonly from?: readonly Edit[]
  readonly edits: readonly Edit[]
  readonly expected: readonly string[]
}

const getOrder = {
  operationId: 'GetOrder',
  summary: 'Get an order',
  responses: { 200: { description: 'OK' } },
}

const operationCases: readonly Case[] = [
  { name: 'deleted', edits: [[list]], expected: ['br-operation-deleted error'] },
  { name: 'deprecated instead', edits: [[`${list}/deprecated`, true]], expected: ['br-operation-deprecated info'] },
  {
    name: 'deprecation taken back',
    from: [[`${list}/deprecated`, true]],
    edits: [[`${list}/deprecated`]],
    expected: [],
  },
  {
    name: 'added',
    edits: [[`${orders}/put`, { operationId: 'New', responses: {} }]],
    expected: ['ok-operation-added none'],
  },
  { name: 'id recased', edits: [[`${list}/operationId`, 'listOrders']], expected: ['br-operation-id-renamed error'] },
  {
    name: 'id replaced under the same path',
    edits: [[`${list}/operationId`, 'ListOrders_V2']],
    expected: ['br-operation-id-renamed error'],
  },
  {
    name: 'new version beside the old one',
    edits: [['/paths/~1orders~1v2', { get: { operationId: 'ListOrders_V2', responses: {} } }]],
    expected: ['ok-operation-added none'],
  },
  {
    name: 'method changed',
    from: [[order, { get: getOrder }]],
    edits: [[order, { post: getOrder }]],
    expected: ['br-operation-method-changed error'],
  },
  {
    name: 'path changed',
    from: [[order, { get: getOrder }]],
    edits: [[order], ['/paths/~1order', { get: getOrder }]],
    expected: ['br-operation-path-changed error'],
  },
  { name: 'hidden', edits: [[`${list}/x-ms-visibility`, 'internal']], expected: ['br-operation-hidden warning'] },
  { name: 'less prominent', edits: [[`${list}/x-ms-visibility`]], expected: ['br-visibility-changed info'] },
  {
    name: 'trigger kind changed',
    edits: [['/paths/~1hooks/post/x-ms-trigger', 'batch']],
    expected: ['br-trigger-kind-changed error'],
  },
  { name: 'summary changed', edits: [[`${list}/summary`, 'All orders']], expected: ['ok-summary-changed none'] },
  { name: 'tag added', edits: [[`${list}/tags`, ['orders']]], expected: [] },
  { name: 'success deleted', edits: [[`${order}/get/responses/202`]], expected: ['br-response-deleted error'] },
  { name: 'failure deleted', edits: [[`${list}/responses/404`]], expected: [] },
  {
    name: 'success added',
    edits: [[`${list}/responses/206`, { description: 'Some' }]],
    expected: ['ok-response-added none'],
  },
  {
    name: 'response schema deleted',
    edits: [[`${order}/get/responses/200/schema`]],
    expected: ['br-response-schema-deleted error'],
  },
  {
    name: 'response schema added',
    edits: [[`${order}/get/responses/202/schema`, { type: 'object' }]],
    expected: ['ok-response-schema-added none'],
  },
  {
    name: 'failure schema changed',
    edits: [[`${list}/responses/404/schema/properties/code/type`, 'integer']],
    expected: [],
  },
]

const parameterCases: readonly Case[] = [
  { name: 'deleted', edits: [[parameter(1)]], expected: ['br-parameter-deleted error'] },
  { name: 'internal one deleted', edits: [[parameter(2)]], expected: ['br-parameter-deleted warning'] },
  {
    name: 'required one added',
    edits: [[`${list}/parameters/-`, { name: 'shop', in: 'query', required: true, type: 'string' }]],
    expected: ['br-required-parameter-added error'],
  },
  {
    name: 'required one with a default added',
    edits: [[`${list}/parameters/-`, { name: 'shop', in: 'query', required: true, type: 'string', default: 'a' }]],
    expected: ['ok-optional-parameter-added none'],
  },
  {
    name: 'required internal one added',
    edits: [
      [
        `${list}/parameters/-`,
        { name: 'shop', in: 'query', required: true, type: 'string', 'x-ms-visibility': 'internal' },
      ],
    ],
    expected: ['ok-optional-parameter-added none'],
  },
  {
    name: 'optional one added',
    edits: [[`${list}/parameters/-`, { name: 'shop', in: 'query', type: 'string' }]],
    expected: ['ok-optional-parameter-added none'],
  },
  {
    name: 'became required',
    edits: [[`${parameter(1)}/required`, true]],
    expected: ['br-parameter-became-required error'],
  },
  {
    name: 'became required with a default',
    edits: [[`${parameter(0)}/required`, true]],
    expected: ['ok-required-with-default none'],
  },
  {
    name: 'became optional',
    edits: [[`${order}/get/parameters/1/required`]],
    expected: ['ok-parameter-optional info'],
  },
  { name: 'type changed', edits: [[`${parameter(1)}/type`, 'string']], expected: ['br-parameter-type-changed error'] },
  {
    name: 'missing type written down',
    from: [[`${parameter(1)}/type`]],
    edits: [[`${parameter(1)}/type`, 'integer']],
    expected: ['br-parameter-type-changed warning'],
  },
  { name: 'choice lost', edits: [[`${parameter(0)}/enum`, ['open']]], expected: ['br-enum-narrowed error'] },
  { name: 'choices in another order', edits: [[`${parameter(0)}/enum`, ['closed', 'open']]], expected: [] },
  { name: 'choice gained', edits: [[`${parameter(0)}/enum/-`, 'lost']], expected: ['ok-enum-widened none'] },
  { name: 'choices added', edits: [[`${parameter(1)}/enum`, [1, 2]]], expected: ['br-enum-added warning'] },
  { name: 'choices removed', edits: [[`${parameter(0)}/enum`]], expected: ['ok-enum-widened none'] },
  { name: 'moved', edits: [[`${parameter(1)}/in`, 'header']], expected: ['br-parameter-location-changed error'] },
  { name: 'default changed', edits: [[`${parameter(0)}/default`, 'closed']], expected: ['br-default-changed warning'] },
  {
    name: 'default of a visible one added',
    edits: [[`${parameter(1)}/default`, 5]],
    expected: ['ok-default-added none'],
  },
  { name: 'format changed', edits: [[`${parameter(1)}/format`, 'int64']], expected: ['br-format-changed warning'] },
  {
    name: 'hidden',
    edits: [[`${parameter(1)}/x-ms-visibility`, 'internal']],
    expected: ['br-parameter-hidden warning'],
  },
  { name: 'made advanced', edits: [[`${parameter(1)}/x-ms-visibility`, 'advanced']], expected: [] },
  {
    name: 'summary changed',
    edits: [[`${parameter(1)}/x-ms-summary`, 'Most']],
    expected: ['ok-parameter-summary-changed none'],
  },
  {
    name: 'body renamed',
    edits: [[`${orders}/post/parameters/0/name`, 'order']],
    expected: ['br-body-parameter-renamed error'],
  },
  {
    name: 'moved to the path item',
    edits: [
      [`${order}/parameters`, [{ name: 'id', in: 'path', required: true, type: 'string' }]],
      [`${order}/get/parameters/0`],
    ],
    expected: [],
  },
]

describe.each([
  ['operation', operationCases],
  ['parameter', parameterCases],
])('%s', (_, cases) => {
  test.each(cases)('$name', ({ edits, from, expected }) => {
    expect(kindsOf(changesAfter(edits, from))).toEqual(expected)
  })
})

test('a path parameter with another name is one change of the path', () => {
  const item = (name: string) => ({
    get: {
      operationId: 'GetOrder',
      parameters: [{ name, in: 'path', required: true, type: 'string' }],
      responses: {},
    },
  })
  const changes = changesAfter([[order], ['/paths/~1orders~1{number}', item('number')]], [[order, item('id')]])
  expect(kindsOf(changes)).toEqual(['br-operation-path-changed error'])
  expect(changes[0]?.message.what).toContain('`id` is `number`')
})

test('a change of a shared parameter is one change that lists its operations', () => {
  const [change, ...rest] = changesAfter([['/parameters/Language/type', 'integer']])
  expect(rest).toEqual([])
  expect(change?.operations.map(({ id }) => id)).toEqual(['GetOrder', 'ListOrders'])
  expect(change).toMatchObject({ kind: 'br-parameter-type-changed', occurrences: 2 })
  expect(change?.after?.pointer).toBe('/parameters/Language/type')
})

test('a gone operation points to what would hold it', () => {
  const [change] = changesAfter([[list]])
  expect(change?.before?.pointer).toBe(list)
  expect(change?.near?.pointer).toBe(orders)
  expect(change?.after).toBeUndefined()
  expect(change?.operationId).toBe('ListOrders')
})

test('an id that two operations share is not reported as gone once one of them is mended', () => {
  const changes = changesAfter(
    [[`${orders}/post/operationId`, 'CreateOrder']],
    [[`${orders}/post/operationId`, 'ListOrders']],
  )
  expect(kindsOf(changes)).not.toContain('br-operation-deleted error')
})
