import { expect, test } from 'vitest'
import { secretSource } from './secret-source.ts'

const environment = { SHORT: 'not-a-secret', LONG: 'not-a-secret-but-longer & spaced' }

function knownSecrets() {
  const secrets = secretSource('.', environment)
  secrets.read({ env: 'SHORT' })
  secrets.read({ env: 'LONG' })
  return secrets
}

test.each([
  ['as it is', environment.LONG],
  ['in JSON', JSON.stringify({ key: environment.LONG })],
  ['in an address', `https://example.com/?key=${encodeURIComponent(environment.LONG)}`],
  ['in a form', new URLSearchParams({ key: environment.LONG }).toString()],
  ['in Base64', Buffer.from(environment.LONG).toString('base64')],
])('a secret %s is hidden whole, also where another is its beginning', (_, text) => {
  const hidden = knownSecrets().hide(text)
  expect(hidden).toContain('(secret)')
  expect(hidden).not.toMatch(/longer|spaced|bG9uZ2Vy/)
})
