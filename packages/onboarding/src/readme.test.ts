import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decideSteps, deriveProduct, stepTexts, summarise, whatIf } from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? ''

test('the example prints what the readme says', () => {
  const printed: string[] = []
  const log = (...words: unknown[]): void => void printed.push(words.join(' '))
  const run = new Function(
    'decideSteps',
    'deriveProduct',
    'stepTexts',
    'summarise',
    'whatIf',
    'console',
    block('js').replace(/^import .*$/gm, ''),
  )
  run(decideSteps, deriveProduct, stepTexts, summarise, whatIf, { log })
  expect(`${printed.join('\n')}\n`).toBe(block('text'))
})
