import { readConnector, textFilesOf } from '@sevenstep/connector-schema'
import { createReport, printHtml, printText } from '@sevenstep/findings'
import { expect, test } from 'vitest'
import { checkConnector } from './check-connector.ts'

const secret = 'sk_live_4eC39HqLyjWDarjtT1zdp7dcB2vX8'
const properties = JSON.stringify(
  {
    properties: {
      iconBrandColor: '#1f6f78',
      connectionParameters: {
        api_key: { type: 'securestring', uiDefinition: { displayName: 'Key' }, defaultValue: secret },
        token: {
          type: 'oauthSetting',
          oAuthSettings: { identityProvider: 'oauth2', clientId: 'fleet', clientSecret: secret },
        },
      },
    },
  },
  undefined,
  2,
)

test('no report shows a secret it found, not even in the lines around another finding', () => {
  const connector = readConnector([{ path: 'apiProperties.json', content: properties }])
  const report = createReport({ name: 'test', version: '1' }, [checkConnector(connector, { withEdits: true }).subject])
  const rules = report.subjects[0]?.findings.map(({ ruleId }) => ruleId) ?? []
  expect(rules).toContain('auth-oauth-no-client-secret')
  expect(rules).toContain('auth-secret-no-default')
  const sources = (_: unknown, path: string) => textFilesOf(connector).find((file) => file.path === path)?.text
  for (const text of [printText(report, { sources, verbosity: 'verbose' }), printHtml(report, { sources })]) {
    expect(text).toContain('•••')
    expect(text).not.toContain(secret.slice(8))
  }
  expect(JSON.stringify(report)).not.toContain(secret.slice(8))
})
