import { expect, test } from 'vitest'
import { folderWith, put, runHere } from './run-command.ts'

const hostile = 'a\u001b[31m\n::error::b ##vso[task.x] ##[group]'

function expectHarmless(error: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it must not be there
  expect(error).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/)
  expect(error).not.toMatch(/^\s*::/m)
  expect(error).not.toMatch(/##(vso)?\[/)
}

test.each([
  ['a path that is not there', ['check', hostile]],
  ['an output that cannot be written', ['check', 'c', '--output', `${hostile}/x`]],
  ['a rule that is not known', ['check', 'c', '--rule', hostile]],
  ['an option that is not known', ['check', `--${hostile}`]],
  ['a revision', ['diff', `${hostile}:c`, 'c']],
  ['a baseline', ['check', 'c', '--baseline', hostile]],
  ['a list of files elsewhere', ['check', 'c', '--elsewhere', hostile]],
])('%s: no terminal and no build server obeys its name', async (_, words) => {
  const folder = folderWith({ 'c/apiProperties.json': '{}' })
  const { code, error } = await runHere(words, { folder })
  expect(code).toBeGreaterThan(1)
  expect(error).not.toBe('')
  expectHarmless(error)
})

test.skipIf(process.platform === 'win32')('differences that --dry-run shows, and names of folders', async () => {
  const folder = folderWith()
  const text = `{"properties": {"iconBrandColor": "1f6f5c", "publisher": "##vso[task.x]\u001b[31m\n::error::"}}`
  put(folder, `${hostile.replaceAll('/', '')}/apiProperties.json`, text)
  const { error } = await runHere(['check', '.', '--fix', '--dry-run'], { folder })
  expect(error).toContain('#⌗vso[task.x]')
  expectHarmless(error)
})

test('what init and --print-config print', async () => {
  const folder = folderWith()
  const made = await runHere(['init', hostile], { folder })
  expectHarmless(made.out)
  put(folder, `${hostile.replaceAll('/', '')}/apiProperties.json`, '{}')
  const printed = await runHere(['check', '.', '--print-config'], { folder })
  expectHarmless(printed.out)
  expect(JSON.parse(printed.out)[0].path).toBe(`./${hostile}`)
})
