import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { defaultArchiveLimits } from './archive-budget.ts'
import { archiveProblemTexts } from './archive-problem-texts.ts'
import * as library from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)?.[1] ?? ''
}

/** The first two cells of each row of the table under a heading, without backticks. */
function rows(heading: string): string[][] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const lines = section.split('\n').filter((line) => line.startsWith('| `'))
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, 3)
      .map((cell) => cell.trim().replaceAll('`', '')),
  )
}

it('shows an example that prints what it says', () => {
  const code = block('ts').replace(/^import (\{.*\}) from '@sevenstep\/package-archives'$/m, 'const $1 = library')
  const printed: string[] = []
  const log = (...values: unknown[]) => printed.push(values.join(' '))
  // The block is plain JavaScript, so that it can be run as it stands.
  new Function('library', 'console', code)(library, { log })
  expect(`${printed.join('\n')}\n`).toBe(block('text'))
})

it('lists every limit with its default', () => {
  expect(rows('Limits')).toEqual(Object.entries(defaultArchiveLimits).map(([name, value]) => [name, String(value)]))
})

it('lists every problem with its effect', () => {
  expect(rows('Problems')).toEqual(Object.entries(archiveProblemTexts).map(([code, { effect }]) => [code, effect]))
})
