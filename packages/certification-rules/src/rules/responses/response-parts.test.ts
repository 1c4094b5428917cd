import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { responseParts } from './response-parts.ts'

const at = '/paths/~1cars/get/responses/200'
const answered = (more: object, operation: object = {}) => ({
  definition: {
    paths: {
      '/cars': { get: { operationId: 'ListCars', ...operation, responses: { 200: { description: 'a', ...more } } } },
    },
  },
})
const text = { type: 'string' }

testRuleFamily(responseParts, import.meta.url, {
  passes: [
    {
      name: 'known keys and extensions',
      given: answered({ schema: {}, headers: {}, examples: {}, 'x-ms-summary': 'Cars' }),
    },
    { name: 'different headers', given: answered({ headers: { ETag: text, Age: text } }) },
    { name: 'an example of a produced type', given: answered({ examples: { 'application/json; charset=utf-8': {} } }) },
    {
      name: 'an example where nothing says what is produced',
      given: { definition: { swagger: '2.0', ...answered({ examples: { 'text/csv': '' } }).definition } },
    },
  ],
  fails: [
    {
      name: 'a key of OpenAPI 3',
      given: answered({ content: {} }),
      finds: [
        {
          rule: 'response-known-keys',
          at: `${at}/content`,
          what: 'The response "200" of "ListCars" has a key "content", which OpenAPI 2.0 does not know.',
        },
      ],
    },
    {
      name: 'a known key in the wrong case',
      given: answered({ Schema: text }),
      finds: [{ rule: 'response-known-keys', at: `${at}/Schema` }],
      mended: answered({ schema: text }),
    },
    {
      name: 'a key of a shared response',
      given: { definition: { responses: { Car: { description: 'a', example: 1 } } } },
      finds: [{ rule: 'response-known-keys', at: '/responses/Car/example' }],
    },
    {
      name: 'a header in two cases',
      given: answered({ headers: { ETag: text, etag: text } }),
      finds: [{ rule: 'response-headers-unique', at: `${at}/headers/etag` }],
      mended: answered({ headers: { ETag: text } }),
      dependsOnOrder: true,
    },
    {
      name: 'a header in two cases that differ stays',
      given: answered({ headers: { ETag: text, etag: { type: 'integer' } } }),
      finds: [{ rule: 'response-headers-unique', at: `${at}/headers/etag` }],
      mended: answered({ headers: { ETag: text, etag: { type: 'integer' } } }),
      dependsOnOrder: true,
    },
    {
      name: 'an example of another type',
      given: answered({ examples: { 'application/json': {} } }, { produces: ['text/plain'] }),
      finds: [{ rule: 'response-example-mime', at: `${at}/examples/application~1json` }],
    },
  ],
})
