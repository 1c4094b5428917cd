import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { infoDescription } from './info-description.ts'

const described = (description: unknown) => ({
  definition: { info: { title: 'Fleet Desk', version: '1.0', description } },
})
const at = '/info/description'
const whole = 'Keeps track of the cars of a rental company.'

testRuleFamily(infoDescription, import.meta.url, {
  passes: [
    { name: 'a sentence', given: described(whole) },
    { name: 'exactly thirty characters', given: described(`${'a'.repeat(29)}.`) },
    { name: 'exactly five hundred characters', given: described(`${'a'.repeat(499)}.`) },
    {
      name: 'typographic quotes and dashes are English',
      given: described('Tracks cars – and “drivers” – for rental companies.'),
    },
    {
      name: 'a word that only starts like a product',
      given: described('Keeps powerful appsheets for a rental company.'),
    },
    {
      name: 'own connectors may be described in any language',
      given: { ...described('Verwaltet Autos für Vermieter in Köln.'), profile: 'custom' },
    },
  ],
  fails: [
    {
      name: 'none',
      given: { definition: { info: { title: 'Fleet' } } },
      finds: [{ rule: 'info-description-required', at: '/info' }],
    },
    { name: 'blank', given: described('  '), finds: [{ rule: 'info-description-required', at }] },
    {
      name: 'twenty-nine characters',
      given: described(`${'a'.repeat(28)}.`),
      finds: [
        {
          rule: 'info-description-min-length',
          at,
          what: 'The description is only 29 characters long; at least 30 are asked for.',
        },
      ],
    },
    {
      name: 'five hundred and one',
      given: described(`${'a'.repeat(500)}.`),
      finds: [{ rule: 'info-description-max-length', at }],
    },
    {
      name: 'a phrase the validator refuses',
      given: described('Brings the cars of rental companies to Power Automate.'),
      finds: [{ rule: 'info-description-restricted-words', at }],
    },
    {
      name: 'another product',
      given: described('Brings the cars of rental companies to Power BI.'),
      finds: [{ rule: 'info-description-no-product-names', at }],
    },
    {
      name: 'the word API',
      given: described('The API for the cars of a rental company.'),
      finds: [{ rule: 'info-description-no-api-word', at }],
    },
    {
      name: 'another language',
      given: described('Verwaltet Autos für Vermieter in Köln.'),
      finds: [{ rule: 'info-description-english', at }],
    },
    {
      name: 'no full stop',
      given: described('Keeps track of the cars of a rental company'),
      finds: [{ rule: 'info-description-ends-punctuation', at }],
      mended: described(whole),
    },
    {
      name: 'the title again',
      given: described('fleet desk'),
      finds: [
        { rule: 'info-description-differs-title', at },
        { rule: 'info-description-min-length', at },
        { rule: 'info-description-ends-punctuation', at },
      ],
    },
  ],
})
