import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { schemaKeywords } from './schema-keywords.ts'

const car = (Car: unknown) => ({ definition: { definitions: { Car } } })

testRuleFamily(schemaKeywords, import.meta.url, {
  passes: [
    {
      name: 'keywords of OpenAPI 2.0',
      given: car({ title: 'Car', type: 'object', readOnly: true, xml: {}, example: {} }),
    },
    { name: 'an extension', given: car({ type: 'string', 'x-note': 'Ours.' }) },
    {
      name: 'properties with the names of keywords',
      given: car({ properties: { oneOf: { type: 'string' }, not: {} } }),
    },
    { name: 'what an example holds', given: car({ example: { nullable: true, propertees: 1 } }) },
    { name: 'an empty format', given: car({ type: 'string', format: '' }) },
    { name: 'a listed format', given: car({ type: 'string', format: 'date-no-tz' }) },
    {
      name: 'keys of parameters, which are judged with the parameters',
      given: { definition: { parameters: { Page: { name: 'page', in: 'query', type: 'string', deprecated: true } } } },
    },
  ],
  fails: [
    {
      name: 'a misspelt key',
      given: car({ propertees: { plate: { type: 'string' } } }),
      finds: [
        {
          rule: 'schema-known-keywords',
          at: '/definitions/Car/propertees',
          what: '"propertees" is not a keyword of a schema; "properties" is.',
        },
      ],
      mended: car({ properties: { plate: { type: 'string' } } }),
    },
    {
      name: 'an unknown key',
      given: car({ type: 'string', hint: 'Ours.' }),
      finds: [{ rule: 'schema-known-keywords', at: '/definitions/Car/hint' }],
      mended: car({ type: 'string', hint: 'Ours.' }),
    },
    {
      name: 'keywords of OpenAPI 3',
      given: car({ nullable: true, oneOf: [] }),
      finds: [
        { rule: 'schema-no-unsupported-keywords', at: '/definitions/Car/nullable' },
        { rule: 'schema-no-unsupported-keywords', at: '/definitions/Car/oneOf' },
      ],
    },
    { name: 'allOf', given: car({ allOf: [{}] }), finds: [{ rule: 'schema-allof', at: '/definitions/Car/allOf' }] },
    {
      name: 'a format with a listed twin',
      given: car({ type: 'string', format: 'guid' }),
      finds: [{ rule: 'schema-format-known', at: '/definitions/Car/format' }],
      mended: car({ type: 'string', format: 'uuid' }),
    },
    {
      name: 'a listed format in capitals',
      given: car({ type: 'string', format: 'Date-Time' }),
      finds: [{ rule: 'schema-format-known', at: '/definitions/Car/format' }],
      mended: car({ type: 'string', format: 'date-time' }),
    },
    {
      name: 'a format that means nothing',
      given: car({ type: 'string', format: 'phone' }),
      finds: [{ rule: 'schema-format-known', at: '/definitions/Car/format' }],
      mended: car({ type: 'string', format: 'phone' }),
    },
  ],
})
