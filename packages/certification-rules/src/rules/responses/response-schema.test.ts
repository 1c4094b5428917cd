import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { responseSchema } from './response-schema.ts'

const at = '/paths/~1cars/get/responses'
const schema = { type: 'object', properties: { plate: { type: 'string' } } }
const answered = (responses: object, operation: object = {}, item: object = {}) => ({
  definition: {
    definitions: { Car: schema, Nothing: { type: 'object' }, Loop: { $ref: '#/definitions/Loop' } },
    responses: { Car: { description: 'a', schema } },
    paths: { '/cars': { ...item, get: { operationId: 'ListCars', ...operation, responses } } },
  },
})
const only = (empty: unknown, operation: object = {}) =>
  answered({ 200: { description: 'a', schema: empty } }, operation)
const internal = { 'x-ms-visibility': 'internal' }

testRuleFamily(responseSchema, import.meta.url, {
  passes: [
    { name: 'one response with a schema', given: answered({ 200: { schema }, 404: {}, default: {} }) },
    { name: 'nothing to say', given: answered({ 204: {} }) },
    { name: 'accepted', given: answered({ 202: {} }) },
    { name: '201 has the schema', given: answered({ 200: {}, 201: { schema } }) },
    { name: 'a webhook', given: answered({ 201: {} }, {}, { 'x-ms-notification-content': { schema } }) },
    { name: 'an internal operation', given: answered({ 200: {} }, internal) },
    { name: 'an empty schema of an internal operation', given: only({}, internal) },
    { name: 'a shared response', given: answered({ 200: { $ref: '#/responses/Car' } }) },
    { name: 'a reference to a schema with fields', given: only({ $ref: '#/definitions/Car' }) },
    { name: 'references that lead nowhere', given: only({ $ref: '#/definitions/Loop' }) },
    { name: 'a text', given: only({ type: 'string' }) },
    { name: 'an array', given: only({ type: 'array', items: {} }) },
    {
      name: 'fields that differ from call to call',
      given: only({ 'x-ms-dynamic-schema': { operationId: 'GetSchema' } }),
    },
    { name: 'a map', given: only({ type: 'object', additionalProperties: { type: 'string' } }) },
    { name: 'parts', given: only({ allOf: [{ $ref: '#/definitions/Car' }] }) },
  ],
  fails: [
    {
      name: 'a default with the only schema, which stays',
      given: answered({ default: { schema } }),
      finds: [{ rule: 'response-default-no-schema', at: `${at}/default/schema` }],
      mended: answered({ default: { schema } }),
    },
    {
      name: 'a default with a schema beside a success with one',
      given: answered({ 200: { schema }, default: { schema } }),
      finds: [
        { rule: 'response-default-no-schema', at: `${at}/default/schema` },
        { rule: 'response-single-schema', at: `${at}/default/schema` },
      ],
      mended: answered({ 200: { schema }, default: {} }),
    },
    {
      name: 'errors with schemas',
      given: answered({ 200: { schema }, 400: { schema }, 500: { schema } }),
      finds: [
        {
          rule: 'response-single-schema',
          at: `${at}/400/schema`,
          what: 'The operation "ListCars" has 3 responses with a schema.',
        },
      ],
      mended: answered({ 200: { schema }, 400: {}, 500: {} }),
    },
    {
      name: 'two successes, of which a person has to choose',
      given: answered({ 200: { schema }, 201: { schema } }),
      finds: [{ rule: 'response-single-schema', at: `${at}/201/schema` }],
      mended: answered({ 200: { schema }, 201: { schema } }),
    },
    {
      name: 'a shared response beside another',
      given: answered({ 200: { schema }, 404: { $ref: '#/responses/Car' } }),
      finds: [{ rule: 'response-single-schema', at: `${at}/404` }],
    },
    {
      name: 'a success without a schema',
      given: answered({ 200: { description: 'a' }, 404: {} }),
      finds: [{ rule: 'response-success-schema', at: `${at}/200` }],
    },
    {
      name: 'nothing in the schema',
      given: only({}),
      finds: [{ rule: 'response-schema-not-empty', at: `${at}/200/schema` }],
    },
    {
      name: 'an object without fields',
      given: only({ type: 'object', properties: {} }),
      finds: [{ rule: 'response-schema-not-empty', at: `${at}/200/schema` }],
    },
    {
      name: 'a reference to an object without fields',
      given: only({ $ref: '#/definitions/Nothing' }),
      finds: [
        {
          rule: 'response-schema-not-empty',
          at: `${at}/200/schema`,
          what: 'The schema of the 200 response of "ListCars" is empty.',
        },
      ],
    },
    {
      name: 'a 204 with a schema',
      given: answered({ 204: { description: 'a', schema } }),
      finds: [{ rule: 'response-204-no-schema', at: `${at}/204/schema` }],
      mended: answered({ 204: { description: 'a' } }),
    },
  ],
})
