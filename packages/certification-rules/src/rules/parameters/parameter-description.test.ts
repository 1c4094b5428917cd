import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { parameterDescription } from './parameter-description.ts'

const at = '/paths/~1cars/get/parameters/0'
const listed = (more: object, operation: object = {}) => ({
  definition: {
    paths: {
      '/cars': { get: { ...operation, parameters: [{ name: 'carId', in: 'query', 'x-ms-summary': 'Car', ...more }] } },
    },
  },
})
const internal = { 'x-ms-visibility': 'internal' }

testRuleFamily(parameterDescription, import.meta.url, {
  passes: [
    { name: 'a sentence', given: listed({ description: 'The number of the car.' }) },
    { name: 'an internal parameter', given: listed(internal) },
    { name: 'a parameter of an internal operation', given: listed({}, internal) },
    { name: 'a body', given: listed({ in: 'body' }) },
    { name: 'a custom connector', given: { ...listed({}), profile: 'custom' } },
  ],
  fails: [
    {
      name: 'none',
      given: listed({}),
      finds: [
        { rule: 'param-description-required', at, what: 'The parameter "carId" of "GET /cars" has no description.' },
      ],
    },
    {
      name: 'an empty one',
      given: listed({ description: '' }),
      finds: [{ rule: 'param-description-required', at: `${at}/description` }],
    },
    {
      name: 'no full stop',
      given: listed({ description: 'The number of the car' }),
      finds: [{ rule: 'param-description-ends-punctuation', at: `${at}/description` }],
      mended: listed({ description: 'The number of the car.' }),
    },
    {
      name: 'a colon gets no full stop',
      given: listed({ description: 'One of these:' }),
      finds: [{ rule: 'param-description-ends-punctuation', at: `${at}/description` }],
      mended: listed({ description: 'One of these:' }),
    },
    {
      name: 'the label again',
      given: listed({ description: 'car.' }),
      finds: [{ rule: 'param-description-differs-summary', at: `${at}/description` }],
    },
    {
      name: 'a product',
      given: listed({ description: 'The car in Power Automate.' }),
      finds: [{ rule: 'param-description-no-product-names', at: `${at}/description` }],
    },
  ],
})
