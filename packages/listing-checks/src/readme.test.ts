import { readFileSync } from 'node:fs'
import { createReport, printText } from '@sevenstep/findings'
import { expect, test } from 'vitest'
import { checkOffer, readOffer } from './index.ts'
import { initOffer } from './init/index.ts'
import { previewOffer } from './preview/index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? ''

test('the example prints what the readme says', () => {
  const printed: string[] = []
  const given = { createReport, printText, checkOffer, readOffer, initOffer, previewOffer }
  const run = new Function(...Object.keys(given), 'console', block('js').replace(/^import .*$/gm, ''))
  run(...Object.values(given), { log: (text: unknown) => printed.push(String(text)) })
  expect(`${printed.join('\n')}\n`).toBe(block('text'))
})
