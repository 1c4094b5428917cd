import type { JsonValue } from '@sevenstep/located-json'
import { describe, expect, test } from 'vitest'
import {
  changesAfterProperties,
  connectorOf,
  type Edit,
  edited,
  kindsOf,
  shopDefinition,
  shopProperties,
} from '../../tests/comparison-fixture.ts'
import { compareConnectors } from './compare-connectors.ts'

const parameters = '/properties/connectionParameters'
const policies = '/properties/policyTemplateInstances'
const required = { type: 'string', uiDefinition: { constraints: { required: 'true' } } }
const oauth = (identityProvider: string, scopes: readonly string[] = []): JsonValue => ({
  type: 'oauthSetting',
  oAuthSettings: { identityProvider, scopes },
})
const sets = (...names: readonly string[]): JsonValue => ({
  values: names.map((name) => ({ name, parameters: { key: { type: 'securestring' } } })),
})

interface Case {
  readonly name: string
  readonly from?: readonly Edit[]
  readonly edits: readonly Edit[]
  readonly expected: readonly string[]
}

const connectionCases: readonly Case[] = [
  {
    name: 'required one added',
    edits: [[`${parameters}/tenant`, required]],
    expected: ['br-required-connection-parameter-added error'],
  },
  {
    name: 'required one with a default added',
    edits: [[`${parameters}/tenant`, { ...required, defaultValue: 'a' }]],
    expected: ['ok-optional-connection-parameter-added none'],
  },
  {
    name: 'optional one added',
    edits: [[`${parameters}/tenant`, { type: 'string' }]],
    expected: ['ok-optional-connection-parameter-added none'],
  },
  { name: 'removed', edits: [[`${parameters}/region`]], expected: ['br-connection-parameter-removed error'] },
  {
    name: 'type changed',
    edits: [[`${parameters}/region/type`, 'int']],
    expected: ['br-connection-parameter-type-changed error'],
  },
  {
    name: 'missing type written down',
    from: [[`${parameters}/region/type`]],
    edits: [[`${parameters}/region/type`, 'string']],
    expected: ['br-connection-parameter-type-changed warning'],
  },
  {
    name: 'became required',
    edits: [[`${parameters}/region/uiDefinition/constraints/required`, 'true']],
    expected: ['br-connection-parameter-became-required error'],
  },
  {
    name: 'required written as a boolean',
    edits: [[`${parameters}/api_key/uiDefinition/constraints/required`, true]],
    expected: [],
  },
  {
    name: 'became optional',
    edits: [[`${parameters}/api_key/uiDefinition/constraints/required`, 'false']],
    expected: ['ok-connection-parameter-optional none'],
  },
  {
    name: 'choice lost',
    edits: [[`${parameters}/region/uiDefinition/constraints/allowedValues/0`]],
    expected: ['br-connection-values-narrowed warning'],
  },
  {
    name: 'choice gained',
    edits: [[`${parameters}/region/uiDefinition/constraints/allowedValues/-`, { value: 'asia' }]],
    expected: [],
  },
  {
    name: 'key replaced by OAuth',
    edits: [[`${parameters}/api_key`, oauth('aad')]],
    expected: ['br-auth-type-changed error', 'br-connection-parameter-type-changed error'],
  },
  {
    name: 'other provider',
    from: [[`${parameters}/token`, oauth('aad')]],
    edits: [[`${parameters}/token`, oauth('oauth2')]],
    expected: ['br-identity-provider-changed error'],
  },
  {
    name: 'scope added',
    from: [[`${parameters}/token`, oauth('aad')]],
    edits: [[`${parameters}/token`, oauth('aad', ['read'])]],
    expected: ['br-oauth-settings-changed warning'],
  },
  {
    name: 'set removed',
    from: [['/properties/connectionParameterSets', sets('a', 'b')]],
    edits: [['/properties/connectionParameterSets', sets('a')]],
    expected: ['br-connection-set-removed error'],
  },
  {
    name: 'set added',
    from: [['/properties/connectionParameterSets', sets('a')]],
    edits: [['/properties/connectionParameterSets', sets('a', 'b')]],
    expected: ['ok-connection-set-added none'],
  },
  {
    name: 'sets in another order',
    from: [['/properties/connectionParameterSets', sets('a', 'b')]],
    edits: [['/properties/connectionParameterSets', sets('b', 'a')]],
    expected: [],
  },
  {
    name: 'parameters turned into a set',
    edits: [[parameters], ['/properties/connectionParameterSets', sets('a')]],
    expected: ['br-connection-sets-introduced warning'],
  },
]

const route = (operation: string): JsonValue => ({
  templateId: 'RouteRequestToEndpoint',
  parameters: { 'x-ms-apimTemplateParameter.newPath': '/x', 'x-ms-apimTemplate-operationName': [operation] },
})

const policyCases: readonly Case[] = [
  { name: 'policy removed', edits: [[`${policies}/1`]], expected: ['br-policy-removed warning'] },
  { name: 'routing policy removed', edits: [[`${policies}/0`]], expected: ['br-policy-removed error'] },
  {
    name: 'policy of an operation that is not there removed',
    from: [[`${policies}/-`, route('Gone')]],
    edits: [[`${policies}/2`]],
    expected: ['br-policy-removed none'],
  },
  {
    name: 'other target',
    edits: [[`${policies}/0/parameters/x-ms-apimTemplateParameter.urlTemplate`, 'https://eu']],
    expected: ['br-request-target-changed error'],
  },
  {
    name: 'route added',
    edits: [[`${policies}/-`, route('GetOrder')]],
    expected: ['br-request-target-changed warning'],
  },
  {
    name: 'route for a new operation added',
    edits: [[`${policies}/-`, route('Later')]],
    expected: ['ok-policy-added none'],
  },
  {
    name: 'header changed',
    edits: [[`${policies}/1/parameters/x-ms-apimTemplateParameter.value`, '2']],
    expected: ['br-policy-changed warning'],
  },
  {
    name: 'operation lost',
    edits: [[`${policies}/1/parameters/x-ms-apimTemplate-operationName`, ['GetOrder']]],
    expected: ['br-policy-scope-changed warning'],
  },
  {
    name: 'route limited',
    edits: [[`${policies}/0/parameters/x-ms-apimTemplate-operationName`, ['GetOrder']]],
    expected: ['br-policy-scope-changed error'],
  },
  {
    name: 'operation that is not there added',
    edits: [[`${policies}/1/parameters/x-ms-apimTemplate-operationName/-`, 'Later']],
    expected: [],
  },
  { name: 'title changed', edits: [[`${policies}/1/title`, 'Stamp']], expected: [] },
  {
    name: 'script for every operation',
    edits: [['/properties/scriptOperations', []]],
    expected: ['br-script-scope-changed warning'],
  },
  {
    name: 'script for an operation that is not there',
    edits: [['/properties/scriptOperations/-', 'Later']],
    expected: [],
  },
  { name: 'publisher', edits: [['/properties/publisher', 'Shops']], expected: ['ok-branding-changed none'] },
]

describe.each([
  ['connection parameter', connectionCases],
  ['policy', policyCases],
])('%s', (_, cases) => {
  test.each(cases)('$name', ({ edits, from, expected }) => {
    expect(kindsOf(changesAfterProperties(edits, from))).toEqual(expected)
  })
})

test('the order of policies has no say', () => {
  const swapped = edited(shopProperties, [
    [`${policies}/0`],
    [
      `${policies}/-`,
      {
        templateId: 'dynamichosturl',
        title: 'Region',
        parameters: { 'x-ms-apimTemplateParameter.urlTemplate': 'https://api.shop.example' },
      },
    ],
  ])
  expect(compareConnectors(connectorOf(shopDefinition, shopProperties), connectorOf(shopDefinition, swapped))).toEqual(
    [],
  )
})

test('a secret among the OAuth settings never shows', () => {
  const withSecret = (clientSecret: string): JsonValue => ({
    type: 'oauthSetting',
    oAuthSettings: { identityProvider: 'aad', clientSecret },
  })
  const changes = changesAfterProperties(
    [[`${parameters}/token`, withSecret('hush-2')]],
    [[`${parameters}/token`, withSecret('hush-1')]],
  )
  expect(kindsOf(changes)).toEqual(['br-oauth-settings-changed warning'])
  expect(changes.map(({ message }) => JSON.stringify(message)).join()).not.toContain('hush')
})

test('a changed script is told, with its file', () => {
  const changes = compareConnectors(
    connectorOf(shopDefinition, undefined, 'a'),
    connectorOf(shopDefinition, undefined, 'b'),
  )
  expect(changes).toMatchObject([{ kind: 'br-script-changed', severity: 'info', file: 'script.csx' }])
})

test.each([
  ['not given', undefined, 'info'],
  ['broken', '[]', 'error'],
])('a properties file that is %s is said to be not compared', (_, content, severity) => {
  const before = connectorOf(shopDefinition, shopProperties)
  const after = connectorOf(shopDefinition, content === undefined ? undefined : [])
  expect(compareConnectors(before, after)).toMatchObject([
    { kind: 'br-not-compared', severity, file: 'apiProperties.json' },
  ])
})
