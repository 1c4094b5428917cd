import { expect, test } from 'vitest'
import { checkAppRegistration } from '../../engine/check-app-registration.ts'
import { readAppRegistration } from '../../registration/read-app-registration.ts'
import { manifestPath, manifestText } from '../../testing/given-registration.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { implicitGrant } from './implicit-grant.ts'

const off = 'implicit-tokens-off'
const sample = 'implicit-tokens-for-sample'
const both = { enableAccessTokenIssuance: true, enableIdTokenIssuance: true }
const old = {
  format: 'azure-ad-graph' as const,
  edition: '2018-02' as const,
  capabilities: ['embed-flows' as const],
}
const web = { keyCredentials: [], replyUrlsWithType: [{ url: 'https://fleetdesk.example/', type: 'Web' }] }

testRuleFamily(implicitGrant, import.meta.url, {
  passes: [
    { name: 'off', given: { manifest: {} } },
    { name: 'off with a SPA address in the seeds’ edition', given: { manifest: {}, ...old } },
    {
      name: 'off for a server in the seeds’ edition',
      given: { manifest: { replyUrlsWithType: web.replyUrlsWithType }, ...old },
    },
  ],
  fails: [
    {
      name: 'both on',
      given: { manifest: { web: { redirectUris: [], implicitGrantSettings: both } } },
      finds: [
        { rule: off, at: '/web/implicitGrantSettings/enableAccessTokenIssuance' },
        { rule: off, at: '/web/implicitGrantSettings/enableIdTokenIssuance' },
      ],
      mended: {
        manifest: {
          web: {
            redirectUris: [],
            implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false },
          },
        },
      },
    },
    {
      name: 'on in the early format',
      given: { manifest: { oauth2AllowImplicitFlow: true }, format: 'azure-ad-graph-early' },
      finds: [{ rule: off, at: '/oauth2AllowImplicitFlow' }],
    },
    {
      name: 'off where the sample needs both',
      given: { manifest: { ...web, oauth2AllowIdTokenImplicitFlow: undefined }, ...old },
      finds: [
        { rule: sample, at: '/oauth2AllowImplicitFlow' },
        { rule: sample, at: '' },
      ],
    },
  ],
})

test('the seeds’ edition lets the implicit grant pass', () => {
  const manifest = readAppRegistration(
    manifestPath,
    manifestText({ manifest: { web: { redirectUris: [], implicitGrantSettings: both } } }),
  )
  const { findings } = checkAppRegistration(manifest, { edition: '2018-02' }).subject
  expect(findings.filter(({ ruleId }) => ruleId.startsWith('implicit'))).toEqual([])
})
