import { expect, test } from 'vitest'
import { changesAfter, type Edit, kindsOf } from '../../tests/comparison-fixture.ts'

const withPrefix: Edit[] = [
  ['/basePath'],
  [
    '/paths',
    {
      '/v1/orders': { get: { operationId: 'ListOrders', responses: {} } },
      '/v1/orders/{id}': { get: { operationId: 'GetOrder', responses: {} } },
    },
  ],
]
const short: Edit[] = [
  [
    '/paths',
    {
      '/orders': { get: { operationId: 'ListOrders', responses: {} } },
      '/orders/{id}': { get: { operationId: 'GetOrder', responses: {} } },
    },
  ],
]

test.each<{ name: string; from?: Edit[]; edits: Edit[]; expected: string[] }>([
  { name: 'title', edits: [['/info/title', 'Shop orders']], expected: ['br-title-changed warning'] },
  { name: 'version', edits: [['/info/version', '1.1']], expected: ['ok-version-changed info'] },
  { name: 'description', edits: [['/info/description', 'All.']], expected: ['ok-text-changed none'] },
  { name: 'an extension of info', edits: [['/info/x-any', 1]], expected: [] },
  { name: 'host', edits: [['/host', 'eu.shop.example']], expected: ['br-host-changed warning'] },
  { name: 'schemes', edits: [['/schemes', ['http']]], expected: ['br-schemes-changed warning'] },
  { name: 'base path alone', edits: [['/basePath', '/v2']], expected: ['br-base-path-changed error'] },
  {
    name: 'base path moved into the paths',
    from: short,
    edits: withPrefix,
    expected: ['br-base-path-changed warning'],
  },
  { name: 'slash at the end of the base path', edits: [['/basePath', '/v1/']], expected: [] },
  {
    name: 'another type of sign-in',
    edits: [['/securityDefinitions/key', { type: 'basic' }]],
    expected: ['br-auth-type-changed error'],
  },
  {
    name: 'sign-in under another name',
    edits: [['/securityDefinitions', { other: { type: 'apiKey', in: 'header', name: 'X-Key' } }]],
    expected: [],
  },
  {
    name: 'key in another header',
    edits: [['/securityDefinitions/key/name', 'Key']],
    expected: ['br-api-key-place-changed warning'],
  },
])('$name', ({ from, edits, expected }) => {
  expect(kindsOf(changesAfter(edits, from))).toEqual(expected)
})
