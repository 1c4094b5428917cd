import assert from 'node:assert/strict'
import { checkAppRegistration, checkToken, readAppRegistration } from '@sevenstep/sign-in-checks'
import { rulePages } from '@sevenstep/sign-in-checks/pages'

const text = '{ "appId": "x", "signInAudience": "AzureADMyOrg", "spa": { "redirectUris": ["http://a.example"] } }'
const { subject } = checkAppRegistration(readAppRegistration('app-manifest.json', text))
const rules = subject.findings.map(({ ruleId }) => ruleId)
assert.ok(rules.includes('redirect-https'))
assert.match(rulePages['redirect-https'], /# `redirect-https`/)
assert.equal(checkToken('', { api: 'flow', scopes: [], now: 0 }).findings[0]?.ruleId, 'token-readable')
