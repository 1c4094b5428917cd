import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'

const source = join(import.meta.dirname, '..')
const guide = readFileSync(join(source, '../../../CONTRIBUTING.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'first-rule-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

// The example is written as a contributor would write it; importing its table runs that table's tests here.
const files = [...guide.matchAll(/`src\/rules\/operations\/([\w.-]+)`:\n\n {3}(`{3,4})\w+\n(.*?)\n {3}\2\n/gs)]
expect(files.map(([, name]) => name)).toEqual([
  'summary-is-words.md',
  'summary-is-words.ts',
  'summary-is-words.test.ts',
])
for (const [, name = '', , text = ''] of files) {
  writeFileSync(join(folder, name), text.replace(/^ {3}/gm, '').replaceAll("'../../", `'${source}/`))
}
await import(join(folder, 'summary-is-words.test.ts'))
