import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { operationShape } from './operation-shape.ts'

const at = '/paths/~1cars/get'
const responses = { 200: { description: 'The cars.' } }
const made = (more: object) => ({
  definition: { paths: { '/cars': { get: { 'x-ms-visibility': 'important', responses, ...more } } } },
})
const many = (count: number) => ({
  definition: {
    paths: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `/c${index}`,
        { get: { 'x-ms-visibility': 'important', responses } },
      ]),
    ),
  },
})

testRuleFamily(operationShape, import.meta.url, {
  passes: [
    {
      name: 'every known key',
      given: made({ operationId: 'a', summary: 'b', schemes: [], security: [], externalDocs: {} }),
    },
    { name: 'an extension of nobody', given: made({ 'x-whatever': 1 }) },
    { name: 'different tags', given: made({ tags: ['cars', 'Cars'] }) },
    { name: '256 operations', given: many(256) },
    { name: 'only a default response', given: made({ responses: { default: { description: 'x' } } }) },
  ],
  fails: [
    {
      name: '257 operations',
      given: many(257),
      finds: [{ rule: 'op-max-count-256', at: '/paths' }],
    },
    {
      name: 'a key of another kind of object',
      given: made({ title: 'List cars' }),
      finds: [{ rule: 'op-known-keys', at: `${at}/title` }],
    },
    {
      name: 'a known key in the wrong case',
      given: made({ operationid: 'ListCars' }),
      finds: [{ rule: 'op-known-keys', at: `${at}/operationid` }],
      mended: made({ operationId: 'ListCars' }),
    },
    {
      name: 'a tag twice',
      given: made({ tags: ['cars', 'rental', 'cars'] }),
      finds: [{ rule: 'op-tags-unique', at: `${at}/tags/2` }],
      mended: made({ tags: ['cars', 'rental'] }),
    },
    {
      name: 'no responses',
      given: made({ responses: {} }),
      finds: [{ rule: 'op-responses-required', at: `${at}/responses` }],
    },
    {
      name: 'no responses of a subscription',
      given: {
        definition: {
          paths: {
            '/hooks': {
              'x-ms-notification-content': { schema: { type: 'object' } },
              post: {
                operationId: 'WhenCarReturned',
                'x-ms-trigger': 'single',
                'x-ms-visibility': 'important',
                responses: {},
              },
            },
          },
        },
      },
      finds: [
        {
          rule: 'op-responses-required',
          at: '/paths/~1hooks/post/responses',
          what: 'The subscription "WhenCarReturned" has no response.',
        },
      ],
    },
    {
      name: 'only an extension among the responses',
      given: made({ responses: { 'x-note': {} } }),
      finds: [{ rule: 'op-responses-required', at: `${at}/responses` }],
    },
    {
      name: 'nothing at all',
      given: { definition: { paths: { '/cars': { get: {} } } } },
      finds: [
        { rule: 'op-responses-required', at, what: 'The operation "GET /cars" has no response.' },
        { rule: 'op-visibility-present', at },
      ],
    },
  ],
})
