import { expect, test } from 'vitest'
import { findStale } from './run-generators.ts'

const present = new Map([
  ['docs/a.md', 'same'],
  ['docs/b.md', 'old'],
])

test('a file that differs or is missing is stale', () => {
  const files = ['docs/a.md', 'docs/b.md', 'docs/c.md'].map((path) => ({ path, content: 'same' }))
  expect(findStale(files, (path) => present.get(path)).map(({ file, what }) => `${file}: ${what}`)).toEqual([
    'docs/b.md: The generated file is out of date.',
    'docs/c.md: The generated file is missing.',
  ])
})
