import { metadataNames, visibilities } from '../src/types/allowed-values.ts'
import { dynamicDefinitions } from './dynamic-definitions.ts'
import { type JsonSchema, listOf, mapOf, object, oneOf, ref, text } from './json-schema.ts'
import { annotation, operation, pathItem } from './operation-schemas.ts'
import { parameter, response, schema } from './value-schemas.ts'

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

const externalDocs = object(
  { url: text('Address of the page.'), description: text('What the page says.') },
  [],
  'More documentation.',
)

const securityScheme = object(
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
      externalDocs,
      securityScheme,
      ...dynamicDefinitions,
    },
  }
}
