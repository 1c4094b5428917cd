import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { schemaNames } from './schema-names.ts'

const used = {
  '/cars': { get: { responses: { 200: { description: 'A car.', schema: { $ref: '#/definitions/Car' } } } } },
}
const schemas = (definitions: unknown) => ({ definition: { paths: used, definitions } })
const ref = (name: string) => ({ $ref: `#/definitions/${name}` })

testRuleFamily(schemaNames, import.meta.url, {
  passes: [
    {
      name: 'a chain of names',
      given: schemas({ Car: { properties: { a: ref('Van') } }, Van: { items: ref('Bus') }, Bus: {} }),
    },
    {
      name: 'two ways to one name',
      given: schemas({ Car: { properties: { a: ref('Van'), b: ref('Van') } }, Van: {} }),
    },
    {
      name: 'a name that a reference means, though its way is wrong',
      given: schemas({ Car: { properties: { a: { $ref: '#/components/schemas/Van' } } }, Van: {} }),
    },
    { name: 'a truncated file', given: { definition: '{"swagger":"2.0","definitions":{"Car":{"type":"object"},' } },
  ],
  fails: [
    {
      name: 'a schema in itself',
      given: schemas({ Car: { properties: { parts: { type: 'array', items: ref('Car') } } } }),
      finds: [
        {
          rule: 'schema-no-recursion',
          at: '/definitions/Car/properties/parts/items/$ref',
          what: '"Car" contains itself: this reference leads back to it.',
        },
      ],
    },
    {
      name: 'two schemas in each other, by required properties',
      given: schemas({
        Car: { required: ['a'], properties: { a: ref('Van') } },
        Van: { required: ['b'], properties: { b: ref('Car') } },
      }),
      finds: [
        {
          rule: 'schema-no-recursion',
          at: '/definitions/Van/properties/b/$ref',
          what: '"Car" contains itself through required properties only.',
        },
      ],
    },
    {
      name: 'schemas nothing uses, removed from the outside in',
      given: schemas({ Car: {}, Van: { items: ref('Bus') }, Bus: {} }),
      finds: [
        { rule: 'schema-no-unused-definitions', at: '/definitions/Van', what: 'Nothing uses the schema "Van".' },
        { rule: 'schema-no-unused-definitions', at: '/definitions/Bus' },
      ],
      mended: schemas({ Car: {} }),
    },
    {
      name: 'a schema only it itself uses',
      given: schemas({ Car: {}, Van: { items: ref('Van') } }),
      finds: [
        { rule: 'schema-no-recursion', at: '/definitions/Van/items/$ref' },
        { rule: 'schema-no-unused-definitions', at: '/definitions/Van' },
      ],
      mended: schemas({ Car: {} }),
    },
  ],
})
