import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanFileName } from './file-name.ts'

test.each([
  ['report.pdf', 'report.pdf'],
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['C:\\Users\\me\\scan.png', 'scan.png'],
  ['invoice\u202Egnp.exe.pdf', 'invoicegnp.exe.pdf'],
  ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie_ x=1.txt'],
  ['con.txt', '_con.txt'],
  ['  ..hidden. ', 'hidden'],
  ['<script>alert(1)<', '_script_alert(1)_'],
  ['\u0000', 'file'],
  ['', 'file'],
  ['e\u0301t\u00e9.csv', '\u00e9t\u00e9.csv'],
  [`${'x'.repeat(300)}.json`, `${'x'.repeat(115)}.json`],
])('%j is kept as %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept)
})

test('whatever it is called, a name can be kept, is short, and stays as it is the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const kept = cleanFileName(name)
      expect(kept).not.toMatch(/[\\/<>:"|?*\p{Cc}\p{Cf}]|^[. ]|^$/u)
      expect([...kept].length).toBeLessThanOrEqual(121)
      expect(cleanFileName(kept)).toBe(kept)
    }),
  )
})

test.each(['.', ' ', 'a. ', '/'])('a name of many %j takes no longer than its length', (sign) => {
  const begun = process.cpuUsage().user
  cleanFileName(`${sign.repeat(200_000)}x`)
  expect(process.cpuUsage().user - begun).toBeLessThan(5_000_000)
})
