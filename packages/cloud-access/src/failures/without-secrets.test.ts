import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CloudFailure } from './cloud-failure.ts'
import { withoutSecrets } from './without-secrets.ts'

const secret = fc.stringMatching(/^[A-Za-z0-9+/_-]{24,60}$/)

const carriers: readonly ((secret: string) => string)[] = [
  (value) => `PUT https://a.blob.core.windows.net/c/f.zip?sv=2020&sig=${encodeURIComponent(value)}&se=x failed`,
  (value) => `{"sharedAccessSignature":"https://a.blob.core.windows.net/c?sv=1&sig=${encodeURIComponent(value)}"}`,
  (value) => `Authorization: Bearer ${value}`,
  (value) => `grant_type=x&client_secret=${encodeURIComponent(value)}&scope=y`,
  (value) => `{"client_secret":"${value}"}`,
  (value) => `{\\"clientSecret\\":\\"${value}\\"}`,
  (value) => `password: ${value}`,
  (value) => `refresh_token=${encodeURIComponent(value)}`,
  (value) => `{"access_token": "${value}"}`,
  (value) => `token eyJhbGciOiJub25l.${value}.sig was refused`,
  (value) => `https://x/?code=${encodeURIComponent(value)}&state=1`,
  (value) => `\\u0026sig=${encodeURIComponent(value)}\\u0026se=1`,
]

test.each(carriers.map((carrier, index) => [index, carrier] as const))(
  'form %i carries no secret out',
  (_, carrier) => {
    fc.assert(
      fc.property(secret, fc.string({ maxLength: 20 }), (value, before) => {
        const shown = withoutSecrets(`${before} ${carrier(value)}`)
        expect(shown).not.toContain(value)
        expect(shown).not.toContain(encodeURIComponent(value))
      }),
    )
  },
)

test('a failure shows no secret in its message, its data or its details', () => {
  const failure = new CloudFailure('request-refused', {
    cloudMessage: 'https://a.blob.core.windows.net/c?sig=c2VjcmV0LXNlY3JldC1zZWNyZXQ%3D',
    details: ['client_secret=not-a-real-secret-0123456789'],
  })
  const shown = `${failure.message}\n${JSON.stringify(failure)}\n${String(failure)}`
  expect(shown).not.toContain('c2VjcmV0')
  expect(shown).not.toContain('not-a-real-secret')
})

test('ordinary words stay, long ones are cut', () => {
  const text = 'The connection shared_x/4f0c is not shared with the signature page of user a@b.c.'
  expect(withoutSecrets(text)).toBe(text)
  expect(withoutSecrets('x'.repeat(100_000)).length).toBeLessThan(2_100)
})
