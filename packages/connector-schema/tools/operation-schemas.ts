import { lifecycleStatuses, triggerKinds } from '../src/types/allowed-values.ts'
import { type JsonSchema, listOf, mapOf, object, oneOf, ref, text, truth, whole } from './json-schema.ts'

/** The place of an operation in a row of versions. */
export const annotation = object(
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

/** An action or a trigger. */
export const operation: JsonSchema = object(
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

/** One path with its operations. */
export const pathItem: JsonSchema = object(
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
