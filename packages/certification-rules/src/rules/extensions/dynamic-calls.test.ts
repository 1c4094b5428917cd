import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { dynamicCalls } from './dynamic-calls.ts'

const garage = { name: 'garage', in: 'query', type: 'string' }
/** One operation whose parameter `car` asks `ListCars`, and what that one takes. */
const asking = (extension: object, targets: readonly object[] = [], sources: readonly object[] = []) => ({
  definition: {
    paths: {
      '/drives': { get: { parameters: [{ name: 'car', in: 'query', type: 'string', ...extension }, ...sources] } },
      '/cars': { get: { operationId: 'ListCars', parameters: targets } },
    },
  },
})
const values = (parameters?: object, operationId = 'ListCars') => ({
  'x-ms-dynamic-values': { operationId, 'value-path': 'id', ...(parameters && { parameters }) },
})
const list = (parameters: object) => ({ 'x-ms-dynamic-list': { operationId: 'ListCars', parameters } })
const body = (schema: object) => ({ name: 'body', in: 'body', required: true, schema })
const at = '/paths/~1drives/get/parameters/0/x-ms-dynamic-values'

testRuleFamily(dynamicCalls, import.meta.url, {
  passes: [
    { name: 'nothing to hand over', given: asking(values()) },
    { name: 'an optional parameter left out', given: asking(values(), [garage]) },
    {
      name: 'a required parameter with a default',
      given: asking(values(), [{ ...garage, required: true, default: 'all' }]),
    },
    { name: 'a fixed value', given: asking(values({ garage: 'all' }), [{ ...garage, required: true }]) },
    { name: 'a whole number for a number', given: asking(values({ garage: 7 }), [{ ...garage, type: 'number' }]) },
    {
      name: 'a fixed value that is left empty',
      given: asking(values({ garage: '' }), [{ ...garage, type: 'integer' }]),
    },
    {
      name: 'a reference of the newer form',
      given: asking(list({ garage: { parameterReference: 'garage' } }), [garage], [garage]),
    },
    {
      name: 'properties of a body, by name and by path',
      given: asking(list({ 'body/id': { value: 1 }, name: { value: 'a' } }), [
        body({
          type: 'object',
          required: ['id', 'name'],
          properties: { id: { type: 'integer' }, name: { type: 'string' } },
        }),
      ]),
    },
    { name: 'a body that may hold anything', given: asking(values({ id: 1 }), [body({ type: 'object' })]) },
    {
      name: 'a file picker',
      given: asking({ 'x-ms-dynamic-values': { capability: 'file-picker', parameters: { a: 1 } } }),
    },
    {
      name: 'a target that a truncated file no longer holds',
      given: {
        definition:
          '{"swagger":"2.0","definitions":{"A":{"x-ms-dynamic-values":{"operationId":"ListCars"},"type":"string"},',
      },
    },
  ],
  fails: [
    {
      name: 'an operation that does not exist, in every form',
      given: {
        definition: {
          definitions: {
            A: {
              'x-ms-dynamic-values': { operationId: 'Nope' },
              'x-ms-dynamic-list': { operationId: 'Nope' },
              'x-ms-dynamic-schema': { operationId: 'Nope' },
              'x-ms-dynamic-properties': { operationId: 'Nope' },
              'x-ms-dynamic-tree': { open: { operationId: 'Nope' }, browse: { operationId: 'Nope' } },
            },
          },
        },
      },
      finds: ['values', 'list', 'schema', 'properties', 'tree/open', 'tree/browse'].map((form) => ({
        rule: 'ext-dynamic-operation-exists',
        at: `/definitions/A/x-ms-dynamic-${form}/operationId`,
      })),
    },
    {
      name: 'a required parameter left out',
      given: asking(values(), [{ ...garage, required: true }]),
      finds: [
        {
          rule: 'ext-dynamic-required-parameters',
          at,
          what: '"ListCars" requires "garage", which is not handed over.',
        },
      ],
    },
    {
      name: 'a required property of the body left out',
      given: asking(list({ id: { value: 'a' } }), [
        body({ required: ['id', 'name'], properties: { id: { type: 'string' }, name: { type: 'string' } } }),
      ]),
      finds: [
        {
          rule: 'ext-dynamic-required-parameters',
          at: '/paths/~1drives/get/parameters/0/x-ms-dynamic-list/parameters',
        },
      ],
    },
    {
      name: 'a misspelt parameter',
      given: asking(values({ garrage: 'all' }), [garage]),
      finds: [{ rule: 'ext-dynamic-parameter-known', at: `${at}/parameters/garrage` }],
    },
    {
      name: 'a text for a list',
      given: asking(values({ garage: { value: true } }), [{ name: 'garage', in: 'query', type: 'array' }]),
      finds: [{ rule: 'ext-dynamic-type-match', at: `${at}/parameters/garage/value` }],
    },
    {
      name: 'a number for a text',
      given: asking(values({ garage: 7 }), [garage]),
      finds: [{ rule: 'ext-dynamic-type-match', at: `${at}/parameters/garage` }],
    },
    {
      name: 'a number in quotes',
      given: asking(values({ garage: '7' }), [{ ...garage, type: 'integer' }]),
      finds: [{ rule: 'ext-dynamic-type-match', at: `${at}/parameters/garage` }],
    },
    {
      name: 'a source of another type',
      given: asking(values({ garage: { parameter: 'garage' } }), [{ ...garage, type: 'integer' }], [garage]),
      finds: [{ rule: 'ext-dynamic-type-match', at: `${at}/parameters/garage` }],
    },
  ],
})
