import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { noEmptyStrings } from './no-empty-strings.ts'

const operation = (members: object) => ({
  definition: {
    paths: { '/cars': { get: { operationId: 'ListCars', responses: { 200: { description: 'All.' } }, ...members } } },
  },
})

testRuleFamily(noEmptyStrings, import.meta.url, {
  passes: [
    { name: 'texts that say something', given: operation({ summary: 'List cars', description: 'Lists cars.' }) },
    {
      name: 'an empty default is a value, not a text',
      given: operation({ parameters: [{ name: 'q', in: 'query', type: 'string', default: '' }] }),
    },
    {
      name: 'a property that is called title',
      given: { definition: { definitions: { Car: { properties: { title: { type: 'string' } } } } } },
    },
  ],
  fails: [
    {
      name: 'an operation',
      given: operation({ summary: '', description: 'Lists cars.' }),
      finds: [{ rule: 'no-empty-strings', at: '/paths/~1cars/get/summary', what: '"summary" is an empty text.' }],
      mended: operation({ description: 'Lists cars.' }),
    },
    {
      name: 'parameters and properties, each once',
      given: operation({
        parameters: [
          { name: 'q', in: 'query', type: 'string', description: '' },
          { name: 'b', in: 'body', description: '', schema: { title: '' } },
        ],
      }),
      finds: [
        { rule: 'no-empty-strings', at: '/paths/~1cars/get/parameters/0/description' },
        { rule: 'no-empty-strings', at: '/paths/~1cars/get/parameters/1/description' },
        { rule: 'no-empty-strings', at: '/paths/~1cars/get/parameters/1/schema/title' },
      ],
    },
  ],
})
