import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { flowTitles } from './flow-titles.ts'

const at = '/details/displayName'
const rule = 'flow-title-meaningful'

testRuleFamily(flowTitles, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    { name: 'a word that begins like a draft', given: { details: { displayName: 'Testimonials for the shop' } } },
    { name: 'new in a title that goes on', given: { details: { displayName: 'New flow of goods to the shop' } } },
    { name: '256 characters', given: { details: { description: 'a'.repeat(256) } } },
    { name: 'a solution, which has no gallery page', given: { kind: 'solution' } },
  ],
  fails: [
    {
      name: 'no title',
      given: { details: { displayName: undefined } },
      finds: [{ rule: 'flow-title-present', at: '/details' }],
    },
    { name: 'blanks', given: { details: { displayName: '  ' } }, finds: [{ rule: 'flow-title-present', at }] },
    {
      name: 'a flow without a title',
      given: { properties: { displayName: '' } },
      finds: [{ rule: 'flow-title-present', at: '/properties/displayName' }],
    },
    ...[
      'Copy of Sell cars',
      'test',
      'Untitled',
      'New flow 2',
      'My flow',
      'Sell cars - Copy',
      'Sell cars WIP',
      'Sell cars (TEST)',
    ].map((displayName) => ({
      name: displayName,
      given: { details: { displayName } },
      finds: [{ rule, at }],
    })),
    { name: 'a file', given: { details: { displayName: 'sell-cars.zip' } }, finds: [{ rule, at }] },
    { name: 'a word', given: { details: { displayName: 'Cars' } }, finds: [{ rule, at }] },
    {
      name: 'no description',
      given: { details: { description: '' } },
      finds: [{ rule: 'flow-description-present', at: '/details/description' }],
    },
    {
      name: 'the title again',
      given: { details: { description: ' tell the owner about a sold  car. ' } },
      finds: [
        { rule: 'flow-description-present', at: '/details/description', what: 'The description is the title again.' },
      ],
    },
    {
      name: '257 characters at a step',
      given: {
        definition: { actions: { Name_the_car: { type: 'Compose', inputs: 1, description: 'a'.repeat(257) } } },
      },
      finds: [{ rule: 'flow-description-length', at: '/properties/definition/actions/Name_the_car/description' }],
    },
    {
      name: '257 characters in the definition',
      given: { definition: { description: 'a'.repeat(257) } },
      finds: [{ rule: 'flow-description-length', at: '/properties/definition/description' }],
    },
  ],
})
