import type { JsonValue } from '@sevenstep/located-json'
import type { ConnectorChange } from '../src/compare/change.ts'
import { compareConnectors } from '../src/compare/compare-connectors.ts'
import type { Connector } from '../src/read/connector.ts'
import { readConnector } from '../src/read/read-connector.ts'

/** Sets the value at a pointer (`-` appends to a list), or drops it when there is no value. */
export type Edit = readonly [pointer: string, value?: JsonValue]

/** A connector for a shop's orders: every part that a comparison looks at is in it once. */
export const shopDefinition: JsonValue = {
  swagger: '2.0',
  info: { title: 'Orders', version: '1.0', description: 'Orders of a shop.', contact: { name: 'Shop' } },
  host: 'api.shop.example',
  basePath: '/v1',
  schemes: ['https'],
  securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
  parameters: { Language: { name: 'language', in: 'query', type: 'string' } },
  paths: {
    '/orders': {
      get: {
        operationId: 'ListOrders',
        summary: 'List orders',
        'x-ms-visibility': 'important',
        parameters: [
          { name: 'status', in: 'query', type: 'string', enum: ['open', 'closed'], default: 'open' },
          { name: 'top', in: 'query', type: 'integer', format: 'int32', 'x-ms-summary': 'Top' },
          { name: 'trace', in: 'header', type: 'string', default: 'off', 'x-ms-visibility': 'internal' },
          { $ref: '#/parameters/Language' },
        ],
        responses: {
          200: { description: 'OK', schema: { type: 'array', items: { $ref: '#/definitions/Order' } } },
          404: { description: 'None', schema: { type: 'object', properties: { code: { type: 'string' } } } },
        },
      },
      post: {
        operationId: 'CreateOrder',
        summary: 'Create an order',
        parameters: [{ name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/NewOrder' } }],
        responses: { 201: { description: 'Created', schema: { $ref: '#/definitions/Order' } } },
      },
    },
    '/orders/{id}': {
      get: {
        operationId: 'GetOrder',
        summary: 'Get an order',
        parameters: [
          { name: 'id', in: 'path', required: true, type: 'string' },
          { name: 'expand', in: 'query', required: true, type: 'boolean' },
          { $ref: '#/parameters/Language' },
        ],
        responses: {
          200: { description: 'OK', schema: { $ref: '#/definitions/Order' } },
          202: { description: 'Later' },
        },
      },
    },
    '/hooks': {
      'x-ms-notification-content': {
        schema: { type: 'object', properties: { event: { type: 'string' }, order: { $ref: '#/definitions/Order' } } },
      },
      post: {
        operationId: 'OnOrder',
        summary: 'When an order comes in',
        'x-ms-trigger': 'single',
        parameters: [{ name: 'hook', in: 'body', schema: { type: 'object', properties: { url: { type: 'string' } } } }],
        responses: { 201: { description: 'Created' } },
      },
    },
  },
  definitions: {
    NewOrder: {
      type: 'object',
      required: ['customer'],
      properties: {
        customer: { type: 'string' },
        note: { type: 'string', description: 'Note' },
        priority: { type: 'integer', enum: [1, 2, 3], default: 2 },
        channel: { type: 'string', 'x-ms-visibility': 'internal' },
      },
    },
    Order: {
      type: 'object',
      properties: {
        number: { type: 'integer' },
        comment: {},
        checksum: { type: 'string', 'x-ms-visibility': 'internal' },
        lines: { type: 'array', items: { $ref: '#/definitions/Line' } },
        parent: { $ref: '#/definitions/Order' },
      },
    },
    Line: {
      allOf: [{ $ref: '#/definitions/Priced' }, { type: 'object', properties: { article: { type: 'string' } } }],
    },
    Priced: { type: 'object', properties: { price: { type: 'number' } } },
  },
}

/** Its properties: one key, one choice, one policy of each sort that matters. */
export const shopProperties: JsonValue = {
  properties: {
    publisher: 'Shop',
    stackOwner: 'Shop',
    iconBrandColor: '#112233',
    connectionParameters: {
      api_key: { type: 'securestring', uiDefinition: { constraints: { required: 'true' } } },
      region: {
        type: 'string',
        uiDefinition: { constraints: { required: 'false', allowedValues: [{ value: 'eu' }, { value: 'us' }] } },
      },
    },
    scriptOperations: ['ListOrders'],
    policyTemplateInstances: [
      {
        templateId: 'dynamichosturl',
        title: 'Region',
        parameters: { 'x-ms-apimTemplateParameter.urlTemplate': 'https://api.shop.example' },
      },
      {
        templateId: 'setheader',
        title: 'Mark',
        parameters: {
          'x-ms-apimTemplateParameter.name': 'X-Mark',
          'x-ms-apimTemplateParameter.value': '1',
          'x-ms-apimTemplate-operationName': ['ListOrders', 'GetOrder'],
        },
      },
    ],
  },
}

/** A connector made of values. */
export function connectorOf(definition: JsonValue, properties?: JsonValue, script?: string): Connector {
  return readConnector([
    { path: 'apiDefinition.swagger.json', content: JSON.stringify(definition, undefined, 2) },
    ...(properties === undefined ? [] : [{ path: 'apiProperties.json', content: JSON.stringify(properties) }]),
    ...(script === undefined ? [] : [{ path: 'script.csx', content: script }]),
  ])
}

/** The value with some edits made. Throws when a pointer leads nowhere, because then the test is wrong. */
export function edited(value: JsonValue, edits: readonly Edit[]): JsonValue {
  const copy: unknown = structuredClone(value)
  for (const [pointer, fresh] of edits) {
    const steps = pointer
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    const last = steps.pop() ?? ''
    let holder = copy
    for (const step of steps) holder = isRecord(holder) ? holder[step] : undefined
    if (!isRecord(holder)) throw new Error(`Nothing at ${pointer}`)
    if (Array.isArray(holder) && fresh === undefined) holder.splice(Number(last), 1)
    else if (Array.isArray(holder) && last === '-') holder.push(structuredClone(fresh))
    else if (fresh === undefined) delete holder[last]
    else holder[last] = structuredClone(fresh)
  }
  return copy as JsonValue // a clone of one
}

/** The changes that edits to the shop's definition make; `from` is edited in the old version first. */
export function changesAfter(edits: readonly Edit[], from: readonly Edit[] = []): readonly ConnectorChange[] {
  const before = edited(shopDefinition, from)
  return compareConnectors(connectorOf(before), connectorOf(edited(before, edits)))
}

/** The changes that edits to the shop's properties make. */
export function changesAfterProperties(edits: readonly Edit[], from: readonly Edit[] = []): readonly ConnectorChange[] {
  const before = edited(shopProperties, from)
  return compareConnectors(connectorOf(shopDefinition, before), connectorOf(shopDefinition, edited(before, edits)))
}

/** Kinds with their severity, as `kind severity`, in the order reported. */
export function kindsOf(changes: readonly ConnectorChange[]): readonly string[] {
  return changes.map(({ kind, severity }) => `${kind} ${severity}`)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
