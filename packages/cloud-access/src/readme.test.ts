import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import * as library from './index.ts'
import * as journal from './journal/index.ts'
import * as testing from './testing/index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? ''
}

test('the example prints what the README says', async () => {
  const code = block('js')
    .replace(/^import \{ createServer \}.*$/m, '')
    .replace(/^import (\{[^}]*\}) from '@sevenstep\/cloud-access'$/m, 'const $1 = library')
  const printed: string[] = []
  const log = (...values: unknown[]): unknown => printed.push(values.join(' '))
  // The block is plain JavaScript, so that it can be run as it stands.
  await new Function('library', 'createServer', 'console', `return (async () => {${code}})()`)(library, createServer, {
    log,
  })
  expect(`${printed.join('\n')}\n`).toBe(block('text'))
})

test('the README names only what there is', () => {
  const table = /\| Export \| For \|[\s\S]*?\n\n/.exec(readme)?.[0] ?? ''
  const names = [...table.matchAll(/`((?:create|known|open|parse|override|read|all|failure)\w+|CloudFailure)`/g)].map(
    ([, name = '']) => name,
  )
  expect(names.length).toBeGreaterThan(15)
  const known = { ...library, ...journal, ...testing }
  expect(names.filter((name) => !(name in known))).toEqual([])
})
