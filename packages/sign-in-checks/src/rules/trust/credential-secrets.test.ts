import { createReport, printHtml, printText } from '@sevenstep/findings'
import { expect, test } from 'vitest'
import { checkAppRegistration } from '../../engine/check-app-registration.ts'
import { readAppRegistration } from '../../registration/read-app-registration.ts'
import { manifestPath, manifestText } from '../../testing/given-registration.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { credentialSecrets } from './credential-secrets.ts'

const rule = 'credential-no-secret-value'
const fake = 'not-a-real-secret-0123'
const leaked = { passwordCredentials: [{ displayName: 'server', secretText: fake }] }

testRuleFamily(credentialSecrets, import.meta.url, {
  passes: [
    { name: 'no secret', given: { manifest: {} } },
    {
      name: 'a secret without its value',
      given: { manifest: { passwordCredentials: [{ displayName: 'a', secretText: null, value: null, hint: 'not' }] } },
    },
  ],
  fails: [
    {
      name: 'a value',
      given: { manifest: leaked },
      finds: [{ rule, at: '/passwordCredentials/0/secretText' }],
      mended: { manifest: { passwordCredentials: [{ displayName: 'server', secretText: null }] } },
    },
    {
      name: 'a value of the older format',
      given: { manifest: { passwordCredentials: [{ keyId: 'k', value: fake }] }, format: 'azure-ad-graph' },
      finds: [{ rule, at: '/passwordCredentials/0/value' }],
    },
  ],
})

test('no report shows the value', () => {
  const text = manifestText({ manifest: leaked })
  const { subject } = checkAppRegistration(readAppRegistration(manifestPath, text), { withEdits: true })
  const report = createReport({ name: 'test', version: '1' }, [subject])
  const sources = () => text
  for (const printed of [printText(report, { sources }), printHtml(report, { sources }), JSON.stringify(report)]) {
    expect(printed).not.toContain(fake)
  }
})
