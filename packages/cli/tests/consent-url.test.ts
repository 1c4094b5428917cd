import { expect, test } from 'vitest'
import { runHere } from './run-command.ts'

const manifest = 'examples/app-registration/mended/app-manifest.json'
const tenant = '72f988bf-86f1-41af-91ab-2d7cd011db47'

test('a manifest fills everything, and the state is said', async () => {
  const { code, out, error } = await runHere(['consent-url', '--manifest', manifest])
  expect(code).toBe(0)
  const address = new URL(out.trim())
  expect(address.origin + address.pathname).toBe('https://login.microsoftonline.com/organizations/v2.0/adminconsent')
  expect(address.searchParams.get('client_id')).toBe('0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11')
  expect(address.searchParams.get('redirect_uri')).toBe('https://carrental.example/signed-in')
  expect(address.searchParams.get('scope')).toBe(
    'https://service.flow.microsoft.com//Flows.Read.All https://service.flow.microsoft.com//Flows.Manage.All https://graph.microsoft.com/User.Read',
  )
  expect(error).toContain(address.searchParams.get('state'))
})

test('options win over the manifest', async () => {
  const words = [
    '--manifest',
    manifest,
    '--tenant',
    'contoso.example',
    '--scope',
    'Approvals.Read.All',
    '--state',
    'a1',
  ]
  const { out, error } = await runHere(['consent-url', ...words])
  expect(out).toContain('/contoso.example/v2.0/adminconsent?')
  expect(new URL(out.trim()).searchParams.get('scope')).toBe('https://service.flow.microsoft.com//Approvals.Read.All')
  expect(error).toBe('')
})

test.each([
  [['--manifest', manifest, '--tenant', 'common'], '"common" cannot stand for the tenant.', 2],
  [['--client-id', 'fleet'], '"fleet" is no application id. The address names no redirect address.', 2],
  [['--manifest', manifest, '--scope', 'User'], 'Which API the scope "User" belongs to is not known.', 2],
  [['--manifest', 'package.json'], 'package.json is no app registration.', 3],
  [['--manifest', 'missing.json'], 'missing.json cannot be read.', 3],
  [['--answer', 'https://a.example/?state=1'], '--answer needs --state.', 2],
])('%j is a slip', async (words, said, expected) => {
  const { code, error } = await runHere(['consent-url', ...words])
  expect(error).toContain(said)
  expect(code).toBe(expected)
})

test.each([
  [`?admin_consent=True&tenant=${tenant}&state=a1`, 'Consent was given', 0],
  ['?error=access_denied&error_description=AADSTS65004%3A+denied&state=a1', 'Consent was not given (AADSTS65004).', 1],
  [`?admin_consent=True&tenant=${tenant}&state=b2`, 'This is no answer to rely on.', 1],
])('the answer %s is read', async (query, said, expected) => {
  const { code, out } = await runHere([
    'consent-url',
    '--answer',
    `https://carrental.example/signed-in${query}`,
    '--state',
    'a1',
  ])
  expect(out).toContain(said)
  expect(code).toBe(expected)
})
