import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSecrets } from './find-secrets.ts'

/** Parts are joined here, so that no search of this repository takes them for secrets. */
const secrets: readonly (readonly [string, readonly string[]])[] = [
  ['private key', ['-----BEGIN RSA ', 'PRIVATE KEY-----\\nMIIEpAIBAAKCAQEA7bq']],
  [
    'Azure shared access signature',
    ['https://x.example/a?sv=2020&s', 'ig=abcDEF1234567890abcDEF1234567890abcDEF12345%3D'],
  ],
  ['AWS access key id', ['AKIA', 'QYLPMN5HHHFPZAM2']],
  ['Google API key', ['AIza', 'SyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY']],
  ['GitHub token', ['ghp_', '16C7e42F292c6912E7710c838347Ae178B4a']],
  ['Slack token', ['xoxb', '-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx']],
  ['Stripe key', ['sk_', 'live_51H8abcDEF1234567890abcd']],
  ['SendGrid API key', ['SG.', 'abcdefghijklmnopqrstuv.ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefg']],
  ['client secret', ['"client', 'Secret": "q7X8-abc9defGHIjkl0mnop"']],
  ['client secret', ['client_', 'secret=8f14e45fceea167a5a36dedd4bea2543']],
  ['password in a web address', ['https://desk:', 'Tr0ub4dor@db.fleet.test/']],
  ['password of a connection string', ['Server=db;Database=a;User Id=sa;', 'Password=Tr0ub4dor3;']],
  [
    'key of a connection string',
    ['AccountName=a;Account', 'Key=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr==;'],
  ],
  ['user name and password for basic authentication', ['Authorization: Basic ', 'YWRtaW46VHIwdWI0ZG9yMw==']],
  [
    'access token (JWT)',
    ['eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', '.eyJpc3MiOiJmbGVldCIsImlhdCI6MTcwMDAwMDAwMH0.c2lnbmF0dXJlLW9mLXRoaXM'],
  ],
]

const harmless: readonly string[] = [
  'https://user:password@host.example/',
  'client_secret=YOUR_CLIENT_SECRET_123456',
  'Authorization: Bearer <token>',
  'Server=db;Password={your_password};',
  '#/definitions/GetCarsByDriver20240101Response',
  '/api/v2/cars/{carId}/drivers?from=2024-01-01&to=2024-12-31',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV',
]

describe('findSecrets', () => {
  it.each(secrets)('finds a %s', (kind, parts) => {
    const text = `before ${parts.join('')} behind`
    const found = findSecrets(text)
    expect(found.map((one) => one.kind)).toEqual([kind])
    expect(text.slice(found[0]?.start, found[0]?.end).length).toBeGreaterThanOrEqual(8)
  })
  it.each(harmless)('is silent about %s', (text) => expect(findSecrets(text)).toEqual([]))
  it('finds a secret wherever it stands', () => {
    const token = ['ghp_', '16C7e42F292c6912E7710c838347Ae178B4a'].join('')
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (before, behind) => {
        const text = `${' '.repeat(before)}"${token}"${' '.repeat(behind)}`
        expect(findSecrets(text)).toEqual([{ kind: 'GitHub token', start: before + 1, end: before + 1 + token.length }])
      }),
    )
  })
  it('gives places inside any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        for (const { start, end } of findSecrets(text))
          expect(0 <= start && start < end && end <= text.length).toBe(true)
      }),
    )
  })
})
