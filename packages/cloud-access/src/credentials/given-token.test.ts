import { expect, test } from 'vitest'
import { fakeToken } from '../fixtures/fake-tokens.ts'
import { failureOf } from '../fixtures/sample-client.ts'
import { createGivenTokenCredential } from './given-token.ts'

const now = () => Date.UTC(2026, 0, 1)
const inAnHour = now() / 1000 + 3600

test('a token is given as it is, until it ends', async () => {
  const token = fakeToken({ scp: 'User', exp: inAnHour })
  const credential = createGivenTokenCredential(` Bearer ${token}\n`, now)
  expect(credential.kind).toBe('delegated')
  await expect(credential.getToken('x')).resolves.toEqual({ token, expiresOnTimestamp: inAnHour * 1000 })
  const ended = createGivenTokenCredential(token, () => inAnHour * 1000)
  expect((await failureOf(ended.getToken('x'))).code).toBe('token-expired')
})

test('an opaque token is taken to last an hour and tells nothing of its kind', async () => {
  const credential = createGivenTokenCredential('opaque', now)
  expect(credential.kind).toBe('unknown')
  expect((await credential.getToken('x')).expiresOnTimestamp).toBe(now() + 3_600_000)
})

test.each(['', '  ', 'Bearer ', 'two words'])('%j is no token', async (text) => {
  const failure = await failureOf(Promise.resolve().then(() => createGivenTokenCredential(text)))
  expect(failure.code).toBe('credential-gave-nothing')
  if (text.trim() !== '') expect(failure.message).not.toContain('two words')
})
