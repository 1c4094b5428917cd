import { AuthError } from '@azure/msal-node'
import { expect, test } from 'vitest'
import { signInFailure } from './sign-in-failure.ts'

/** An error as MSAL makes it of an answer of the token endpoint. */
const answered = (code: string, errorMessage: string) =>
  Object.assign(new AuthError(code, 'an answer of the token endpoint'), { errorMessage })

test.each([
  'AADSTS65001: Nobody has consented. Trace ID: 1 Correlation ID: 2',
  'AADSTS65001: Nobody has consented.\r\nCorrelation ID: 2\r\nTimestamp: t',
  'AADSTS65001: Nobody has consented. - Trace ID: 1',
])('the ids of an answer are no part of its words: %j', (description) => {
  const failure = signInFailure(answered('invalid_grant', description))
  expect(failure.cloudMessage).toContain('Nobody has consented.')
  expect(failure.cloudMessage).not.toMatch(/Trace|Correlation/)
})

test('an answer of blanks takes no longer than its length', () => {
  const begun = process.cpuUsage().user
  signInFailure(answered('server_error', `AADSTS9999999: ${' '.repeat(200_000)}x`))
  expect(process.cpuUsage().user - begun).toBeLessThan(5_000_000)
})
