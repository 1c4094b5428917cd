import { expect, test } from 'vitest'
import { toSafeLines } from './safe-lines.ts'

test.each([
  ['plain\n  second line\n', 'plain\n  second line\n'],
  ['a\u001b[31mb\r\n::error::c', 'a␛[31mb␍\n∶:error::c'],
  ['a ##vso[task.x]b\n\n##[group]', 'a #⌗vso[task.x]b\n\n#⌗[group]'],
  ['\t::a\tb', '\t∶:a\tb'],
  ['\u202e::x', '<U+202E>::x'],
])('%j', (text, safe) => {
  expect(toSafeLines(text)).toBe(safe)
})
