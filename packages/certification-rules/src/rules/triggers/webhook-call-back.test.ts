import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { webhookCallBack } from './webhook-call-back.ts'

const url = { type: 'string', 'x-ms-notification-url': true, 'x-ms-visibility': 'internal' }
const content = { schema: { type: 'object', properties: { plate: { type: 'string' } } } }
const schemaWith = (property: unknown, required?: readonly string[]) => ({
  type: 'object',
  properties: { address: property },
  ...(required !== undefined && { required }),
})
const bodyOf = (schema: unknown) => [{ name: 'body', in: 'body', required: true, schema }]
const hook = (parameters: readonly unknown[], rest: object = {}, responses: object = {}) => ({
  definition: {
    paths: {
      '/hooks': {
        'x-ms-notification-content': content,
        post: { operationId: 'WhenReturned', 'x-ms-trigger': 'single', parameters, responses },
      },
    },
    ...rest,
  },
})
const schema = '/paths/~1hooks/post/parameters/0/schema'

testRuleFamily(webhookCallBack, import.meta.url, {
  passes: [
    { name: 'a marked, hidden, required string', given: hook(bodyOf(schemaWith(url, ['address']))) },
    {
      name: 'hidden by what holds it, two levels down',
      given: hook(
        bodyOf({
          type: 'object',
          required: ['outer'],
          properties: {
            outer: {
              type: 'object',
              'x-ms-visibility': 'internal',
              required: ['address'],
              properties: { address: { type: 'string', 'x-ms-notification-url': true } },
            },
          },
        }),
      ),
    },
    {
      name: 'behind a reference that leads to itself as well',
      given: hook(bodyOf({ $ref: '#/definitions/Hook' }), {
        definitions: {
          Hook: {
            type: 'object',
            required: ['address'],
            properties: { address: url, parent: { $ref: '#/definitions/Hook' } },
          },
        },
      }),
    },
    {
      name: 'a polling trigger',
      given: {
        definition: {
          paths: { '/cars': { get: { operationId: 'Poll', 'x-ms-trigger': 'batch', responses: {} } } },
        },
      },
    },
  ],
  fails: [
    {
      name: 'no property for the address',
      given: hook(bodyOf(schemaWith({ type: 'string' }))),
      finds: [{ rule: 'webhook-notification-url-present', at: schema }],
    },
    {
      name: 'no body',
      given: hook([]),
      finds: [{ rule: 'webhook-notification-url-present', at: '/paths/~1hooks/post' }],
    },
    {
      name: 'a number',
      given: hook(bodyOf(schemaWith({ ...url, type: 'integer' }, ['address']))),
      finds: [{ rule: 'webhook-url-string', at: `${schema}/properties/address/type` }],
      mended: hook(bodyOf(schemaWith(url, ['address']))),
    },
    {
      name: 'no type',
      given: hook(bodyOf(schemaWith({ 'x-ms-notification-url': true, 'x-ms-visibility': 'internal' }, ['address']))),
      finds: [{ rule: 'webhook-url-string', at: `${schema}/properties/address` }],
      mended: hook(bodyOf(schemaWith(url, ['address']))),
    },
    {
      name: 'visible',
      given: hook(bodyOf(schemaWith({ type: 'string', 'x-ms-notification-url': true }, ['address']))),
      finds: [{ rule: 'webhook-url-internal', at: `${schema}/properties/address` }],
      mended: hook(bodyOf(schemaWith(url, ['address']))),
    },
    {
      name: 'not required, and neither is what holds it',
      given: hook(bodyOf({ type: 'object', properties: { outer: schemaWith(url) }, required: ['other'] })),
      finds: [{ rule: 'webhook-url-required', at: `${schema}/properties/outer/properties/address` }],
      mended: hook(
        bodyOf({ type: 'object', properties: { outer: schemaWith(url, ['address']) }, required: ['other', 'outer'] }),
      ),
    },
    {
      name: 'in an answer',
      given: hook(bodyOf(schemaWith(url, ['address'])), {}, { 201: { description: 'Done.', schema: schemaWith(url) } }),
      finds: [
        {
          rule: 'webhook-url-in-body',
          at: '/paths/~1hooks/post/responses/201/schema/properties/address/x-ms-notification-url',
        },
      ],
    },
  ],
})
