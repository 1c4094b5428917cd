import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { triggerTexts } from './trigger-texts.ts'

const trigger = (texts: object) => ({
  definition: { paths: { '/cars': { get: { 'x-ms-trigger': 'batch', ...texts } } } },
})

testRuleFamily(triggerTexts, import.meta.url, {
  passes: [
    {
      name: 'the words of the guidance',
      given: trigger({ summary: 'When a car is returned', description: 'Triggers when …' }),
    },
    {
      name: 'an action',
      given: { definition: { paths: { '/cars': { get: { summary: 'List cars', description: 'x' } } } } },
    },
    { name: 'an internal trigger', given: trigger({ summary: 'Car returned', 'x-ms-visibility': 'internal' }) },
    { name: 'no texts at all', given: trigger({}) },
  ],
  fails: [
    {
      name: 'another beginning',
      given: trigger({ summary: 'Whenever a car is returned' }),
      finds: [{ rule: 'op-trigger-summary-when', at: '/paths/~1cars/get/summary' }],
    },
    {
      name: 'a description without the event',
      given: trigger({ description: 'Returned cars.' }),
      finds: [{ rule: 'op-trigger-description', at: '/paths/~1cars/get/description' }],
    },
  ],
})
