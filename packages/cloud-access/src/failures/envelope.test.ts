import fc from 'fast-check'
import { expect, test } from 'vitest'
import { serviceWordsOf } from './envelope.ts'
import { recogniseFailure } from './recognise-failure.ts'

const apiHub = JSON.stringify({
  error: {
    code: 'ApiHubsRequestFailed',
    message: `Request to ApiHubs failed with error: '${JSON.stringify({ error: { code: 'InternalServerError', message: 'boom' } })}'. The tracking Id is 'x'.`,
  },
})
const armInApiHub = {
  error: {
    code: 'AzureResourceManagerRequestFailed',
    message: `Request to Azure Resource Manager failed with error: '{"error":{"code":"WorkflowRunNotFound","message":"The run could not be found."}}'.`,
  },
}
const flowClient = {
  error: {
    code: '0x80060467',
    message:
      'Flow client error returned with status code "BadRequest" and details "{"error":{"code":"XrmConnectionReferenceMissingConnection","message":"No connection."}}".',
  },
}

test.each<[string, number, unknown, key: string, code: string | undefined]>([
  [
    'a resource provider',
    404,
    { error: { code: 'EnvironmentNotFound', message: 'no' } },
    'environment-not-found',
    'EnvironmentNotFound',
  ],
  [
    'a resource provider with an inner error',
    403,
    { error: { code: 'Forbidden', message: 'x', innerError: { code: 'DlpViolation', message: 'y' } } },
    'data-policy-violation',
    'DlpViolation',
  ],
  ['ApiHub as text', 400, apiHub, 'connector-service-failed', 'InternalServerError'],
  ['Azure Resource Manager inside', 404, armInApiHub, 'flow-run-not-found', 'WorkflowRunNotFound'],
  [
    'the Flow client inside Dataverse',
    400,
    flowClient,
    'connection-missing',
    'XrmConnectionReferenceMissingConnection',
  ],
  [
    'OData with an empty code',
    404,
    { error: { code: '', message: 'systemuser With Id = x Does Not Exist' } },
    'row-not-found',
    undefined,
  ],
  [
    '200 with errors',
    200,
    {
      errors: [
        { code: 'FlowNotFound', message: 'a' },
        { code: 'Other', message: 'b' },
      ],
    },
    'flow-not-found',
    'FlowNotFound',
  ],
  [
    'the token endpoint',
    400,
    { error: 'invalid_grant', error_description: 'AADSTS65001: The user has not consented.' },
    'consent-missing',
    'AADSTS65001',
  ],
  [
    'storage',
    403,
    '<?xml version="1.0"?><Error><Code>AuthenticationFailed</Code><Message>Server failed</Message></Error>',
    'signed-address-ended',
    'AuthenticationFailed',
  ],
  [
    'a gateway without envelope',
    404,
    { code: 'ConnectionNotFound', message: 'x' },
    'connection-not-found',
    'ConnectionNotFound',
  ],
  ['Web API of old', 400, { Message: 'Cannot delete an active workflow definition.' }, 'flow-still-on', undefined],
  [
    'words alone',
    403,
    { error: { code: 'Forbidden', message: 'The service principal does not have permission to access the path x' } },
    'not-a-management-application',
    'Forbidden',
  ],
  ['a page of a proxy', 502, '<html>Bad gateway</html>', 'service-failed', undefined],
  ['nothing', 403, '', 'not-allowed', undefined],
  ['nothing known', 418, { error: { code: 'Teapot', message: 'short and stout' } }, 'request-refused', 'Teapot'],
])('%s', (_, status, body, key, code) => {
  const words = serviceWordsOf(body)
  expect(recogniseFailure(status, words)).toBe(key)
  expect(words.code).toBe(code)
})

test('further faults are kept beside the first', () => {
  const words = serviceWordsOf({
    error: { code: 'A', message: 'a', details: [{ code: 'B', message: 'b' }, { message: 'c' }] },
  })
  expect(words.details).toEqual(['B: b', 'c'])
})

test('what an operation names wins over the catalogue, unless the catalogue knows more', () => {
  const operation = {
    failures: [
      { status: 403, code: 'Forbidden', failure: 'not-allowed-to-share' },
      { status: 429, failure: 'throttled' },
    ],
  }
  expect(recogniseFailure(403, serviceWordsOf({ error: { code: 'Forbidden', message: '' } }), operation)).toBe(
    'not-allowed-to-share',
  )
  expect(recogniseFailure(429, serviceWordsOf({ error: { code: '0x80072326', message: '' } }), operation)).toBe(
    'concurrency-exhausted',
  )
  expect(recogniseFailure(429, serviceWordsOf(undefined), operation)).toBe('throttled')
  expect(recogniseFailure(403, serviceWordsOf({ error: { code: 'DlpViolation' } }), operation)).toBe(
    'data-policy-violation',
  )
})

test('any JSON and any text is read without an exception, in time that grows with its size', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        fc.string(),
        fc.string().map((text) => ({ error: { message: `{${text}}` } })),
      ),
      (body) => {
        expect(recogniseFailure(400, serviceWordsOf(body))).toBeTypeOf('string')
      },
    ),
  )
  let nested: unknown = { error: { code: 'deep', message: 'deep' } }
  for (let depth = 0; depth < 30; depth += 1)
    nested = { error: { code: `c${depth}`, message: JSON.stringify(nested).slice(0, 5000) } }
  expect(serviceWordsOf(nested).codes.length).toBeLessThan(6)
})
