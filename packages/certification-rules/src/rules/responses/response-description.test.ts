import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { responseDescription } from './response-description.ts'

const at = '/paths/~1cars/get/responses'
const answered = (responses: object) => ({
  definition: { paths: { '/cars': { get: { operationId: 'ListCars', responses } } } },
})

testRuleFamily(responseDescription, import.meta.url, {
  passes: [
    { name: 'a sentence', given: answered({ 200: { description: 'The cars.' } }) },
    { name: 'a reference', given: answered({ 200: { $ref: '#/responses/Car' } }) },
    {
      name: 'a truncated file',
      given: { definition: '{"swagger":"2.0","paths":{"/cars":{"get":{"responses":{"200":{' },
    },
  ],
  fails: [
    {
      name: 'none',
      given: answered({ 200: {} }),
      finds: [
        {
          rule: 'response-description-required',
          at: `${at}/200`,
          what: 'The response "200" of "ListCars" has no description.',
        },
      ],
      mended: answered({ 200: { description: 'OK' } }),
    },
    {
      name: 'no text',
      given: answered({ default: { description: {} } }),
      finds: [{ rule: 'response-description-required', at: `${at}/default/description` }],
    },
    {
      name: 'a code without a standard name',
      given: answered({ 299: {} }),
      finds: [{ rule: 'response-description-required', at: `${at}/299` }],
      mended: answered({ 299: {} }),
    },
    {
      name: 'blanks',
      given: answered({ 404: { description: ' ' } }),
      finds: [{ rule: 'response-description-not-empty', at: `${at}/404/description` }],
      mended: answered({ 404: { description: 'Not Found' } }),
    },
    {
      name: 'none of a shared response',
      given: { definition: { responses: { toString: {} } } },
      finds: [{ rule: 'response-description-required', at: '/responses/toString' }],
      mended: { definition: { responses: { toString: {} } } },
    },
  ],
})
