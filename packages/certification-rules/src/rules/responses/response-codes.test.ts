import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { responseCodes } from './response-codes.ts'

const at = '/paths/~1cars/get/responses'
const schema = { type: 'string' }
const answered = (responses: unknown) => ({
  definition: { paths: { '/cars': { get: { operationId: 'ListCars', responses } } } },
})

testRuleFamily(responseCodes, import.meta.url, {
  passes: [
    { name: 'a success and a default', given: answered({ 200: { description: 'a' }, default: { description: 'b' } }) },
    { name: 'any code of success', given: answered({ 226: { description: 'a' }, 'x-note': 1 }) },
    { name: 'no responses are the business of another rule', given: answered({}) },
    { name: 'a list', given: answered([200]) },
    {
      name: 'a truncated file',
      given: { definition: '{"swagger":"2.0","paths":{"/cars":{"get":{"responses":{"404":{"description":"a"}' },
    },
  ],
  fails: [
    {
      name: 'a range that stands for the success',
      given: answered({ '2XX': { description: 'a' } }),
      finds: [{ rule: 'response-code-valid', at: `${at}/2XX` }],
    },
    {
      name: 'only an error',
      given: answered({ 404: { description: 'a' } }),
      finds: [
        {
          rule: 'response-success-required',
          at,
          what: 'The operation "ListCars" has no response from 200 to 299.',
        },
      ],
    },
    {
      name: 'only a default',
      given: answered({ default: { description: 'a', schema } }),
      finds: [
        { rule: 'response-success-required', at },
        { rule: 'response-default-not-alone', at: `${at}/default` },
      ],
      mended: answered({ 200: { description: 'a', schema } }),
    },
    {
      name: 'only a default without schema, which stays',
      given: answered({ default: { description: 'a' } }),
      finds: [
        { rule: 'response-success-required', at },
        { rule: 'response-default-not-alone', at: `${at}/default` },
      ],
      mended: answered({ default: { description: 'a' } }),
    },
    {
      name: 'a range, a word and a code that is none',
      given: answered({ 200: {}, '2XX': {}, OK: {}, 999: {} }),
      finds: [
        { rule: 'response-code-valid', at: `${at}/2XX` },
        { rule: 'response-code-valid', at: `${at}/OK` },
        { rule: 'response-code-valid', at: `${at}/999` },
      ],
    },
  ],
})
