import { expect, test } from 'vitest'
import { checkNodeFreeEntries } from './node-free-entries.ts'
import { readSource } from './read-source.ts'
import type { Room } from './workspace.ts'

const hall: Room = {
  folder: 'packages/hall',
  manifest: {
    name: '@house/hall',
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' }, './node': './dist/node/index.js' },
  },
}
const rules = { '@house/hall': { mayImport: [], nodeEntries: ['./node'] } }

function check(files: Readonly<Record<string, string>>) {
  const sources = Object.entries(files).map(([path, code]) => readSource(`packages/hall/src/${path}`, code))
  return checkNodeFreeEntries([hall], sources, rules)
}

test('the entry for Node may use Node', () => {
  expect(check({ 'index.ts': '', 'node/index.ts': "import 'node:fs'" })).toEqual([])
})

test('a module of Node is found however far away it is, with the way to it', () => {
  const problems = check({
    'index.ts': "export * from './a.ts'",
    'a.ts': "import { b } from './deep/b.ts'",
    'deep/b.ts': "\nimport { readFileSync } from 'node:fs'",
  })
  expect(problems).toMatchObject([{ file: 'packages/hall/src/deep/b.ts', line: 2 }])
  expect(problems[0]?.what).toContain('index.ts → a.ts → b.ts')
})

test('a module of Node is found without its prefix', () => {
  expect(check({ 'index.ts': "import 'path'" })).toHaveLength(1)
})

test('types, circles and other packages are no matter', () => {
  const problems = check({
    'index.ts': "import type { Stats } from 'node:fs'\nimport './a.ts'\nimport 'zod'",
    'a.ts': "import './index.ts'",
  })
  expect(problems).toEqual([])
})
