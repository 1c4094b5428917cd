import { expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { hideSecrets } from './hide-secrets.ts'

const place = (file: string, line: number, from: number, to: number): Finding => ({
  ruleId: 'secret',
  severity: 'error',
  message: { what: 'A.', why: 'B.', fix: 'C.' },
  file,
  fingerprint: '',
  hides: { start: { line, column: from }, end: { line, column: to } },
})

test.each([
  ['one secret', 'key: abc!', [place('a', 1, 6, 9)], 'key: •••!'],
  ['two on two lines', 'abc\r\ndef', [place('a', 2, 1, 3), place('a', 1, 2, 4)], 'a••\r\n••f'],
  ['overlapping ones', 'abcdef', [place('a', 1, 1, 4), place('a', 1, 3, 6)], '•••••f'],
  [
    'one over a line end',
    'ab\ncd',
    [{ ...place('a', 1, 2, 3), hides: { start: { line: 1, column: 2 }, end: { line: 2, column: 2 } } }],
    'a•\n•d',
  ],
  ['one in another file', 'abc', [place('b', 1, 1, 4)], 'abc'],
])('hides %s', (_, text, findings, shown) => {
  expect(hideSecrets(text, findings, 'a')).toBe(shown)
})
