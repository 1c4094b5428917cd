import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { operationSummaryStyle } from './operation-summary-style.ts'

const at = '/paths/~1cars/get/summary'
const said = (summary: unknown) => ({
  definition: { paths: { '/cars': { get: { operationId: 'ListCars', summary } } } },
})
const two = (first: object, second: object) => ({
  definition: {
    paths: {
      '/cars': { get: { operationId: 'ListCars', ...first } },
      '/vans': { get: { operationId: 'ListVans', ...second } },
    },
  },
})

testRuleFamily(operationSummaryStyle, import.meta.url, {
  passes: [
    { name: 'sentence case', given: said('List rented cars (all)') },
    { name: 'one name with a capital', given: said('List cars of Contoso') },
    { name: 'an abbreviation', given: said('Get PDF') },
    {
      name: 'a trigger and an action of one name',
      given: two({ summary: 'Car' }, { summary: 'Car', 'x-ms-trigger': 'batch' }),
    },
    {
      name: 'an internal operation of the same name',
      given: two({ summary: 'List cars' }, { summary: 'List cars', 'x-ms-visibility': 'internal' }),
    },
    { name: 'a deprecated twin', given: two({ summary: 'Car' }, { summary: 'Car', deprecated: true }) },
    { name: 'signs that are refused by other rules', given: said('List cars/vans & more.') },
    { name: 'no text', given: said(7) },
  ],
  fails: [
    { name: 'a comma', given: said('List cars, please'), finds: [{ rule: 'op-summary-charset', at }] },
    {
      name: 'a heading',
      given: said('List Rented Cars'),
      finds: [{ rule: 'op-summary-sentence-case', at }],
      mended: said('List rented cars'),
    },
    {
      name: 'a small first letter',
      given: said('list cars'),
      finds: [{ rule: 'op-summary-sentence-case', at }],
      mended: said('List cars'),
    },
    {
      name: 'the same name twice',
      given: two({ summary: 'List cars' }, { summary: 'list Cars ' }),
      finds: [
        { rule: 'op-summary-unique', at: '/paths/~1vans/get/summary' },
        { rule: 'op-summary-sentence-case', at: '/paths/~1vans/get/summary' },
      ],
      dependsOnOrder: true,
    },
  ],
})
