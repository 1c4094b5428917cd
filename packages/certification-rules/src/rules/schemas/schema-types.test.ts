import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { schemaTypes } from './schema-types.ts'

const plate = { type: 'string' }
const car = (Car: unknown) => ({ definition: { definitions: { Car } } })
const answering = (schema: unknown) => ({
  definition: { paths: { '/cars': { get: { responses: { 200: { description: 'A photo.', schema } } } } } },
})
const parameter = (one: unknown) => ({ definition: { paths: { '/cars': { post: { parameters: [one] } } } } })
const property = (one: unknown) => car({ type: 'object', properties: { plate: one } })

testRuleFamily(schemaTypes, import.meta.url, {
  passes: [
    { name: 'a typed property', given: property(plate) },
    { name: 'an array with items', given: property({ type: 'array', items: plate }) },
    { name: 'an object with any keys', given: car({ type: 'object', additionalProperties: true }) },
    { name: 'an object known at run time', given: car({ type: 'object', 'x-ms-dynamic-schema': {} }) },
    { name: 'a property that points to a name', given: property({ $ref: '#/definitions/Car' }) },
    { name: 'a property called type', given: property({ type: 'object', properties: { type: plate } }) },
    { name: 'an empty answer, which another rule judges', given: answering({ type: 'object' }) },
    { name: 'a file as the whole response', given: answering({ type: 'file' }) },
    { name: 'binary content as the whole response', given: answering({ type: 'string', format: 'binary' }) },
    { name: 'a form field with a file', given: parameter({ name: 'photo', in: 'formData', type: 'file' }) },
    {
      name: 'an array parameter is judged with the parameters',
      given: parameter({ name: 'ids', in: 'query', type: 'array' }),
    },
    { name: 'a truncated file', given: { definition: '{"swagger":"2.0","definitions":{"Car":{"type":"array"' } },
  ],
  fails: [
    {
      name: 'an unknown type',
      given: property({ type: 'text' }),
      finds: [{ rule: 'schema-type-valid', at: '/definitions/Car/properties/plate/type' }],
    },
    {
      name: 'a list of types',
      given: property({ type: ['string', 'null'] }),
      finds: [
        {
          rule: 'schema-type-valid',
          at: '/definitions/Car/properties/plate/type',
          what: 'The schema has a list of types.',
        },
      ],
    },
    {
      name: 'a number as the type',
      given: property({ type: 1 }),
      finds: [{ rule: 'schema-type-valid', at: '/definitions/Car/properties/plate/type' }],
    },
    {
      name: 'an array without items',
      given: property({ type: 'array' }),
      finds: [{ rule: 'schema-array-items-present', at: '/definitions/Car/properties/plate' }],
    },
    {
      name: 'empty items',
      given: property({ type: 'array', items: {} }),
      finds: [{ rule: 'schema-array-items-typed', at: '/definitions/Car/properties/plate/items' }],
    },
    {
      name: 'an object without anything',
      given: car({ type: 'object', properties: {} }),
      finds: [{ rule: 'schema-no-empty-object', at: '/definitions/Car' }],
    },
    {
      name: 'a property without a type',
      given: property({ description: 'The plate.' }),
      finds: [{ rule: 'schema-property-type', at: '/definitions/Car/properties/plate' }],
    },
    {
      name: 'properties and items that give the type away',
      given: car({ type: 'object', properties: { driver: { properties: { plate } }, all: { items: plate } } }),
      finds: [
        { rule: 'schema-property-type', at: '/definitions/Car/properties/driver' },
        { rule: 'schema-property-type', at: '/definitions/Car/properties/all' },
      ],
      mended: car({
        type: 'object',
        properties: { driver: { properties: { plate }, type: 'object' }, all: { items: plate, type: 'array' } },
      }),
    },
    {
      name: 'a file inside an object',
      given: property({ type: 'file' }),
      finds: [{ rule: 'schema-file-position', at: '/definitions/Car/properties/plate/type' }],
    },
    {
      name: 'a file as a request body',
      given: parameter({ name: 'body', in: 'body', schema: { type: 'file' } }),
      finds: [{ rule: 'schema-file-position', at: '/paths/~1cars/post/parameters/0/schema/type' }],
    },
    {
      name: 'binary content inside an object and a list',
      given: car({
        type: 'object',
        properties: {
          photo: { type: 'string', format: 'binary' },
          photos: { type: 'array', items: { type: 'string', format: 'binary' } },
        },
      }),
      finds: [
        { rule: 'schema-binary-position', at: '/definitions/Car/properties/photo/format' },
        { rule: 'schema-binary-position', at: '/definitions/Car/properties/photos/items/format' },
      ],
    },
  ],
})
