import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as library from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)?.[1] ?? ''
}

test('the README shows an example that prints what it says', async () => {
  const code = block('ts').replace(/^import (\{.*\}) from '@sevenstep\/cloud-emulator'$/m, 'const $1 = library')
  const printed: string[] = []
  const log = (...values: unknown[]) => printed.push(values.join(' '))
  // The block is plain JavaScript, so that it can be run as it stands.
  await new Function('library', 'console', `return (async () => {${code}})()`)(library, { log })
  expect(`${printed.join('\n')}\n`).toBe(block('text'))
})
