import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { schemaSizes } from './schema-sizes.ts'

const wide = (count: number) => ({
  type: 'object',
  properties: Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, { type: 'string' }])),
})
const deep = (levels: number): unknown =>
  levels === 1 ? { type: 'string' } : { type: 'array', items: deep(levels - 1) }
const named = (name: string) => ({ $ref: `#/definitions/${name}` })
const answering = (schema: unknown, definitions: unknown = {}) => ({
  definition: { definitions, paths: { '/cars': { get: { responses: { 200: { description: 'Cars.', schema } } } } } },
})
const at = '/paths/~1cars/get/responses/200/schema'
/** Names that each hold the one before twice, so that the last stands for 2^n schemas and more. */
const doubled = (names: number) =>
  Object.fromEntries(
    Array.from({ length: names }, (_, index) => [
      `S${index}`,
      index === 0 ? { type: 'string' } : { allOf: [named(`S${index - 1}`), named(`S${index - 1}`)] },
    ]),
  )

testRuleFamily(schemaSizes, import.meta.url, {
  passes: [
    { name: 'exactly 512 schemas', given: answering(wide(511)) },
    { name: 'twenty levels', given: answering(deep(20)) },
    { name: 'a schema in itself', given: answering(named('Car'), { Car: { properties: { part: named('Car') } } }) },
    {
      name: 'a long chain of names',
      given: {
        definition: {
          definitions: Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`S${i}`, named(`S${i + 1}`)])),
        },
      },
    },
  ],
  fails: [
    {
      name: '513 schemas',
      given: answering(wide(512)),
      finds: [
        {
          rule: 'schema-max-count-body-512',
          at,
          what: 'A body of "GET /cars" consists of 513 schemas; at most 512 are allowed.',
        },
      ],
    },
    {
      name: 'a name used twice counts twice',
      given: answering({ allOf: [named('Car'), named('Car')] }, { Car: wide(300) }),
      finds: [{ rule: 'schema-max-count-body-512', at }],
    },
    {
      name: 'an operation beyond its limit',
      given: answering(named('S14'), doubled(15)),
      finds: [
        { rule: 'schema-max-count-body-512', at },
        { rule: 'schema-max-count-operation', at: '/paths/~1cars/get' },
      ],
    },
    {
      name: 'a bomb of names',
      given: answering(named('S18'), { ...doubled(19), S0: wide(40) }),
      finds: [
        { rule: 'schema-max-count-body-512', at },
        { rule: 'schema-max-count-operation', at: '/paths/~1cars/get' },
        { rule: 'schema-total-count', at: '' },
      ],
    },
    {
      name: 'twenty-one levels',
      given: answering(deep(21)),
      finds: [{ rule: 'schema-max-depth', at: at + '/items'.repeat(20) }],
    },
    {
      name: 'levels that names add up to',
      given: answering({ type: 'array', items: named('Car') }, { Car: deep(20) }),
      finds: [{ rule: 'schema-max-depth', at }],
    },
  ],
})
