import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { deprecatedOperation } from './deprecated-operation.ts'

const old = (texts: object) => ({ definition: { paths: { '/cars': { get: { deprecated: true, ...texts } } } } })

testRuleFamily(deprecatedOperation, import.meta.url, {
  passes: [
    { name: 'both say so', given: old({ summary: 'List cars (deprecated)', description: 'Lists cars [DEPRECATED].' }) },
    { name: 'a current operation', given: old({ deprecated: false, summary: 'List cars' }) },
    { name: 'an internal one', given: old({ summary: 'List cars', 'x-ms-visibility': 'internal' }) },
  ],
  fails: [
    {
      name: 'a summary without the word',
      given: old({ summary: 'List cars' }),
      finds: [{ rule: 'op-deprecated-summary-suffix', at: '/paths/~1cars/get/summary' }],
      mended: old({ summary: 'List cars (deprecated)' }),
    },
    {
      name: 'a summary that has no room for it',
      given: old({ summary: 'A'.repeat(70) }),
      finds: [{ rule: 'op-deprecated-summary-suffix', at: '/paths/~1cars/get/summary' }],
      mended: old({ summary: 'A'.repeat(70) }),
    },
    {
      name: 'a description without the word',
      given: old({ description: 'Returns all cars.' }),
      finds: [{ rule: 'op-deprecated-description-suffix', at: '/paths/~1cars/get/description' }],
      mended: old({ description: 'Returns all cars (deprecated).' }),
    },
  ],
})
