import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as checks from './checks/index.ts'
import * as drawing from './drawing/index.ts'
import * as library from './index.ts'
import { packageProblemTexts } from './problems/package-problem-texts.ts'

const packageRoot = join(import.meta.dirname, '..')
const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8')

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)?.[1] ?? ''
}

test('the example of the README prints what it says', async () => {
  const code = block('ts').replace(/^import (\{.*\}) from '@sevenstep\/flow-templates'$/m, 'const $1 = library')
  const printed: string[] = []
  const log = (...values: unknown[]): void => void printed.push(values.join(' '))
  // The block is plain JavaScript, so that it can be run as it stands.
  await new Function('library', 'console', `return (async () => {${code}})()`)(library, { log })
  expect(`${printed.join('\n')}\n`).toBe(block('text'))
})

test('so does the example of checking', () => {
  const printed: string[] = []
  const log = (...values: unknown[]): void => void printed.push(values.join(' '))
  const given = { ...library, ...checks, ...drawing }
  const code = block('js').replace(/^import .*$/gm, '')
  new Function('given', 'console', `const { readPackage, checkFlowPackage, scrubPackage, drawFlow } = given\n${code}`)(
    given,
    { log },
  )
  expect(`${printed.join('\n')}\n`).toBe(block('txt'))
})

test('every problem is in the table, with what it costs', () => {
  const rows = [...readme.matchAll(/^\| (`[a-z0-9-]+`(?:, `[a-z0-9-]+`)*) \| (package|part|none) \|/gm)]
  const listed = rows.flatMap(([, codes = '', effect]) =>
    codes.split(', ').map((code) => [code.replaceAll('`', ''), effect]),
  )
  const known = Object.entries(packageProblemTexts).map(([code, { effect }]) => [code, effect])
  expect(listed.sort()).toEqual(known.sort())
})

test('every function is in the table, and every name in it is one', () => {
  const table = readme.slice(readme.indexOf('## What there is\n'), readme.indexOf('## What there is to check with'))
  const named = [...table.matchAll(/`([a-z]\w+)(?:\([^`]*\))?`(?=[^|]* \| )/gi)].map(([, name]) => name)
  expect([...new Set(named)].filter((name) => name !== undefined && name in library).sort()).toEqual(
    Object.keys(library).sort(),
  )
})

test('everything to check with is in its table', () => {
  const table = readme.slice(readme.indexOf('## What there is to check with'), readme.indexOf('## A package'))
  const missing = Object.keys(checks).filter((name) => !table.includes(`\`${name}`))
  expect(missing).toEqual([])
})
