import {
  formats,
  lifecycleStatuses,
  mediaKinds,
  metadataNames,
  triggerKinds,
  urlEncodings,
  visibilities,
} from '../src/types/allowed-values.ts'
import { dynamicDefinitions } from './dynamic-definitions.ts'
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

const schema: JsonSchema = object(
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

const parameter: JsonSchema = {
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

const response: JsonSchema = {
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

const annotation = object(
  {
    family: text('What all versions of the operation share.'),
    revision: whole('Number of the version, from 1.'),
    status: oneOf(lifecycleStatuses, 'Whether it is ready for production.'),
    replacement: object(
      { api: text('Name of the connector.'), operationId: text('Id of the operation.') },
      [],
      'What to use instead of a deprecated operation.',
    ),
    expires: text('ISO date until which it works.'),
  },
  [],
  'Place of an operation in a row of versions.',
)

const operation: JsonSchema = object(
  {
    operationId: text('Unique in the file. Published flows name it: it may never change.'),
    summary: text('The title makers see. At most 80 characters, no / \\ < > * % & ?.'),
    description: text('What the operation does, in a sentence.'),
    tags: listOf(text('A tag.'), 'Tags.'),
    consumes: listOf(text('A content type.'), 'Content types it takes.'),
    produces: listOf(text('A content type.'), 'Content types it answers with.'),
    parameters: listOf(ref('parameter'), 'What it is given.'),
    responses: mapOf(ref('response'), 'Answers by status code of three digits, or default.'),
    deprecated: truth('Whether makers should no longer use it.'),
    schemes: listOf(text('http or https.'), 'Protocols.'),
    security: ref('security'),
    externalDocs: ref('externalDocs'),
    'x-ms-visibility': ref('visibility'),
    'x-ms-trigger': oneOf(triggerKinds, 'Makes a trigger of it: one item per run, or a list that is split.'),
    'x-ms-trigger-hint': text('What a person does to make the trigger fire.'),
    'x-ms-trigger-metadata': object(
      { kind: oneOf(['query'], 'How it learns of news.'), mode: oneOf(['polling'], 'How it waits.') },
      [],
      'Marks a trigger that asks again and again.',
    ),
    'x-ms-notification': object(
      { operationId: text('Id of the webhook operation.') },
      ['operationId'],
      'The webhook that tells this trigger when to fetch.',
    ),
    'x-ms-api-annotation': ref('annotation'),
    'x-ms-capabilities': object(
      { chunkTransfer: truth('Whether large content may be sent in pieces.') },
      [],
      'What the operation can do.',
    ),
    'x-ms-operation-context': { type: 'object', description: 'An operation that stands in while a flow is tested.' },
    'x-ms-pageable': object(
      { nextLinkName: text('nextLink or @odata.nextLink.') },
      [],
      'Where the address of the next page stands.',
    ),
    'x-ms-no-generic-test': truth("Left out of Microsoft's automatic tests."),
    'x-ms-safe-operation': truth('Whether it changes nothing, whatever its verb.'),
    'x-ms-require-user-confirmation': { description: 'Whether a person must agree before a plug-in calls it.' },
  },
  ['responses'],
  'An action or a trigger.',
)

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch']

const pathItem: JsonSchema = object(
  {
    ...Object.fromEntries(methods.map((method) => [method, ref('operation')])),
    parameters: listOf(ref('parameter'), 'Parameters all operations of the path share.'),
    'x-ms-notification-content': object(
      { description: text('What is sent.'), schema: ref('schema') },
      [],
      'What a webhook on this path sends.',
    ),
  },
  [],
  'One path with its operations.',
)

const info: JsonSchema = object(
  {
    title: text('Name of the connector: at most 30 characters, in English, without the words API and connector.'),
    version: text('Version of the definition.'),
    description: text('What the connector is good for: 30 to 500 characters.'),
    contact: object(
      { name: text('Who helps.'), url: text('Page for help.'), email: text('Address for help.') },
      [],
      'Whom users turn to.',
    ),
    termsOfService: text('Terms of the service.'),
    license: object({ name: text('Name of the licence.'), url: text('Its text.') }, [], 'Licence of the service.'),
    'x-ms-deployment-version': text('Digits and dots.'),
    'x-ms-api-annotation': ref('annotation'),
    'x-ms-keywords': listOf(text('A word.'), 'Words to find the connector by.'),
  },
  ['title', 'version'],
  'The name card of the connector.',
)

const metadata = listOf(
  object(
    {
      propertyName: { ...text('Website, Privacy policy or Categories.'), examples: [...metadataNames] },
      propertyValue: text('An address, or one or two categories joined by a semicolon.'),
    },
    ['propertyName', 'propertyValue'],
  ),
  'Website, privacy policy and categories, required for certification.',
)

/** The JSON Schema of `apiDefinition.swagger.json` for editors: it accepts what accepted connectors use. */
export function definitionSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Definition of a Power Platform custom connector',
    ...object(
      {
        swagger: { const: '2.0', description: 'Connectors are described in OpenAPI 2.0.' },
        info: ref('info'),
        host: text('Name of the service, and port if need be; no protocol, no path.'),
        basePath: text('Begins with a slash.'),
        schemes: listOf(text('https.'), 'Protocols; the first is used.'),
        consumes: listOf(text('A content type.'), 'Content types operations take.'),
        produces: listOf(text('A content type.'), 'Content types operations answer with.'),
        paths: {
          type: 'object',
          description: 'Paths with their operations.',
          patternProperties: { '^/': ref('pathItem') },
        },
        definitions: mapOf(ref('schema'), 'Schemas by name.'),
        parameters: mapOf(ref('parameter'), 'Shared parameters by name.'),
        responses: mapOf(ref('response'), 'Shared answers by name.'),
        securityDefinitions: mapOf(ref('securityScheme'), 'Ways to sign in by name.'),
        security: ref('security'),
        tags: listOf({ type: 'object' }, 'Tags with their descriptions.'),
        externalDocs: ref('externalDocs'),
        'x-ms-capabilities': ref('capabilities'),
        'x-ms-connector-metadata': metadata,
      },
      ['swagger', 'info', 'paths'],
      'OpenAPI 2.0 with the extensions of Power Platform connectors.',
    ),
    definitions: {
      info,
      pathItem,
      operation,
      parameter,
      response,
      schema,
      annotation,
      visibility: oneOf(visibilities, 'Shown first, behind a toggle, or hidden. Leave it out for normal.'),
      security: listOf({ type: 'object' }, 'Ways to sign in that apply.'),
      externalDocs: object(
        { url: text('Address of the page.'), description: text('What the page says.') },
        [],
        'More documentation.',
      ),
      securityScheme: object(
        {
          type: oneOf(['basic', 'apiKey', 'oauth2'], 'Kind of sign-in.'),
          name: text('Name of the header or query parameter.'),
          in: oneOf(['header', 'query'], 'Where the key goes.'),
          flow: oneOf(
            ['accessCode', 'implicit', 'password', 'application'],
            'Way to get a token; accessCode for connectors.',
          ),
          authorizationUrl: text('Where people sign in.'),
          tokenUrl: text('Where tokens come from.'),
          scopes: { type: 'object', description: 'What tokens may allow.' },
        },
        ['type'],
        'One way to sign in.',
      ),
      ...dynamicDefinitions,
    },
  }
}
