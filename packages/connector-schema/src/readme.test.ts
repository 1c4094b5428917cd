import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as library from './index.ts'

const packageRoot = join(import.meta.dirname, '..')
const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8')

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)?.[1] ?? ''
}

test('the example of the README prints what it says', () => {
  const code = block('ts').replace(/^import (\{.*\}) from '@sevenstep\/connector-schema'$/m, 'const $1 = library')
  const printed: string[] = []
  const log = (...values: unknown[]): void => void printed.push(values.join(' '))
  // The block is plain JavaScript, so that it can be run as it stands.
  new Function('library', 'console', code)(library, { log })
  expect(`${printed.join('\n')}\n`).toBe(block('text'))
})

test('the settings for an editor name schemas that are published', () => {
  const settings: { 'json.schemas': { url: string }[] } = JSON.parse(block('json'))
  for (const { url } of settings['json.schemas']) {
    expect(existsSync(join(packageRoot, url.replace('./node_modules/@sevenstep/connector-schema/', '')))).toBe(true)
  }
})

test('every way in that the README names is exported, and none is left out', () => {
  const { exports } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
  const named = [...readme.matchAll(/^\| `(?:@sevenstep\/connector-schema|…)(\/\S+)?` \|/gm)].map(
    (match) => `.${match[1] ?? ''}`,
  )
  expect(named.sort()).toEqual(Object.keys(exports).sort())
})
