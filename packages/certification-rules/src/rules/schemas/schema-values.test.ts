import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { schemaValues } from './schema-values.ts'

const car = (Car: unknown) => ({ definition: { definitions: { Car } } })

testRuleFamily(schemaValues, import.meta.url, {
  passes: [
    { name: 'choices of the type', given: car({ type: 'string', enum: ['van', 'truck'] }) },
    { name: 'whole numbers as numbers', given: car({ type: 'number', enum: [1, 2.5], default: 1 }) },
    { name: 'a list as default of a list', given: car({ type: 'array', items: { type: 'string' }, default: ['a'] }) },
    { name: 'no declared type', given: car({ enum: [1, '1'], default: 'a' }) },
    { name: 'a property called enum', given: car({ properties: { enum: { type: 'string' } } }) },
  ],
  fails: [
    {
      name: 'an empty enum',
      given: car({ type: 'string', enum: [] }),
      finds: [{ rule: 'schema-enum-not-empty', at: '/definitions/Car/enum' }],
      mended: car({ type: 'string' }),
    },
    {
      name: 'a value twice',
      given: car({ type: 'string', enum: ['van', 'truck', 'van'] }),
      finds: [
        {
          rule: 'schema-enum-unique',
          at: '/definitions/Car/enum/2',
          what: '"van" occurs in the "enum" more than once.',
        },
      ],
      mended: car({ type: 'string', enum: ['van', 'truck'] }),
    },
    {
      name: 'numbers in quotes',
      given: car({ type: 'integer', enum: ['1', 2] }),
      finds: [{ rule: 'schema-enum-type-match', at: '/definitions/Car/enum/0' }],
      mended: car({ type: 'integer', enum: [1, 2] }),
    },
    {
      name: 'a fraction among whole numbers, which only a person can mend',
      given: car({ type: 'integer', enum: [1.5] }),
      finds: [{ rule: 'schema-enum-type-match', at: '/definitions/Car/enum/0' }],
      mended: car({ type: 'integer', enum: [1.5] }),
    },
    {
      name: 'true in quotes',
      given: car({ type: 'boolean', default: 'true' }),
      finds: [{ rule: 'schema-default-type-match', at: '/definitions/Car/default' }],
      mended: car({ type: 'boolean', default: true }),
    },
    {
      name: 'a number as the default of a text parameter',
      given: { definition: { parameters: { Page: { name: 'page', in: 'query', type: 'string', default: 1 } } } },
      finds: [
        {
          rule: 'schema-default-type-match',
          at: '/parameters/Page/default',
          what: 'The default 1 is not of the type "string".',
        },
      ],
      mended: { definition: { parameters: { Page: { name: 'page', in: 'query', type: 'string', default: '1' } } } },
    },
  ],
})
