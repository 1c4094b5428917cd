import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { schemaTexts } from './schema-texts.ts'

const asking = (plate: unknown) => ({
  definition: {
    paths: { '/cars': { post: { parameters: [{ name: 'body', in: 'body', schema: { properties: { plate } } }] } } },
  },
})
const answering = (plate: unknown) => ({
  definition: {
    paths: { '/cars': { get: { responses: { 200: { description: 'A car.', schema: { properties: { plate } } } } } } },
  },
})
const asked = '/paths/~1cars/post/parameters/0/schema/properties/plate'
const answered = '/paths/~1cars/get/responses/200/schema/properties/plate'
const whole = { type: 'string', 'x-ms-summary': 'Plate', description: 'The number plate.' }

testRuleFamily(schemaTexts, import.meta.url, {
  passes: [
    { name: 'both texts in a request', given: asking(whole) },
    { name: 'both texts in a response', given: answering(whole) },
    { name: 'a title instead of a summary', given: asking({ title: 'Plate', description: 'The number plate.' }) },
    { name: 'an internal property', given: asking({ type: 'string', 'x-ms-visibility': 'internal' }) },
    {
      name: 'what an internal object holds',
      given: asking({ 'x-ms-visibility': 'internal', ...whole, properties: { a: {} } }),
    },
    { name: 'a reference', given: answering({ $ref: '#/definitions/Plate' }) },
    { name: 'exactly eighty characters', given: asking({ ...whole, 'x-ms-summary': 'P'.repeat(80) }) },
    {
      name: 'a sentence that ends in brackets',
      given: asking({ ...whole, description: 'The plate (as it is written.)' }),
    },
    { name: 'nobody meets the schema', given: { definition: { definitions: { Car: { properties: { a: {} } } } } } },
  ],
  fails: [
    {
      name: 'no texts in a request',
      given: asking({ type: 'string' }),
      finds: [
        { rule: 'schema-request-property-summary', at: asked },
        { rule: 'schema-request-property-description', at: asked },
      ],
    },
    {
      name: 'no texts in a response',
      given: answering({ type: 'string', 'x-ms-summary': '' }),
      finds: [
        { rule: 'schema-response-property-summary', at: answered },
        { rule: 'schema-response-property-description', at: answered },
      ],
    },
    {
      name: 'the display name again',
      given: answering({ ...whole, description: 'plate.' }),
      finds: [{ rule: 'schema-summary-differs-description', at: `${answered}/description` }],
    },
    {
      name: 'a display name of eighty-one characters',
      given: asking({ ...whole, 'x-ms-summary': 'P'.repeat(81) }),
      finds: [{ rule: 'schema-summary-max-length', at: `${asked}/x-ms-summary` }],
    },
    {
      name: 'no full stop',
      given: asking({ ...whole, description: 'The number plate ' }),
      finds: [{ rule: 'schema-description-ends-punctuation', at: `${asked}/description` }],
      mended: asking(whole),
    },
  ],
})
