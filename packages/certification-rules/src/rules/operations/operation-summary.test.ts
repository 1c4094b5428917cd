import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { operationSummary } from './operation-summary.ts'

const at = '/paths/~1cars/get/summary'
const said = (summary: unknown, more: object = {}) => ({
  definition: { paths: { '/cars': { get: { operationId: 'ListCars', summary, ...more } } } },
})

testRuleFamily(operationSummary, import.meta.url, {
  passes: [
    { name: 'words', given: said('List cars') },
    { name: 'a closing bracket at the end', given: said('List cars (newest)') },
    { name: 'eighty characters', given: said('A'.repeat(80)) },
    { name: 'none on an internal operation', given: said('', { 'x-ms-visibility': 'internal' }) },
    { name: 'a long internal one', given: said('A'.repeat(99), { 'x-ms-visibility': 'internal' }) },
    {
      name: 'one word that is the id too',
      given: { definition: { paths: { '/cars': { get: { operationId: 'Search', summary: 'Search' } } } } },
    },
    { name: 'a custom connector', given: { ...said(''), profile: 'custom' } },
    {
      name: 'a truncated file',
      given: { definition: '{"swagger":"2.0","paths":{"/cars":{"get":{"operationId":"ListCars",' },
    },
  ],
  fails: [
    {
      name: 'none, and a mend that makes one of the id',
      given: { definition: { paths: { '/cars': { get: { operationId: 'ListAllPDFFiles' } } } } },
      finds: [{ rule: 'op-summary-required', at: '/paths/~1cars/get' }],
      mended: {
        definition: { paths: { '/cars': { get: { operationId: 'ListAllPDFFiles', summary: 'List all PDF files' } } } },
      },
    },
    { name: 'blanks', given: said('  '), finds: [{ rule: 'op-summary-required', at }], mended: said('List cars') },
    { name: 'a number', given: said(3), finds: [{ rule: 'op-summary-required', at }] },
    {
      name: 'eighty-one characters',
      given: said('A'.repeat(81)),
      finds: [
        {
          rule: 'op-summary-max-length-80',
          at,
          what: 'The summary of "ListCars" is 81 characters long; at most 80 are allowed.',
        },
      ],
    },
    {
      name: 'an ampersand',
      given: said('List cars & trucks'),
      finds: [{ rule: 'op-summary-restricted-characters', at }],
      mended: said('List cars and trucks'),
    },
    {
      name: 'angle brackets',
      given: said('List <new> cars'),
      finds: [{ rule: 'op-summary-restricted-characters', at }],
      mended: said('List new cars'),
    },
    {
      name: 'a full stop',
      given: said('List cars.'),
      finds: [{ rule: 'op-summary-ends-alphanumeric', at }],
      mended: said('List cars'),
    },
    {
      name: 'a blank',
      given: said('List cars '),
      finds: [{ rule: 'op-summary-ends-alphanumeric', at }],
      mended: said('List cars'),
    },
    {
      name: 'a sign that belongs to a name stays',
      given: said('List C++ files written in C++'),
      finds: [{ rule: 'op-summary-ends-alphanumeric', at }],
      mended: said('List C++ files written in C++'),
    },
    { name: 'an umlaut', given: said('Wagen für alle'), finds: [{ rule: 'op-summary-english', at }] },
    { name: 'a product', given: said('List Power BI cars'), finds: [{ rule: 'op-summary-no-product-names', at }] },
    {
      name: 'the id',
      given: said('ListCars'),
      finds: [{ rule: 'op-summary-not-operation-id', at }],
      mended: said('List cars'),
    },
  ],
})
