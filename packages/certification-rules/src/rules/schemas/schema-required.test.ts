import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { schemaRequired } from './schema-required.ts'

const plate = { type: 'string' }
const car = (Car: unknown) => ({ definition: { definitions: { Car } } })
const asking = (schema: unknown) => ({
  definition: { paths: { '/cars': { post: { parameters: [{ name: 'body', in: 'body', schema }] } } } },
})
const answering = (schema: unknown) => ({
  definition: { paths: { '/cars': { get: { responses: { 200: { description: 'A car.', schema } } } } } },
})
const body = '/paths/~1cars/post/parameters/0/schema'
const hidden = { ...plate, default: 'A', 'x-ms-visibility': 'internal' }

testRuleFamily(schemaRequired, import.meta.url, {
  passes: [
    { name: 'a list of described names', given: car({ properties: { plate }, required: ['plate'] }) },
    {
      name: 'names that may come from another part',
      given: car({ allOf: [], properties: { plate }, required: ['driver'] }),
    },
    {
      name: 'names of a part of another schema',
      given: car({ allOf: [{ properties: { plate }, required: ['driver'] }] }),
    },
    { name: 'an object without described properties', given: car({ type: 'object', required: ['driver'] }) },
    { name: 'a property called required', given: car({ type: 'object', properties: { required: plate } }) },
    {
      name: 'a read-only property of a response',
      given: answering({ properties: { plate: { ...plate, readOnly: true } }, required: ['plate'] }),
    },
    { name: 'an optional read-only property', given: asking({ properties: { plate: { ...plate, readOnly: true } } }) },
    { name: 'a visible default', given: asking({ properties: { plate: { ...plate, default: 'A' } } }) },
    { name: 'a required hidden default', given: asking({ properties: { plate: hidden }, required: ['plate'] }) },
    { name: 'a hidden default in a response', given: answering({ properties: { plate: hidden } }) },
    {
      name: 'a discriminator as it should be',
      given: car({ discriminator: 'plate', properties: { plate }, required: ['plate'] }),
    },
    {
      name: 'a parameter, which is required by true',
      given: { definition: { parameters: { Page: { name: 'page', in: 'query', type: 'integer', required: true } } } },
    },
  ],
  fails: [
    {
      name: 'true instead of a list, and a mend that names the property',
      given: car({ type: 'object', properties: { plate: { ...plate, required: true } } }),
      finds: [{ rule: 'schema-required-is-array', at: '/definitions/Car/properties/plate/required' }],
      mended: car({ type: 'object', properties: { plate }, required: ['plate'] }),
    },
    {
      name: 'false instead of a list',
      given: car({ type: 'object', properties: { plate: { ...plate, required: false } } }),
      finds: [
        {
          rule: 'schema-required-is-array',
          at: '/definitions/Car/properties/plate/required',
          what: 'Here "required" is true or false, not a list of names.',
        },
      ],
      mended: car({ type: 'object', properties: { plate } }),
    },
    {
      name: 'an empty list',
      given: car({ type: 'object', properties: { plate }, required: [] }),
      finds: [{ rule: 'schema-required-not-empty', at: '/definitions/Car/required' }],
      mended: car({ type: 'object', properties: { plate } }),
    },
    {
      name: 'a list on an array',
      given: car({ type: 'array', items: plate, required: ['plate'] }),
      finds: [{ rule: 'schema-required-on-object-only', at: '/definitions/Car/required' }],
      mended: car({ type: 'array', items: plate }),
    },
    {
      name: 'a name without a property',
      given: car({ properties: { plate }, required: ['plate', 'driver'] }),
      finds: [{ rule: 'schema-required-properties-defined', at: '/definitions/Car/required/1' }],
      mended: car({ properties: { plate }, required: ['plate'] }),
    },
    {
      name: 'the only name without a property',
      given: car({ properties: { plate }, required: ['driver'] }),
      finds: [{ rule: 'schema-required-properties-defined', at: '/definitions/Car/required/0' }],
      mended: car({ properties: { plate } }),
    },
    {
      name: 'a read-only property that requests must hold',
      given: asking({ properties: { plate: { ...plate, readOnly: true } }, required: ['plate'] }),
      finds: [{ rule: 'schema-readonly-not-required', at: `${body}/properties/plate` }],
      mended: asking({ properties: { plate: { ...plate, readOnly: true } } }),
    },
    {
      name: 'a hidden default that is never sent',
      given: asking({ properties: { id: plate, plate: hidden }, required: ['id'] }),
      finds: [{ rule: 'schema-internal-default-required', at: `${body}/properties/plate` }],
      mended: asking({ properties: { id: plate, plate: hidden }, required: ['id', 'plate'] }),
    },
    {
      name: 'discriminators that are optional, a number, or nothing',
      given: {
        definition: {
          definitions: {
            Car: { discriminator: 'plate', properties: { plate } },
            Van: { discriminator: 'plate', properties: { plate: { type: 'integer' } }, required: ['plate'] },
            Bus: { discriminator: { propertyName: 'plate' }, properties: { plate }, required: ['plate'] },
          },
        },
      },
      finds: [
        { rule: 'schema-discriminator', at: '/definitions/Car/discriminator' },
        { rule: 'schema-discriminator', at: '/definitions/Van/discriminator' },
        { rule: 'schema-discriminator', at: '/definitions/Bus/discriminator' },
      ],
    },
  ],
})
