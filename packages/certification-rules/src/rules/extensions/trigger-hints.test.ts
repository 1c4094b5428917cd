import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { triggerHints } from './trigger-hints.ts'

const operation = (extra: object) => ({ definition: { paths: { '/cars': { get: extra } } } })

testRuleFamily(triggerHints, import.meta.url, {
  passes: [
    { name: 'a trigger with a hint', given: operation({ 'x-ms-trigger': 'batch', 'x-ms-trigger-hint': 'Add a car.' }) },
    { name: 'an internal trigger', given: operation({ 'x-ms-trigger': 'batch', 'x-ms-visibility': 'internal' }) },
    { name: 'an action', given: operation({}) },
  ],
  fails: [
    {
      name: 'a trigger without a hint',
      given: operation({ 'x-ms-trigger': 'batch' }),
      finds: [{ rule: 'ext-trigger-hint-present', at: '/paths/~1cars/get' }],
    },
    {
      name: 'a hint on an action',
      given: operation({ 'x-ms-trigger-hint': 'Add a car.' }),
      finds: [{ rule: 'ext-trigger-hint-on-trigger', at: '/paths/~1cars/get/x-ms-trigger-hint' }],
      mended: operation({}),
    },
  ],
})
