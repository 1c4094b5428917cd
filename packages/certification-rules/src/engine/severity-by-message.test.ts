import { readConnector } from '@sevenstep/connector-schema'
import { expect, test } from 'vitest'
import { checkConnector } from './check-connector.ts'

const rule = 'auth-oauth-no-client-secret'
const withSecret = (clientSecret: string) => {
  const oAuthSettings = { identityProvider: 'oauth2', clientId: 'fleet', clientSecret }
  const content = JSON.stringify({
    properties: { connectionParameters: { token: { type: 'oauthSetting', oAuthSettings } } },
  })
  return readConnector([{ path: 'apiProperties.json', content }])
}
const severityOf = (secret: string, options: Parameters<typeof checkConnector>[1] = {}) =>
  checkConnector(withSecret(secret), { ...options, only: [rule] }).subject.findings.map(({ severity }) => severity)

test('a message that says something milder than its rule weighs less', () => {
  expect(severityOf('q7Fz-21kLm')).toEqual(['error'])
  expect(severityOf('[[DUMMY]]')).toEqual(['warning'])
})

test('somebody who sets a rule means all its messages, and no message outweighs its rule', () => {
  expect(severityOf('[[DUMMY]]', { settings: { [rule]: 'error' } })).toEqual(['error'])
  expect(severityOf('[[DUMMY]]', { settings: { [rule]: 'info' } })).toEqual(['info'])
})
