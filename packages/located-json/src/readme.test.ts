import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as library from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)?.[1] ?? ''
}

test('the example of the README prints what it says', () => {
  const code = block('ts').replace(/^import (\{.*\}) from '@sevenstep\/located-json'$/m, 'const $1 = library')
  const printed: string[] = []
  const log = (...values: unknown[]): void => void printed.push(values.join(' '))
  // The block is plain JavaScript, so that it can be run as it stands.
  new Function('library', 'console', code)(library, { log })
  expect(`${printed.join('\n')}\n`).toBe(block('text'))
})

test('the README lists every problem that the reader knows', () => {
  const source = readFileSync(new URL('./problem.ts', import.meta.url), 'utf8')
  const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'$/gm)].map((match) => match[1] ?? '')
  const table = readme.split('## Problems')[1] ?? ''
  expect(codes).toHaveLength(17)
  expect(codes.filter((code) => !table.includes(`\`${code}\``))).toEqual([])
})
