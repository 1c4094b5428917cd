import { expect, test } from 'vitest'
import { checkAppRegistration } from '../../engine/check-app-registration.ts'
import { readAppRegistration } from '../../registration/read-app-registration.ts'
import { manifestPath, manifestText } from '../../testing/given-registration.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { redirectLocalhost } from './redirect-localhost.ts'

const rule = 'redirect-no-localhost'
const local = { manifest: { spa: { redirectUris: ['http://localhost:3000/', 'https://127.0.0.1/'] } } }

testRuleFamily(redirectLocalhost, import.meta.url, {
  passes: [
    { name: 'a public address', given: { manifest: {} } },
    {
      name: 'a desktop application',
      given: { manifest: { publicClient: { redirectUris: ['http://localhost'] } } },
    },
  ],
  fails: [
    {
      name: 'localhost',
      given: local,
      finds: [
        { rule, at: '/spa/redirectUris/0' },
        { rule, at: '/spa/redirectUris/1' },
      ],
    },
    {
      name: 'localhost in the older format',
      given: {
        manifest: { replyUrlsWithType: [{ url: 'http://localhost:30662/', type: 'Web' }] },
        format: 'azure-ad-graph',
      },
      finds: [{ rule, at: '/replyUrlsWithType/0/url' }],
    },
  ],
})

test('localhost is all right while developing', () => {
  const manifest = readAppRegistration(manifestPath, manifestText(local))
  const { findings } = checkAppRegistration(manifest, { profile: 'development' }).subject
  expect(findings.filter(({ ruleId }) => ruleId === rule)).toEqual([])
})
