import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as access from '@sevenstep/cloud-access'
import * as emulator from '@sevenstep/cloud-emulator'
import { afterAll, expect, test } from 'vitest'
import * as client from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? ''

const folder = mkdtempSync(join(tmpdir(), 'sevenstep-readme-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the example prints what the readme says', async () => {
  const printed: string[] = []
  const example = new URL('../../../examples/deployment/sevenstep.deployment.yaml', import.meta.url)
  const names = { ...access, ...client, startEmulator: start }
  const code = block('js')
    .replace(/^import .*$/gm, '')
    .replace("'examples/deployment/sevenstep.deployment.yaml'", JSON.stringify(example.pathname))
  const env = {
    STOCK_KEY: 'fake-key-of-the-readme',
    SEVENSTEP_EMULATOR_CLIENT_SECRET: emulator.defaultEntrance.clientSecret,
    JOURNALS: join(folder, 'journals'),
  }
  const run = new Function('names', 'process', 'console', `with (names) { return (async () => {${code}})() }`)
  await run(names, { env }, { log: (...words: unknown[]) => printed.push(words.join(' ')) })
  expect(`${printed.join('\n')}\n`).toBe(block('text'))
})

test('every export is in the table', () => {
  const missing = Object.keys(client).filter((name) => !readme.includes(`\`${name}`))
  expect(missing).toEqual([])
})

/** The example keeps its keys where nobody's own are. */
function start(options: emulator.StartEmulatorOptions): Promise<emulator.RunningEmulator> {
  return emulator.startEmulator({ ...options, keyFolder: join(folder, 'keys') })
}
