import { formats, mediaKinds, urlEncodings } from '../src/types/allowed-values.ts'
import { type JsonSchema, listOf, mapOf, object, oneOf, open, ref, text, truth, whole } from './json-schema.ts'

const number = (description: string): JsonSchema => ({ type: 'number', description })

/** What Microsoft adds to schemas and parameters alike. */
const valueExtensions: Readonly<Record<string, JsonSchema>> = {
  'x-ms-summary': text('The title makers see. At most 80 characters.'),
  'x-ms-visibility': ref('visibility'),
  'x-ms-dynamic-values': ref('dynamicValues'),
  'x-ms-dynamic-list': ref('dynamicList'),
  'x-ms-dynamic-schema': ref('dynamicSchema'),
  'x-ms-dynamic-properties': ref('dynamicProperties'),
  'x-ms-dynamic-tree': ref('dynamicTree'),
  'x-ms-enum-values': listOf(ref('enumValue'), 'Titles for the values of enum.'),
  'x-ms-localizeDefaultValue': truth('Whether the default is text to translate.'),
  'x-ms-test-value': open("A value for Microsoft's automatic tests."),
  'x-ms-editor': text('The editor the designer shows: dictionary, for free keys and values.'),
  'x-ms-editor-options': { type: 'object', description: 'Options of that editor.' },
}

const limits: Readonly<Record<string, JsonSchema>> = {
  default: open('What is sent when nothing is entered.'),
  enum: { type: 'array', description: 'The values allowed.' },
  minimum: number('Smallest value.'),
  maximum: number('Largest value.'),
  exclusiveMinimum: truth('Whether the smallest value itself is excluded.'),
  exclusiveMaximum: truth('Whether the largest value itself is excluded.'),
  multipleOf: number('The value is a multiple of this.'),
  minLength: whole('Fewest characters.'),
  maxLength: whole('Most characters.'),
  pattern: text('Regular expression the text has to match.'),
  minItems: whole('Fewest items.'),
  maxItems: whole('Most items.'),
  uniqueItems: truth('Whether no item may come twice.'),
}

const format: JsonSchema = {
  description: `How the value is written. The designer knows ${formats.join(', ')}; others are accepted and ignored.`,
  type: 'string',
  examples: [...formats],
}

/** A schema of a body, an answer or a name. */
export const schema: JsonSchema = object(
  {
    $ref: text('Reference to a name in this file: #/definitions/Name.'),
    type: oneOf(['string', 'number', 'integer', 'boolean', 'array', 'object', 'file'], 'What the value is.'),
    format,
    title: text('Name of the schema.'),
    description: text('What the value means, in a sentence.'),
    properties: mapOf(ref('schema'), 'Members of the object.'),
    required: listOf(text('Name of a member.'), 'Members that must be there.'),
    items: ref('schema'),
    allOf: listOf(ref('schema'), 'Schemas that all apply.'),
    additionalProperties: {
      description: 'Whether members that are not listed are allowed, and what they are.',
      anyOf: [truth(''), ref('schema')],
    },
    discriminator: text('The member that tells which schema applies.'),
    readOnly: truth('Whether the value only comes in answers.'),
    example: open('An example.'),
    externalDocs: ref('externalDocs'),
    xml: { type: 'object', description: 'How the value is written in XML.' },
    ...limits,
    minProperties: whole('Fewest members.'),
    maxProperties: whole('Most members.'),
    ...valueExtensions,
    'x-ms-media-kind': oneOf(mediaKinds, 'What the binary content is.'),
    'x-ms-notification-url': truth('True on the property of a webhook body that takes the address to call back.'),
  },
  [],
  'A value of a body or an answer.',
)

/** A parameter of an operation. */
export const parameter: JsonSchema = {
  description: 'A parameter of an operation, or a reference to a shared one.',
  ...object(
    {
      $ref: text('Reference to a shared parameter: #/parameters/Name.'),
      name: text('Name of the parameter.'),
      in: oneOf(['query', 'header', 'path', 'formData', 'body'], 'Where it goes.'),
      description: text('What it means, in a sentence.'),
      required: truth('Whether it must be given; true for in path.'),
      type: oneOf(
        ['string', 'number', 'integer', 'boolean', 'array', 'object', 'file'],
        'What the value is, for all but a body.',
      ),
      format,
      schema: ref('schema'),
      items: ref('schema'),
      allowEmptyValue: truth('Whether it may be given without a value.'),
      collectionFormat: oneOf(['csv', 'ssv', 'tsv', 'pipes', 'multi'], 'How several values are joined.'),
      ...limits,
      ...valueExtensions,
      'x-ms-url-encoding': oneOf(urlEncodings, 'How often the value in a path is percent-encoded.'),
      'x-ms-trigger-value': { type: 'object', description: "Where in a trigger's answer its next value stands." },
    },
    [],
  ),
  if: { required: ['$ref'] },
  else: { required: ['name', 'in'] },
}

/** An answer of an operation. */
export const response: JsonSchema = {
  description: 'An answer, or a reference to a shared one.',
  ...object(
    {
      $ref: text('Reference to a shared answer: #/responses/Name.'),
      description: text('When this answer comes, in a sentence.'),
      schema: ref('schema'),
      headers: mapOf(ref('schema'), 'Headers of the answer.'),
      examples: { type: 'object', description: 'Examples by content type.' },
      'x-ms-summary': text('Title of the answer.'),
    },
    [],
  ),
  if: { required: ['$ref'] },
  else: { required: ['description'] },
}
