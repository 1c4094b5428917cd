import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { operationDescription } from './operation-description.ts'

const at = '/paths/~1cars/get/description'
const said = (description: unknown, more: object = {}) => ({
  definition: { paths: { '/cars': { get: { operationId: 'ListCars', summary: 'List cars', description, ...more } } } },
})

testRuleFamily(operationDescription, import.meta.url, {
  passes: [
    { name: 'a sentence', given: said('Returns all cars.') },
    { name: 'a bracket behind the full stop', given: said('Returns all cars (of the fleet.)') },
    { name: 'a thousand characters', given: said(`${'a'.repeat(999)}.`) },
    { name: 'none on an internal operation', given: said('', { 'x-ms-visibility': 'internal' }) },
    { name: 'a custom connector', given: { ...said(''), profile: 'custom' } },
  ],
  fails: [
    {
      name: 'none',
      given: { definition: { paths: { '/cars': { get: { summary: 'List cars' } } } } },
      finds: [
        {
          rule: 'op-description-required',
          at: '/paths/~1cars/get',
          what: 'The operation "GET /cars" has no description.',
        },
      ],
    },
    { name: 'an empty one', given: said(''), finds: [{ rule: 'op-description-required', at }] },
    {
      name: 'no full stop',
      given: said('Returns all cars '),
      finds: [{ rule: 'op-description-ends-punctuation', at }],
      mended: said('Returns all cars.'),
    },
    {
      name: 'an address at the end gets no full stop',
      given: said('See https://fleetdesk.example/cars'),
      finds: [{ rule: 'op-description-ends-punctuation', at }],
      mended: said('See https://fleetdesk.example/cars'),
    },
    { name: 'the summary again', given: said('List cars.'), finds: [{ rule: 'op-description-differs-summary', at }] },
    {
      name: 'a product',
      given: said('Sends cars to PowerApps.'),
      finds: [{ rule: 'op-description-no-product-names', at }],
    },
    {
      name: 'a thousand and one characters',
      given: said(`${'a'.repeat(1000)}.`),
      finds: [{ rule: 'op-description-max-length-1000', at }],
    },
  ],
})
