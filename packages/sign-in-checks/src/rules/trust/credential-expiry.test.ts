import { expect, test } from 'vitest'
import { checkAppRegistration } from '../../engine/check-app-registration.ts'
import { readAppRegistration } from '../../registration/read-app-registration.ts'
import { manifestPath, manifestText } from '../../testing/given-registration.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { credentialExpiry } from './credential-expiry.ts'

const secret = (endDateTime: unknown) => ({ passwordCredentials: [{ displayName: 'server', endDateTime }] })
const at = '/passwordCredentials/0/endDateTime'
const today = '2026-11-20'

testRuleFamily(credentialExpiry, import.meta.url, {
  passes: [
    { name: 'a year away', given: { manifest: {}, today } },
    { name: 'none', given: { manifest: { keyCredentials: [], passwordCredentials: [] }, today } },
    { name: 'a date that is null', given: { manifest: secret(null), today } },
    { name: '61 days away', given: { manifest: secret('2027-01-20'), today } },
  ],
  fails: [
    {
      name: 'the day before',
      given: { manifest: secret('2026-11-19T23:00:00Z'), today },
      finds: [{ rule: 'credential-not-expired', at, what: 'The secret "server" ran out on 2026-11-19.' }],
    },
    {
      name: 'a certificate of the older format',
      given: { manifest: { keyCredentials: [{ keyId: 'k', endDate: '2020-01-01' }] }, format: 'azure-ad-graph', today },
      finds: [{ rule: 'credential-not-expired', at: '/keyCredentials/0/endDate' }],
    },
    {
      name: '30 days away',
      given: { manifest: secret('2026-12-20'), today },
      finds: [{ rule: 'credential-not-expiring', at }],
    },
    {
      name: '60 days away',
      given: { manifest: secret('2027-01-19'), today },
      finds: [{ rule: 'credential-not-expiring', at }],
    },
    {
      name: 'no date',
      given: { manifest: secret('soon'), today },
      finds: [{ rule: 'credential-end-valid', at }],
    },
  ],
})

test('without a day nothing is said about ends', () => {
  const manifest = readAppRegistration(manifestPath, manifestText({ manifest: secret('2020-01-01') }))
  const { findings, notChecked } = checkAppRegistration(manifest, { families: [credentialExpiry] }).subject
  expect(findings).toEqual([])
  expect(notChecked).toEqual([
    { rules: ['credential-not-expired', 'credential-not-expiring'], reason: 'Nobody said which day it is.' },
  ])
})
