import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './run-command.ts'

const dist = join(root, 'packages/cli/dist')

test('a check of a connector loads nothing of the other steps', () => {
  const texts = loadedAtStart().map((path) => readFileSync(path, 'utf8'))
  expect(texts.length).toBeGreaterThan(1)
  // A word that only the rules of that step use.
  for (const mark of [
    'redirect-no-localhost',
    'flow-no-secret',
    'gallery-parameters',
    'licence-no-trial',
    'offer-file',
  ])
    expect(texts.filter((text) => text.includes(mark))).toEqual([])
  expect(texts.some((text) => text.includes('host-no-scheme'))).toBe(true)
})

/** The files of the built command that the first one imports, and those that they import. */
function loadedAtStart(): readonly string[] {
  const seen = new Set<string>()
  const open = [join(dist, 'main.js')]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    const imports = readFileSync(next, 'utf8').matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)
    for (const [, path = ''] of imports) open.push(join(dirname(next), path))
  }
  return [...seen]
}
