import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createReport, printText } from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? ''

test('the example prints what the readme says', () => {
  const printed: string[] = []
  const run = new Function('createReport', 'printText', 'console', block('js').replace(/^import .*$/gm, ''))
  run(createReport, printText, { log: (text: string) => printed.push(text) })
  expect(printed).toEqual([block('text')])
})
