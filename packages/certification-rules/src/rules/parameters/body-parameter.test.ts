import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { bodyParameter } from './body-parameter.ts'

const at = '/paths/~1cars/post/parameters/0'
const listed = (more: object, operation: object = {}) => ({
  definition: {
    paths: {
      '/cars': {
        post: {
          operationId: 'AddCar',
          ...operation,
          parameters: [{ name: 'body', in: 'body', description: 'A car.', ...more }],
        },
      },
    },
  },
})

testRuleFamily(bodyParameter, import.meta.url, {
  passes: [
    { name: 'a body', given: listed({ schema: { type: 'object' } }) },
    { name: 'a query parameter', given: listed({ in: 'query', type: 'string' }) },
    {
      name: 'an internal body needs no description',
      given: listed({ schema: {}, description: '', 'x-ms-visibility': 'internal' }),
    },
    {
      name: 'nor does that of an internal operation',
      given: listed({ schema: {}, description: '' }, { 'x-ms-visibility': 'internal' }),
    },
  ],
  fails: [
    {
      name: 'no schema',
      given: listed({}),
      finds: [{ rule: 'param-body-schema', at, what: 'The body of "AddCar" has no schema.' }],
    },
    {
      name: 'a schema that is none',
      given: listed({ schema: true }),
      finds: [{ rule: 'param-body-schema', at: `${at}/schema` }],
    },
    {
      name: 'fields in the body itself, and a mend that makes the schema of them',
      given: listed({ type: 'object', properties: { plate: { type: 'string' } }, 'x-note': 1 }),
      finds: [
        { rule: 'param-body-schema', at },
        { rule: 'param-body-no-type', at: `${at}/type` },
      ],
      mended: listed({ 'x-note': 1, schema: { type: 'object', properties: { plate: { type: 'string' } } } }),
    },
    {
      name: 'a type beside the schema',
      given: listed({ type: 'string', schema: { type: 'object' } }),
      finds: [{ rule: 'param-body-no-type', at: `${at}/type` }],
      mended: listed({ schema: { type: 'object' } }),
    },
    {
      name: 'no description',
      given: listed({ schema: {}, description: ' ' }),
      finds: [{ rule: 'param-body-description', at: `${at}/description` }],
    },
  ],
})
