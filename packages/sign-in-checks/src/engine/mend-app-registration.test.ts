import { expect, test } from 'vitest'
import { manifestText } from '../testing/given-registration.ts'
import { mendAppRegistration } from './mend-app-registration.ts'

test('what is plain is mended and nothing else, however it is laid out', () => {
  const text = manifestText({ manifest: { isFallbackPublicClient: 'false', signInAudience: 'AzureADMyOrg' } })
  const mended = mendAppRegistration('app-manifest.json', `${text.slice(0, -2)},\n}`)
  expect(mended).toMatchObject({ path: 'app-manifest.json', count: 2 })
  expect(mended?.after).toBe(`${text.slice(0, -2)}\n}`.replace('"false"', 'false'))
})

test('a manifest without such faults, and what is none, stay as they are', () => {
  expect(mendAppRegistration('app-manifest.json', manifestText({ manifest: {} }))).toBeUndefined()
  expect(mendAppRegistration('app-manifest.json', '{ "name": 1 }')).toBeUndefined()
})
