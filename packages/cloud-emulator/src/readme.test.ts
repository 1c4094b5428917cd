import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import * as library from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

// The example keeps its keys where nobody's own are.
const cache = mkdtempSync(join(tmpdir(), 'emulator-readme-'))
vi.stubEnv('XDG_CACHE_HOME', cache)
vi.stubEnv('LOCALAPPDATA', cache)

afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(cache, { recursive: true, force: true })
})

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
