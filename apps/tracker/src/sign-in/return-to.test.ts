import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeReturnTo } from './return-to.ts'

test.each([
  ['/', '/'],
  ['/products/prd_1?tab=goals#step-2', '/products/prd_1?tab=goals#step-2'],
  ['/zoeken?q=caf%C3%A9', '/zoeken?q=caf%C3%A9'],
  ['/a/../b', '/b'],
  [undefined, '/'],
  ['', '/'],
  ['products', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['///evil.example', '/'],
  ['/\\evil.example', '/'],
  ['\\\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/\n/evil.example', '/'],
  ['/\u0000', '/'],
  ['/\u0085/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/a/..//evil.example', '/'],
  ['javascript:alert(1)', '/'],
  [' /x', '/'],
  [`/${'x'.repeat(3000)}`, '/'],
])('%j returns to %j', (wish, path) => {
  expect(safeReturnTo(wish)).toBe(path)
})

test('whatever is asked for, the browser stays here', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '/',
      '\\',
      '//',
      '..',
      '.',
      '@',
      ':',
      '?',
      '#',
      '\t',
      '\r\n',
      'evil.example',
      'http:',
      '%2f',
      '%5c',
      'é',
    ),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        pieces.map((all) => `/${all.join('')}`),
      ),
      (wish) => {
        const path = safeReturnTo(wish)
        expect(new URL(path, 'https://tracker.example').origin).toBe('https://tracker.example')
        expect(safeReturnTo(path)).toBe(path)
      },
    ),
    { numRuns: 2000 },
  )
})
