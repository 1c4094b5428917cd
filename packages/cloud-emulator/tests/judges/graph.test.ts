import { expect, test } from 'vitest'
import { emulatorOfTests, tokenFor } from '../../src/fixtures/emulator-of-tests.ts'
import { defaultEntrance } from '../../src/seed/default-seed.ts'
import { expectRecorded } from './exercised.ts'
import { runClient } from './run-client.ts'

const { user, clientId } = defaultEntrance
const emulator = await emulatorOfTests()

test('microsoft-graph-client reads people, licences and applications over TLS, waits at a 429, unchanged', {
  timeout: 60_000,
}, async () => {
  const token = await tokenFor(emulator, { scope: 'https://graph.microsoft.com/.default', user })
  emulator.faults.add({ effect: { kind: 'throttle', retryAfter: 1 }, target: { service: 'graph' }, times: 1 })
  const { stdout, stderr } = await runClient(emulator, 'graph.ts', {
    TOKEN: token,
    VENDOR_TOKEN: await tokenFor(emulator, {
      scope: 'https://graph.microsoft.com/.default',
      user: 'priya@proseware.example',
      tenant: 'proseware.example',
    }),
    CLIENT_ID: clientId,
  })
  expect(stderr).toBe('')
  const results = JSON.parse(stdout)
  expect(results).toMatchObject({
    me: { userPrincipalName: user, displayName: 'Femke Bakker' },
    users: [{ userPrincipalName: expect.any(String) }, { userPrincipalName: expect.any(String) }],
    some: [{ userPrincipalName: 'maker@fabrikam.example' }],
    one: { userPrincipalName: 'member@fabrikam.example' },
    skus: [{ skuPartNumber: 'O365_BUSINESS_PREMIUM' }, { skuPartNumber: 'POWERAUTOMATE_ATTENDED_RPA' }],
    licences: [{ skuPartNumber: 'O365_BUSINESS_PREMIUM' }, { skuPartNumber: 'POWERAUTOMATE_ATTENDED_RPA' }],
    assigned: [{ skuPartNumber: 'O365_BUSINESS_PREMIUM' }, { skuPartNumber: 'POWERAUTOMATE_ATTENDED_RPA' }],
    principals: [{ appId: clientId, displayName: 'Proseware deployment' }],
    applications: [{ appId: clientId, displayName: 'Proseware deployment' }],
    application: { appId: clientId },
    missing: { status: 404, code: 'Request_ResourceNotFound' },
  })
  expect(results.grants.length).toBeGreaterThan(3)
  expect(
    Object.keys(results.users[0])
      .filter((key) => !key.startsWith('@'))
      .sort(),
  ).toEqual(['id', 'userPrincipalName'])
})

test('what it exercised is what the pages say', () => {
  expectRecorded('@microsoft/microsoft-graph-client', emulator)
})
