import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { dynamicResults } from './dynamic-results.ts'

const item = { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } }
const cars = { type: 'object', properties: { value: { type: 'array', items: item } } }
const asking = (extension: object, schema: unknown, definitions: object = {}) => ({
  definition: {
    definitions,
    paths: {
      '/drives': { get: { parameters: [{ name: 'car', in: 'query', type: 'string', ...extension }] } },
      '/cars': { get: { operationId: 'ListCars', responses: { 200: { description: 'Cars.', schema } } } },
    },
  },
})
const values = (collection: string | undefined, path = 'id', title = 'name') => ({
  'x-ms-dynamic-values': {
    operationId: 'ListCars',
    ...(collection !== undefined && { 'value-collection': collection }),
    'value-path': path,
    'value-title': title,
  },
})
const at = '/paths/~1drives/get/parameters/0/x-ms-dynamic-values'

testRuleFamily(dynamicResults, import.meta.url, {
  passes: [
    { name: 'a list in an object', given: asking(values('value'), cars) },
    { name: 'a list itself', given: asking(values(undefined), { type: 'array', items: item }) },
    { name: 'a list behind a name', given: asking(values('value'), { $ref: '#/definitions/Cars' }, { Cars: cars }) },
    { name: 'a list in a part of another schema', given: asking(values('value'), { allOf: [cars] }) },
    { name: 'a path of two steps', given: asking(values('d/value'), { type: 'object', properties: { d: cars } }) },
    { name: 'an answer without a schema', given: asking(values('value'), undefined) },
    { name: 'an answer that may hold anything', given: asking(values('value'), { type: 'object' }) },
    { name: 'items that are texts', given: asking(values(undefined), { type: 'array', items: { type: 'string' } }) },
    {
      name: 'a schema in itself',
      given: asking(values('value'), { $ref: '#/definitions/A' }, { A: { allOf: [{ $ref: '#/definitions/A' }] } }),
    },
  ],
  fails: [
    {
      name: 'an object and no path',
      given: asking(values(undefined), cars),
      finds: [{ rule: 'ext-dynamic-produces-array', at }],
    },
    {
      name: 'a path to nothing',
      given: asking(values('values'), cars),
      finds: [
        {
          rule: 'ext-dynamic-produces-array',
          at: `${at}/value-collection`,
          what: '"values" in the answer of "ListCars" is not a list.',
        },
      ],
    },
    {
      name: 'a path to a text, in the newer form',
      given: asking({ 'x-ms-dynamic-list': { operationId: 'ListCars', itemsPath: 'id' } }, item),
      finds: [
        { rule: 'ext-dynamic-produces-array', at: '/paths/~1drives/get/parameters/0/x-ms-dynamic-list/itemsPath' },
      ],
    },
    {
      name: 'properties that items do not have',
      given: asking(values('value', 'ID', 'title'), cars),
      finds: [
        { rule: 'ext-dynamic-produces-property', at: `${at}/value-path` },
        { rule: 'ext-dynamic-produces-property', at: `${at}/value-title` },
      ],
    },
  ],
})
