import { expect, test } from 'vitest'
import { allOperations } from '../operations/index.ts'
import { failureTexts, isFailureKey } from './catalogue.ts'

const texts = Object.entries(failureTexts)

test('every failure that an operation names is in the catalogue', () => {
  expect(allOperations.length).toBeGreaterThan(0)
  const unknown = allOperations.flatMap(({ id, failures }) =>
    failures.filter(({ failure }) => !isFailureKey(failure)).map(({ failure }) => `${id}: ${failure}`),
  )
  expect(unknown).toEqual([])
})

test.each(texts)('%s says what, why and what to do in sentences, and where it is known from', (key, text) => {
  expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/)
  for (const sentence of [text.what, text.why, text.fix]) expect(sentence).toMatch(/^["A-Z].*\.$/)
  expect(text.sources.length).toBeGreaterThan(0)
})

test('no code and no words stand for two failures with the same status', () => {
  const signs = texts.flatMap(([key, { signs = [] }]) =>
    signs.flatMap(({ codes = [], messages = [], status }) =>
      [...codes, ...messages].map((sign) => [`${sign.toLowerCase()} ${status ?? ''}`, key] as const),
    ),
  )
  const twice = signs.filter(([sign], index) => signs.findIndex(([other]) => other === sign) !== index)
  expect(twice).toEqual([])
})

test.each([
  'EnvironmentNotFound',
  'EnvironmentAccessDenied',
  'ServiceToServiceEnvironmentNotFound',
  'ConnectionNotFound',
  'ConnectionAuthorizationFailed',
  'ClientScopeAuthorizationFailed',
  'MissingAuthorizationHeaderAndClientCertificate',
  'DlpViolation',
  'MissingAdequateQuotaPolicy',
  'XrmConnectionReferenceMissingConnection',
  'OperationNotStartable',
  'InsufficientCapacity_StorageDriven',
  'ApiHubsRequestFailed',
  'AzureResourceManagerRequestFailed',
  'WorkflowRunNotFound',
  '0x80072322',
  '0x80072321',
  '0x80072326',
  'ConcurrencyVersionMismatch',
  'DuplicateRecord',
  'CannotDeleteDueToAssociation',
  'AADSTS65001',
  'AADSTS65004',
  'AADSTS650057',
  'AADSTS650051',
  'invalid_client',
  'expired_token',
  'authorization_declined',
])('the catalogue knows %s', (code) => {
  const known = texts.some(([, { signs = [] }]) => signs.some(({ codes = [] }) => codes.includes(code)))
  expect(known).toBe(true)
})
