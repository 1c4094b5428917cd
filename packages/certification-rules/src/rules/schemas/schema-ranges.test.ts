import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { schemaRanges } from './schema-ranges.ts'

const car = (Car: unknown) => ({ definition: { definitions: { Car } } })
const rule = 'schema-number-ranges'
const patterns = (...list: readonly string[]) => ({
  definition: { definitions: Object.fromEntries(list.map((pattern, index) => [`P${index}`, { pattern }])) },
})

testRuleFamily(schemaRanges, import.meta.url, {
  passes: [
    { name: 'bounds in order', given: car({ minimum: -5, maximum: -5, minLength: 0, maxLength: 3 }) },
    { name: 'an exclusive bound with its bound', given: car({ minimum: 0, exclusiveMinimum: true }) },
    { name: 'an exclusive bound that is off', given: car({ exclusiveMaximum: false }) },
    { name: 'a fraction as a step', given: car({ multipleOf: 0.01 }) },
    {
      name: 'patterns of .NET and of JavaScript',
      given: patterns(
        '^[A-Z]{2}$',
        '(?i)abc',
        '(?<year>\\d+)',
        '\\A\\w+\\z',
        '[]a]',
        '[^]]+',
        '\\(*',
        '(?:a|b)?',
        '(?=x)',
        'a*?',
      ),
    },
    { name: 'a property called pattern', given: car({ properties: { pattern: { type: 'string' }, minimum: {} } }) },
  ],
  fails: [
    {
      name: 'bounds in the wrong order',
      given: car({ minimum: 5, maximum: 4, minItems: 2, maxItems: 1 }),
      finds: [
        { rule, at: '/definitions/Car/minimum', what: '"minimum" is 5, above "maximum", which is 4.' },
        { rule, at: '/definitions/Car/minItems', what: '"minItems" is 2, above "maxItems", which is 1.' },
      ],
    },
    {
      name: 'counts that are none',
      given: car({ maxLength: -1, minProperties: 1.5, minItems: '2' }),
      finds: [
        { rule, at: '/definitions/Car/maxLength' },
        { rule, at: '/definitions/Car/minProperties' },
        { rule, at: '/definitions/Car/minItems' },
      ],
    },
    { name: 'a step of zero', given: car({ multipleOf: 0 }), finds: [{ rule, at: '/definitions/Car/multipleOf' }] },
    {
      name: 'exclusive bounds alone',
      given: car({ exclusiveMinimum: true, exclusiveMaximum: 7 }),
      finds: [
        { rule, at: '/definitions/Car/exclusiveMinimum' },
        { rule, at: '/definitions/Car/exclusiveMaximum' },
      ],
    },
    {
      name: 'broken patterns',
      given: patterns('[a-z', '(ab', 'ab)', '*a', 'a\\', '(+)', 'a|?'),
      finds: [0, 1, 2, 3, 4, 5, 6].map((index) => ({ rule, at: `/definitions/P${index}/pattern` })),
    },
  ],
})
