import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { dynamicTwins } from './dynamic-twins.ts'

const garage = { name: 'garage', in: 'query', type: 'string' }
/** The operations that are asked. */
const asked = {
  '/cars': { get: { operationId: 'ListCars', parameters: [garage, { name: 'all', in: 'query', type: 'boolean' }] } },
  '/form': { get: { operationId: 'GetForm' } },
}
const car = (Car: object) => ({ definition: { paths: asked, definitions: { Car: { type: 'string', ...Car } } } })
const asking = (extension: object, ...sources: readonly object[]) => ({
  definition: {
    paths: {
      ...asked,
      '/drives': { post: { parameters: [{ name: 'car', in: 'query', type: 'string', ...extension }, ...sources] } },
    },
  },
})
const values = {
  'x-ms-dynamic-values': {
    operationId: 'ListCars',
    parameters: { garage: { parameter: 'garage' }, all: true },
    'value-collection': 'value',
    'value-path': 'id',
    'value-title': 'name',
  },
}
const list = {
  'x-ms-dynamic-list': {
    operationId: 'ListCars',
    parameters: { garage: { parameterReference: 'garage' }, all: { value: true } },
    itemsPath: 'value',
    itemValuePath: 'id',
    itemTitlePath: 'name',
  },
}
const schema = (path?: string) => ({
  'x-ms-dynamic-schema': { operationId: 'GetForm', parameters: {}, ...(path !== undefined && { 'value-path': path }) },
})
const properties = (path?: string) => ({
  'x-ms-dynamic-properties': {
    operationId: 'GetForm',
    parameters: {},
    ...(path !== undefined && { itemValuePath: path }),
  },
})
const posting = (parameter: object) => ({
  definition: { paths: { '/cars': { post: { parameters: [{ name: 'body', in: 'body', ...parameter }] } } } },
})
const open = { operationId: 'ListCars' }
const paired = 'ext-dynamic-properties-paired'

testRuleFamily(dynamicTwins, import.meta.url, {
  passes: [
    { name: 'both forms of choices', given: asking({ ...values, ...list }, garage) },
    { name: 'both forms of fields', given: car({ ...schema('schema/properties'), ...properties('schema') }) },
    { name: 'both forms of fields at the root', given: car({ ...schema('properties'), ...properties() }) },
    {
      name: 'a selected item while browsing',
      given: car({
        'x-ms-dynamic-tree': { open, browse: { ...open, parameters: { a: { selectedItemValuePath: 'id' } } } },
      }),
    },
    {
      name: 'a file picker with a tree',
      given: car({ 'x-ms-dynamic-values': { capability: 'file-picker' }, 'x-ms-dynamic-tree': { open } }),
    },
    { name: 'a built-in operation', given: car({ 'x-ms-dynamic-values': { builtInOperation: 'AadGraph.GetUsers' } }) },
  ],
  fails: [
    {
      name: 'an extension on the body parameter',
      given: posting({ ...properties(), schema: { type: 'object' } }),
      finds: [
        { rule: 'ext-dynamic-not-on-body-parameter', at: '/paths/~1cars/post/parameters/0/x-ms-dynamic-properties' },
      ],
      mended: posting({ schema: { type: 'object', ...properties() } }),
    },
    {
      name: 'an extension on a body that points to a name, which only a person can mend',
      given: posting({ ...properties(), schema: { $ref: '#/definitions/A' } }),
      finds: [
        { rule: 'ext-dynamic-not-on-body-parameter', at: '/paths/~1cars/post/parameters/0/x-ms-dynamic-properties' },
      ],
      mended: posting({ ...properties(), schema: { $ref: '#/definitions/A' } }),
    },
    {
      name: 'the older form of choices alone',
      given: asking(values, garage),
      finds: [{ rule: 'ext-dynamic-list-paired', at: '/paths/~1drives/post/parameters/0/x-ms-dynamic-values' }],
      mended: asking({ ...values, ...list }, garage),
    },
    {
      name: 'the older form with a fault that would be written twice',
      given: asking({ 'x-ms-dynamic-values': { operationId: 'ListVans' } }),
      finds: [{ rule: 'ext-dynamic-list-paired', at: '/paths/~1drives/post/parameters/0/x-ms-dynamic-values' }],
      mended: asking({ 'x-ms-dynamic-values': { operationId: 'ListVans' } }),
    },
    {
      name: 'the older form with a reference that is not clear',
      given: asking(values, garage, { name: 'body', in: 'body', schema: { properties: { garage: {} } } }),
      finds: [{ rule: 'ext-dynamic-list-paired', at: '/paths/~1drives/post/parameters/0/x-ms-dynamic-values' }],
      mended: asking(values, garage, { name: 'body', in: 'body', schema: { properties: { garage: {} } } }),
    },
    {
      name: 'the older form of fields alone',
      given: car(schema('schema/properties')),
      finds: [{ rule: paired, at: '/definitions/Car/x-ms-dynamic-schema' }],
      mended: car({ ...schema('schema/properties'), ...properties('schema') }),
    },
    {
      name: 'paths that differ',
      given: car({ ...schema('schema/properties'), ...properties('schema/properties') }),
      finds: [
        {
          rule: paired,
          at: '/definitions/Car/x-ms-dynamic-properties/itemValuePath',
          what: '"itemValuePath" is "schema/properties", but "value-path" beside it leads to "schema".',
        },
      ],
      mended: car({ ...schema('schema/properties'), ...properties('schema') }),
    },
    {
      name: 'a path that is missing',
      given: car({ ...schema('schema'), ...properties() }),
      finds: [{ rule: paired, at: '/definitions/Car/x-ms-dynamic-properties' }],
      mended: car({ ...schema('schema'), ...properties('schema') }),
    },
    {
      name: 'a selected item without a tree',
      given: car({ 'x-ms-dynamic-list': { ...open, parameters: { a: { selectedItemValuePath: 'id' } } } }),
      finds: [
        {
          rule: 'ext-selected-item-value-path',
          at: '/definitions/Car/x-ms-dynamic-list/parameters/a/selectedItemValuePath',
        },
      ],
    },
    {
      name: 'a file picker without a tree',
      given: car({ 'x-ms-dynamic-values': { capability: 'file-picker' } }),
      finds: [{ rule: 'ext-dynamic-tree-for-file-picker', at: '/definitions/Car/x-ms-dynamic-values' }],
    },
  ],
})
