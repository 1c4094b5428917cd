import { expect, test } from 'vitest'
import { readAppRegistration } from '../registration/read-app-registration.ts'
import { manifestText } from '../testing/given-registration.ts'
import { lessonOfRegistration } from './lesson-of-registration.ts'

const from = 'app.json'
const lesson = (manifest: Readonly<Record<string, unknown>>, options?: Parameters<typeof lessonOfRegistration>[2]) =>
  lessonOfRegistration(readAppRegistration(from, manifestText({ manifest })), from, options)?.registration

test('a registration is judged as that of a landing page where nobody said what it is for', () => {
  const known = lesson({ appId: '0D5B2A6E-3F2C-4B6F-9A39-0B1F8A3C7D11', signInAudience: 'AzureADMultipleOrgs' })
  expect(known).toMatchObject({ applicationId: '0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11', isSaidToBe: undefined })
  expect(known?.failedRules).toContain('landing-page-personal-accounts')
  expect(lesson({ signInAudience: 'AzureADandPersonalMicrosoftAccount' })?.failedRules).not.toContain(
    'landing-page-personal-accounts',
  )
})

test('what somebody said of it is handed on, and all its capabilities count', () => {
  expect(lesson({}, { capabilities: ['embed-flows'] })?.isSaidToBe).toBe(false)
  const both = lesson({ requiredResourceAccess: [] }, { capabilities: ['landing-page', 'embed-flows'] })
  expect(both?.isSaidToBe).toBe(true)
  expect(both?.failedRules).not.toEqual(
    lesson({ requiredResourceAccess: [] }, { capabilities: ['landing-page'] })?.failedRules,
  )
})

test('a file that is no registration tells nothing', () => {
  expect(lessonOfRegistration(readAppRegistration(from, '{"a":1}'), from)).toBeUndefined()
})
