import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SecretIndex } from './secret-index.ts'

const dots = (secret: string) => '•'.repeat(secret.length)

test.each([
  [['abcd', 'abcdef'], 'xabcdefg', 'x••••••g'],
  [['abcdef', 'efgh'], 'abcdefghi', '••••••••i'],
  [['abcd', 'efgh'], 'abcdefgh abcd', '•••••••• ••••'],
  [['abcdx', 'abcd', 'abcdxyz'], 'abcdxy', '•••••y'],
  [['abc'], 'abc', 'abc'],
  [[], 'abcd', 'abcd'],
])('%j in %s', (secrets, text, shown) => {
  const index = new SecretIndex(secrets)
  expect(index.replaceIn(text, dots)).toBe(shown)
  expect(index.isIn(text)).toBe(shown !== text)
})

test('finds what a search for each by itself finds', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), minLength: 4, maxLength: 9 })
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 8 }), fc.array(letters, { maxLength: 6 }), (secrets, parts) => {
      const text = parts.join('b')
      const isHidden = Array.from({ length: text.length }, () => false)
      for (const secret of secrets) {
        for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
          isHidden.fill(true, at, at + secret.length)
        }
      }
      const index = new SecretIndex(secrets)
      expect(index.replaceIn(text, dots)).toBe(
        Array.from({ length: text.length }, (_, at) => (isHidden[at] ? '•' : text.charAt(at))).join(''),
      )
      expect(index.isIn(text)).toBe(isHidden.includes(true))
    }),
  )
})

test('a hundred thousand of them take hardly longer than one', () => {
  const secrets = Array.from({ length: 100_000 }, (_, at) => `session-${at}`)
  const text = 'session-x session-99999 '.repeat(20_000)
  const start = performance.now()
  const index = new SecretIndex(secrets)
  expect(index.replaceIn(text, dots)).toBe('session-x ••••••••••••• '.repeat(20_000))
  // One by one they take some ten seconds.
  expect(performance.now() - start).toBeLessThan(5000)
})
