import { readFileSync } from 'node:fs'
import { readConnector } from '@sevenstep/connector-schema'
import { createReport } from '@sevenstep/findings'
import { expect, test } from 'vitest'
import { checkConnector } from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? ''

test('the example prints what the readme says', () => {
  const printed: string[] = []
  const log = (...words: unknown[]): void => void printed.push(words.join(' '))
  const run = new Function(
    'readConnector',
    'checkConnector',
    'createReport',
    'console',
    block('js').replace(/^import .*$/gm, ''),
  )
  run(readConnector, checkConnector, createReport, { log })
  expect(`${printed.join('\n')}\n`).toBe(block('text'))
})
