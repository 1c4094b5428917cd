import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { extensionNames } from './extension-names.ts'

const rule = 'ext-known-x-ms'

testRuleFamily(extensionNames, import.meta.url, {
  passes: [
    { name: 'extensions of others', given: { definition: { 'x-logo': {}, 'x-nullable': true } } },
    { name: 'the plug-in era', given: { definition: { info: { 'x-ms-openai-manifest': {} } } } },
    {
      name: 'a header of that name',
      given: { definition: { parameters: { A: { name: 'x-ms-date', in: 'header', type: 'string' } } } },
    },
    {
      name: 'a property of that name',
      given: { definition: { definitions: { A: { properties: { 'x-ms-id': {} } } } } },
    },
  ],
  fails: [
    {
      name: 'slips everywhere',
      given: {
        definition: {
          'x-ms-capabilites': {},
          definitions: { Car: { 'x-ms-sumamry': 'Car' } },
          paths: {
            '/cars': {
              post: {
                'x-ms-visbility': 'internal',
                parameters: [
                  { name: 'a', in: 'query', type: 'string', 'x-ms-visibilty': 'internal' },
                  { name: 'b', in: 'body', 'x-ms-sumary': 'B', schema: { type: 'object' } },
                ],
                responses: { 200: { description: 'A car.', 'X-MS-Summary': 'Car' } },
              },
            },
          },
        },
      },
      finds: [
        { rule, at: '/x-ms-capabilites' },
        { rule, at: '/definitions/Car/x-ms-sumamry' },
        { rule, at: '/paths/~1cars/post/x-ms-visbility' },
        { rule, at: '/paths/~1cars/post/parameters/0/x-ms-visibilty' },
        { rule, at: '/paths/~1cars/post/parameters/1/x-ms-sumary' },
        { rule, at: '/paths/~1cars/post/responses/200/X-MS-Summary' },
      ],
      mended: {
        definition: {
          'x-ms-capabilities': {},
          definitions: { Car: { 'x-ms-summary': 'Car' } },
          paths: {
            '/cars': {
              post: {
                'x-ms-visibility': 'internal',
                parameters: [
                  { name: 'a', in: 'query', type: 'string', 'x-ms-visibility': 'internal' },
                  { name: 'b', in: 'body', 'x-ms-summary': 'B', schema: { type: 'object' } },
                ],
                responses: { 200: { description: 'A car.', 'x-ms-summary': 'Car' } },
              },
            },
          },
        },
      },
    },
    {
      name: 'a name that means nothing',
      given: { definition: { info: { 'x-ms-primary-error-message': 'No.' } } },
      finds: [{ rule, at: '/info/x-ms-primary-error-message' }],
    },
    {
      name: 'a slip beside the right name',
      given: { definition: { definitions: { Car: { 'x-ms-summary': 'Car', 'x-ms-sumary': 'Van' } } } },
      finds: [{ rule, at: '/definitions/Car/x-ms-sumary' }],
    },
  ],
})
