import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { parameterSummary } from './parameter-summary.ts'

const at = '/paths/~1cars/get/parameters/0'
const listed = (more: object, operation: object = {}) => ({
  definition: {
    paths: {
      '/cars': { get: { ...operation, parameters: [{ name: 'carId', in: 'query', type: 'string', ...more }] } },
    },
  },
})
const labeled = (summary: unknown) => listed({ 'x-ms-summary': summary })
const internal = { 'x-ms-visibility': 'internal' }

testRuleFamily(parameterSummary, import.meta.url, {
  passes: [
    { name: 'a label', given: labeled('Car Id (short)') },
    { name: 'eighty characters', given: labeled('A'.repeat(80)) },
    { name: 'names with a capital inside', given: labeled('Link to LinkedIn eSign') },
    { name: 'an internal parameter', given: listed(internal) },
    { name: 'a parameter of an internal operation', given: listed({}, internal) },
    { name: 'a body', given: listed({ in: 'body' }) },
    { name: 'a custom connector', given: { ...listed({}), profile: 'custom' } },
    {
      name: 'a shared parameter that only internal operations have',
      given: {
        definition: {
          parameters: { Car: { name: 'carId', in: 'query', type: 'string' } },
          paths: { '/cars': { get: { ...internal, parameters: [{ $ref: '#/parameters/Car' }] } } },
        },
      },
    },
  ],
  fails: [
    {
      name: 'none, and a mend that makes one of the name',
      given: listed({}),
      finds: [
        {
          rule: 'param-x-ms-summary-required',
          at,
          what: 'The parameter "carId" of "GET /cars" has no "x-ms-summary".',
        },
      ],
      mended: labeled('Car Id'),
    },
    {
      name: 'none where the label would repeat the description',
      given: listed({ description: 'Car id.' }),
      finds: [{ rule: 'param-x-ms-summary-required', at }],
      mended: listed({ description: 'Car id.' }),
    },
    {
      name: 'none of a shared parameter',
      given: { definition: { parameters: { Car: { name: 'carId', in: 'query', type: 'string' } }, paths: {} } },
      finds: [{ rule: 'param-x-ms-summary-required', at: '/parameters/Car' }],
    },
    {
      name: 'an empty one',
      given: labeled(' '),
      finds: [{ rule: 'param-x-ms-summary-required', at: `${at}/x-ms-summary` }],
      mended: labeled('Car Id'),
    },
    {
      name: 'eighty-one characters',
      given: labeled('A'.repeat(81)),
      finds: [{ rule: 'param-summary-max-length', at: `${at}/x-ms-summary` }],
    },
    {
      name: 'a comma',
      given: labeled('Car, van'),
      finds: [{ rule: 'param-summary-charset', at: `${at}/x-ms-summary` }],
    },
    {
      name: 'camelCase in a sentence',
      given: labeled('Number (see carPlate)'),
      finds: [{ rule: 'param-summary-human-readable', at: `${at}/x-ms-summary` }],
    },
    {
      name: 'PascalCase alone',
      given: labeled('CarPlate'),
      finds: [{ rule: 'param-summary-human-readable', at: `${at}/x-ms-summary` }],
      mended: labeled('Car Plate'),
    },
    {
      name: 'snake_case',
      given: labeled('car_plate'),
      finds: [{ rule: 'param-summary-human-readable', at: `${at}/x-ms-summary` }],
      mended: labeled('Car Plate'),
    },
    {
      name: 'a product',
      given: labeled('Power Apps id'),
      finds: [{ rule: 'param-summary-no-product-names', at: `${at}/x-ms-summary` }],
    },
  ],
})
