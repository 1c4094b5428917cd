import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fakeToken } from '../fixtures/fake-tokens.ts'
import { type CredentialKind, readToken } from './read-token.ts'

test('tenant, audiences and end are read', () => {
  expect(readToken(fakeToken({ tid: 't', aud: ['a', 'b'], exp: 5, scp: 'x' }))).toEqual({
    tenantId: 't',
    audiences: ['a', 'b'],
    expiresAt: 5000,
    kind: 'delegated',
  })
})

test.each<[object, CredentialKind]>([
  [{ idtyp: 'app', scp: 'odd' }, 'application'],
  [{ idtyp: 'user', roles: ['x'] }, 'delegated'],
  [{ scp: 'User' }, 'delegated'],
  [{ roles: ['x'] }, 'application'],
  [{ roles: ['x'], upn: 'ada@contoso.example' }, 'unknown'],
  [{ appidacr: '1' }, 'application'],
  [{ appidacr: '0' }, 'unknown'],
  [{}, 'unknown'],
])('%j is of kind %s', (claims, kind) => {
  expect(readToken(fakeToken(claims as Record<string, unknown>))?.kind).toBe(kind)
})

test('what is no token has no claims, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readToken(text)).toBeUndefined()
    }),
  )
  expect(readToken('a.b.c')).toBeUndefined()
})
