import { readFileSync } from 'node:fs'
import { createReport, printText } from '@sevenstep/findings'
import { expect, test } from 'vitest'
import { checkHostPage, hostHeaders, readHostPage, readOptionsFor } from './checks/index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? ''

test('the example prints what the readme says', async () => {
  const printed: string[] = []
  const given = { createReport, printText, checkHostPage, hostHeaders, readHostPage, readOptionsFor }
  const code = block('js').replace(/^import .*$/gm, '')
  const run = new Function(...Object.keys(given), 'console', `return (async () => {\n${code}\n})()`)
  await run(...Object.values(given), { log: (text: string) => printed.push(text) })
  expect(`${printed.join('\n')}\n`).toBe(block('text'))
})
