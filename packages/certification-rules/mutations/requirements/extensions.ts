import { operations, parameters, root } from '../json-walk.ts'
import type { JsonObject, JsonValue, MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, requirement } from '../mutation.ts'
import { propertySchemas, type SchemaSpot, schemas } from '../schema-walk.ts'
import { choose } from '../seeded-random.ts'
import { at, below, child, children, drop, put, rename, type Spot, text } from '../spot.ts'
import { appended, changed, removed, where } from './one-change.ts'

const allOperations = (connector: MutableConnector): Spot[] => operations(connector)
const triggers = where(allOperations, ({ value }) => typeof value['x-ms-trigger'] === 'string')
const actions = where(allOperations, ({ value }) => value['x-ms-trigger'] === undefined)
const strings = (connector: MutableConnector): SchemaSpot[] => propertySchemas(connector, 'string')
const inPath = (connector: MutableConnector): Spot[] => parameters(connector).filter(({ value }) => value.in === 'path')
const visibilities = (connector: MutableConnector): Spot[] =>
  [...operations(connector), ...parameters(connector), ...schemas(connector)].filter(
    ({ value }) => typeof value['x-ms-visibility'] === 'string',
  )
const testConnection = (connector: MutableConnector): Spot[] =>
  [child(root(connector), 'x-ms-capabilities', 'testConnection') ?? []].flat()
const enumValues = (connector: MutableConnector): Spot[] =>
  [...parameters(connector), ...schemas(connector)].filter(
    ({ value }) => Array.isArray(value['x-ms-enum-values']) && value['x-ms-enum-values'].length > 0,
  )
const enumEntries = (connector: MutableConnector): Spot[] =>
  enumValues(connector).flatMap((one) => children(one, 'x-ms-enum-values').map(({ spot }) => spot))
/** The x-ms- extensions, save dynamic ones, annotations and triggers. */
export const extensionRequirements: readonly Mutation[] = [
  misspelt('summary-extension-misspelt', 'x-ms-summary', 'x-ms-sumamry'),
  misspelt('visibility-extension-misspelt', 'x-ms-visibility', 'x-ms-visbility'),
  changed('extension-unknown', ['ext-known-x-ms'], allOperations, 'x-ms-colour', 'blue'),
  changed('visibility-in-capitals', ['ext-visibility-value'], visibilities, 'x-ms-visibility', ({ value }) =>
    String(value['x-ms-visibility']).replace(/^./, (first) => first.toUpperCase()),
  ),
  changed('visibility-unknown', ['ext-visibility-value'], actions, 'x-ms-visibility', 'hidden'),
  changed('visibility-none', ['ext-visibility-value'], strings, 'x-ms-visibility', 'none'),
  changed('trigger-kind-unknown', ['ext-trigger-value'], triggers, 'x-ms-trigger', 'many'),
  changed('trigger-kind-a-boolean', ['ext-trigger-value'], triggers, 'x-ms-trigger', true),
  removed('trigger-hint-missing', ['ext-trigger-hint-present'], triggers, 'x-ms-trigger-hint'),
  changed(
    'trigger-hint-on-action',
    ['ext-trigger-hint-on-trigger'],
    actions,
    'x-ms-trigger-hint',
    'Add a record to see it work.',
  ),
  changed('url-encoding-unknown', ['ext-url-encoding-value'], inPath, 'x-ms-url-encoding', 'triple'),
  filter('filter-functions-empty', []),
  filter('filter-functions-repeated', ['and', 'or', 'and']),
  filter('filter-functions-in-input', ['and', 'or'], 'input'),
  filter('filter-functions-unknown', ['rhymes-with']),
  mutation(
    'test-connection-missing',
    requirement('requirements.json: ext-test-connection-present'),
    ['ext-test-connection-present'],
    (connector) => at(drop(child(root(connector), 'x-ms-capabilities'), 'testConnection'), ''),
  ),
  changed(
    'test-connection-calls-missing-operation',
    ['ext-test-connection-operation-exists'],
    testConnection,
    'operationId',
    'OperationNobodyKnows',
  ),
  testCalls('test-connection-not-a-get', 'ext-test-connection-get', ({ verb }) => verb !== 'get'),
  testCalls(
    'test-connection-needs-input',
    'ext-test-connection-parameters',
    ({ verb, value }) => verb === 'get' && asksForInput(value),
  ),
  changed(
    'operation-capability-unknown',
    ['ext-operation-capabilities'],
    allOperations,
    'x-ms-capabilities',
    { streaming: true },
    { within: ['streaming'] },
  ),
  changed(
    'chunk-transfer-as-text',
    ['ext-operation-capabilities'],
    allOperations,
    'x-ms-capabilities',
    { chunkTransfer: 'yes' },
    { within: ['chunkTransfer'] },
  ),
  changed(
    'simulated-operation-missing',
    ['ext-operation-context-exists'],
    triggers,
    'x-ms-operation-context',
    { simulate: { operationId: 'OperationNobodyKnows' } },
    { within: ['simulate', 'operationId'] },
  ),
  changed(
    'next-link-of-other-name',
    ['ext-pageable-next-link'],
    (connector) => operations(connector).flatMap((one) => child(one, 'x-ms-pageable') ?? []),
    'nextLinkName',
    'nextPageToken',
  ),
  removed('enum-display-name-missing', ['ext-enum-values-display-name'], enumEntries, 'displayName'),
  appended(
    'enum-display-value-repeated',
    ['ext-enum-values-unique'],
    enumValues,
    'x-ms-enum-values',
    ({ value }) => firstEntry(value),
    { within: ['value'] },
  ),
  appended(
    'enum-display-value-not-in-enum',
    ['ext-enum-values-in-enum'],
    where(enumValues, ({ value }) => Array.isArray(value.enum)),
    'x-ms-enum-values',
    { value: 'nobody-listed-this', displayName: 'Nobody listed this' },
    { within: ['value'] },
  ),
  changed('dictionary-editor-on-text', ['ext-editor-dictionary'], strings, 'x-ms-editor', 'dictionary'),
  changed('media-kind-unknown', ['ext-media-kind'], strings, 'x-ms-media-kind', 'video'),
]

function misspelt(id: string, from: string, to: string): Mutation {
  return mutation(id, requirement('requirements.json: ext-known-x-ms'), ['ext-known-x-ms'], (connector, random) => {
    const holder = choose(
      random,
      propertySchemas(connector).filter(({ value }) => Object.hasOwn(value, from)),
    )
    const pointer = rename(holder, from, to)
    return holder === undefined ? undefined : at(pointer, holder.pointer)
  })
}

function filter(id: string, functions: JsonValue[], direction: 'input' | 'output' = 'output'): Mutation {
  const places = (connector: MutableConnector): Spot[] =>
    strings(connector).filter(
      (one) => one[direction] && one.input !== one.output && one.value['x-ms-capabilities'] === undefined,
    )
  return mutation(
    id,
    requirement('requirements.json: ext-filter-functions'),
    ['ext-filter-functions'],
    (connector, random) => {
      const place = choose(random, places(connector))
      const capabilities = put(place, 'x-ms-capabilities', { filterFunctions: structuredClone(functions) })
      if (place === undefined || capabilities === undefined) return undefined
      const pointer = below(capabilities, 'filterFunctions')
      return at(pointer, capabilities, place.pointer, ...functions.map((_, index) => `${pointer}/${index}`))
    },
  )
}

function testCalls(
  id: string,
  rule: string,
  fits: (operation: ReturnType<typeof operations>[number]) => boolean,
): Mutation {
  return mutation(id, requirement(`requirements.json: ${rule}`), [rule], (connector, random) => {
    const [test] = testConnection(connector)
    const operation = choose(
      random,
      operations(connector).filter((one) => text(one, 'operationId') !== undefined && fits(one)),
    )
    if (test === undefined || operation === undefined) return undefined
    return at(put(test, 'operationId', String(operation.value.operationId)), test.pointer, operation.pointer)
  })
}

function asksForInput(value: JsonObject): boolean {
  return children({ pointer: '', value }, 'parameters').some(
    ({ spot }) => spot.value.required === true && spot.value.default === undefined,
  )
}

function firstEntry(value: JsonObject): JsonValue {
  const entries = value['x-ms-enum-values']
  return Array.isArray(entries) ? structuredClone(entries[0] ?? null) : null
}
