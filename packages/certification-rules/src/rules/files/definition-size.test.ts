import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { definitionSize } from './definition-size.ts'

const file = 'apiDefinition.swagger.json'
const ofLength = (length: number, letter = 'a') => ({
  definition: `{"swagger":"2.0","x-fill":"${letter.repeat(length - 29)}"}`,
})

testRuleFamily(definitionSize, import.meta.url, {
  passes: [
    { name: 'exactly 500,000 characters', given: ofLength(500_000) },
    { name: 'exactly 500,000 characters of two bytes each', given: ofLength(500_000, 'é') },
  ],
  fails: [
    {
      name: 'one character more',
      given: ofLength(500_001),
      finds: [
        {
          rule: 'file-definition-size-dataverse',
          file,
          what: 'The definition has 500001 characters; a solution holds at most 500000.',
        },
      ],
    },
    {
      name: 'more than a megabyte, by its bytes',
      given: ofLength(360_000, '漢'),
      finds: [{ rule: 'file-definition-size', file }],
    },
  ],
})
