import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { swaggerShape } from './swagger-shape.ts'

const rule = 'swagger-schema-valid'
const operation = (members: object) => ({ definition: { paths: { '/cars': { get: members } } } })

testRuleFamily(swaggerShape, import.meta.url, {
  passes: [
    {
      name: 'the right kinds',
      given: operation({
        operationId: 'a',
        parameters: [{ name: 'q', in: 'query', required: false }],
        responses: { 200: { description: '' } },
      }),
    },
    {
      name: 'a property with the name of a keyword',
      given: { definition: { definitions: { Car: { properties: { enum: { type: 'string' }, description: {} } } } } },
    },
    { name: 'an extension among the responses', given: operation({ responses: { 'x-note': 'fine' } }) },
  ],
  fails: [
    {
      name: 'schemes as a text',
      given: { definition: { schemes: 'https' } },
      finds: [{ rule, at: '/schemes', what: '"schemes" holds a text where a list belongs.' }],
    },
    { name: 'paths as a list', given: { definition: { paths: [] } }, finds: [{ rule, at: '/paths' }] },
    {
      name: 'a path that is null',
      given: { definition: { paths: { '/cars': null } } },
      finds: [{ rule, at: '/paths/~1cars' }],
    },
    {
      name: 'a version that is a number',
      given: { definition: { info: { version: 1 } } },
      finds: [{ rule, at: '/info/version' }],
    },
    {
      name: 'texts and lists in an operation',
      given: operation({ deprecated: 'true', parameters: ['q'], responses: { 200: 'fine' } }),
      finds: [
        { rule, at: '/paths/~1cars/get/deprecated', what: '"deprecated" holds a text where true or false belongs.' },
        { rule, at: '/paths/~1cars/get/parameters/0' },
        { rule, at: '/paths/~1cars/get/responses/200' },
      ],
    },
    {
      name: 'required as a text',
      given: operation({ parameters: [{ name: 'q', in: 'query', required: 'true' }], responses: {} }),
      finds: [{ rule, at: '/paths/~1cars/get/parameters/0/required' }],
    },
    {
      name: 'a description of a property that is null',
      given: { definition: { definitions: { Car: { properties: { a: { description: null } } } } } },
      finds: [{ rule, at: '/definitions/Car/properties/a/description' }],
    },
  ],
})
