import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as library from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const block = (language: string): string => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)?.[1] ?? ''

test('the example prints what the readme says', async () => {
  const code = block('js').replace(/^import (\{.*\}) from '.*'$/m, 'const $1 = library')
  const printed: string[] = []
  await new Function('library', 'console', `return (async () => {${code}})()`)(library, {
    log: (text: string) => printed.push(text),
  })
  expect(`${printed.join('\n')}\n`).toBe(block('text'))
})
