import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readConsentAnswer } from './read-consent-answer.ts'

const tenant = '72f988bf-86f1-41af-91ab-2d7cd011db47'
const page = 'https://fleetdesk.example/signed-in'
const state = 'a1b2'

test('a grant names its tenant and scopes, and is only claimed', () => {
  const answer = `${page}?admin_consent=True&tenant=${tenant}&scope=${encodeURIComponent('a b')}&state=${state}`
  expect(readConsentAnswer(answer, { state })).toEqual({
    outcome: 'granted',
    claimedTenant: tenant,
    scopes: ['a', 'b'],
  })
})

test('the query alone does', () => {
  expect(readConsentAnswer(`admin_consent=true&tenant=${tenant}&state=${state}`, { state }).outcome).toBe('granted')
})

test.each([
  ['another state', `?admin_consent=True&tenant=${tenant}&state=other`],
  ['no state', `?admin_consent=True&tenant=${tenant}`],
  ['a refusal with another state', '?error=access_denied&state=other'],
  ['no tenant', `?admin_consent=True&state=${state}`],
  ['a tenant that is none', `?admin_consent=True&tenant=contoso&state=${state}`],
  ['consent that is not given', `?admin_consent=False&tenant=${tenant}&state=${state}`],
])('%s is no answer', (_, query) => {
  expect(readConsentAnswer(page + query, { state }).outcome).toBe('not-an-answer')
})

test('an empty state fits nothing', () => {
  expect(readConsentAnswer(`${page}?admin_consent=True&tenant=${tenant}&state=`, { state: '' }).outcome).toBe(
    'not-an-answer',
  )
})

test('another tenant than the one that was asked is no answer', () => {
  const answer = `${page}?admin_consent=True&tenant=${tenant}&state=${state}`
  const expected = { state, tenant: '11111111-2222-4333-8444-555555555555' }
  expect(readConsentAnswer(answer, expected).outcome).toBe('not-an-answer')
  expect(readConsentAnswer(answer, { state, tenant: tenant.toUpperCase() }).outcome).toBe('granted')
})

test('a refusal is explained by its number', () => {
  const description = encodeURIComponent('AADSTS65004: the resource owner denied. Trace ID: 1')
  const answer = readConsentAnswer(`${page}?error=access_denied&error_description=${description}&state=${state}`, {
    state,
  })
  expect(answer).toEqual({
    outcome: 'refused',
    error: 'access_denied',
    code: 'AADSTS65004',
    why: 'The person who was asked did not agree.',
    fix: 'Explain what each scope is for, then send them to the consent address again.',
  })
})

test('nothing that comes back makes it throw', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (address, sent) => void readConsentAnswer(address, { state: sent })))
})
