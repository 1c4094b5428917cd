import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Console } from '../src/console.ts'
import { buildProgram } from '../src/program.ts'
import { folderWith, root, runHere } from './run-command.ts'

const path = join(root, 'packages/cli/README.md')
const readme = readFileSync(path, 'utf8')

/** Set to write what the commands print now into the README instead of comparing. */
const isUpdate = process.env.UPDATE_README === '1'

function expectPart(pattern: RegExp, content: string): void {
  const now = isUpdate ? readFileSync(path, 'utf8') : readme
  expect(now).toMatch(pattern)
  const wanted = now.replace(pattern, (_, before: string) => before + content)
  if (isUpdate) writeFileSync(path, wanted)
  else expect(readme).toBe(wanted)
}

test('the output shown is what the command prints', async () => {
  const [, words = ''] = /`npx sevenstep (check [^`]+)` prints:/.exec(readme) ?? []
  const { out } = await runHere(words.split(' '))
  expectPart(/(<!-- output -->\n)```text\n[\s\S]*?```/, `\`\`\`text\n${out}\`\`\``)
})

const runs = [...readme.matchAll(/<!-- run: (.+) -->/g)].map(([, words = '']) => words)

test.each(runs)('what is shown of "%s" is what it prints', async (line) => {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')
  // Examples are named from the root; what is written goes elsewhere.
  const folder = words[1] === 'init' ? folderWith() : root
  const { out } = await runHere(words, { folder })
  const mark = `<!-- run: ${line} -->`.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  expectPart(new RegExp(`(${mark}\n)\`\`\`text\n[\\s\\S]*?\`\`\``), `\`\`\`text\n${out}\`\`\``)
})

test('every option is in the table', () => {
  const silent: Console = {
    out: () => {},
    error: () => {},
    isOutTerminal: false,
    status: () => undefined,
    isErrorTerminal: false,
    width: 100,
    environment: {},
    folder: root,
    today: '2026-01-15',
  }
  const check = buildProgram(silent, () => {}).commands.find((command) => command.name() === 'check')
  const rows = (check?.options ?? []).map(({ flags, description, argChoices }) => {
    const values = argChoices === undefined ? '' : ` (${argChoices.map((one) => `\`${one}\``).join(', ')})`
    return `| \`${flags}\` | ${description}${values} |`
  })
  const table = ['', '| Option | Meaning |', '| --- | --- |', ...rows, ''].join('\n')
  expectPart(/(<!-- options -->\n)[\s\S]*?(?=\n`diff` shares)/, table)
})
