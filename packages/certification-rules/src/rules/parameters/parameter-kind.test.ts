import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { parameterKind } from './parameter-kind.ts'

const at = '/paths/~1cars/post/parameters/0'
const listed = (parameter: object) => ({
  definition: { paths: { '/cars': { post: { operationId: 'AddCar', parameters: [parameter] } } } },
})

testRuleFamily(parameterKind, import.meta.url, {
  passes: [
    { name: 'a query parameter', given: listed({ name: 'color', in: 'query', type: 'string' }) },
    { name: 'a body without type', given: listed({ name: 'body', in: 'body', schema: {} }) },
    { name: 'a file in a form', given: listed({ name: 'photo', in: 'formData', type: 'file' }) },
    { name: 'a foreign name in a query', given: listed({ name: 'größe', in: 'query', type: 'string' }) },
    { name: 'a reference', given: listed({ $ref: '#/parameters/Nothing' }) },
    {
      name: 'a truncated file',
      given: { definition: '{"swagger":"2.0","paths":{"/cars":{"post":{"parameters":[{"in":"query"' },
    },
  ],
  fails: [
    {
      name: 'no name',
      given: listed({ in: 'query', type: 'string' }),
      finds: [{ rule: 'param-name-required', at, what: 'A parameter of "AddCar" has no name.' }],
    },
    {
      name: 'an empty name of a shared parameter',
      given: { definition: { parameters: { Color: { name: '', in: 'query', type: 'string' } } } },
      finds: [
        {
          rule: 'param-name-required',
          at: '/parameters/Color/name',
          what: 'A parameter of the shared parameters has no name.',
        },
      ],
    },
    {
      name: 'a cookie',
      given: listed({ name: 'a', in: 'cookie', type: 'string' }),
      finds: [{ rule: 'param-in-valid', at: `${at}/in` }],
    },
    { name: 'no place', given: listed({ name: 'a', type: 'string' }), finds: [{ rule: 'param-in-valid', at }] },
    {
      name: 'no type but a format',
      given: listed({ name: 'a', in: 'query', format: 'int32' }),
      finds: [{ rule: 'param-type-required', at }],
      mended: listed({ name: 'a', in: 'query', format: 'int32', type: 'integer' }),
    },
    {
      name: 'no type but choices',
      given: listed({ name: 'a', in: 'query', enum: ['x', 'y'] }),
      finds: [{ rule: 'param-type-required', at }],
      mended: listed({ name: 'a', in: 'query', enum: ['x', 'y'], type: 'string' }),
    },
    {
      name: 'no type and nothing that tells it',
      given: listed({ name: 'a', in: 'query', format: 'toString' }),
      finds: [{ rule: 'param-type-required', at }],
      mended: listed({ name: 'a', in: 'query', format: 'toString' }),
    },
    {
      name: 'an object in a query',
      given: listed({ name: 'a', in: 'query', type: 'object' }),
      finds: [{ rule: 'param-type-required', at: `${at}/type` }],
    },
    {
      name: 'a schema as in OpenAPI 3',
      given: listed({ name: 'a', in: 'query', schema: { type: 'string', enum: ['x'] } }),
      finds: [{ rule: 'param-no-schema', at: `${at}/schema` }],
      mended: listed({ name: 'a', in: 'query', type: 'string', enum: ['x'] }),
    },
    {
      name: 'a schema that is a reference stays',
      given: listed({ name: 'a', in: 'query', schema: { $ref: '#/definitions/Color' } }),
      finds: [{ rule: 'param-no-schema', at: `${at}/schema` }],
      mended: listed({ name: 'a', in: 'query', schema: { $ref: '#/definitions/Color' } }),
    },
    {
      name: 'an array of nothing',
      given: listed({ name: 'a', in: 'query', type: 'array', default: [3] }),
      finds: [{ rule: 'param-array-items', at }],
      mended: listed({ name: 'a', in: 'query', type: 'array', default: [3], items: { type: 'integer' } }),
    },
    {
      name: 'a file in a query',
      given: listed({ name: 'a', in: 'query', type: 'file' }),
      finds: [{ rule: 'param-file-in-form', at: `${at}/type` }],
    },
    {
      name: 'an umlaut in a form field',
      given: listed({ name: 'größe', in: 'formData', type: 'string' }),
      finds: [{ rule: 'param-form-name-ascii', at: `${at}/name` }],
    },
  ],
})
