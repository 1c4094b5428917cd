import { expect, test } from 'vitest'
import { disarmCommands } from '../build-commands.ts'
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

test.each(['\u2028', ' ', '\u001b[', ':', '#', '\r'])('many %j take no longer than their length', (sign) => {
  const begun = process.cpuUsage().user
  disarmCommands(sign.repeat(200_000))
  toSafeLines(sign.repeat(200_000))
  expect(process.cpuUsage().user - begun).toBeLessThan(5_000_000)
})
